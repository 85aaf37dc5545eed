import type { WorkshopNow } from '@withy/shared/protocol'
import { useText } from '../../text/use-text.ts'
import type { Where } from '../../ui/page.tsx'
import { useStepName } from './step-name.ts'
import { stepsBeside } from './step-now.ts'

/** Where the room is, and its next step (SPEC A11Y-80, A11Y-81). Whoever stays at another step reads that there. */
export function useWhereInWorkshop(): (now: WorkshopNow) => Where {
  const t = useText()
  const nameOf = useStepName()
  return (now) => {
    const at = now.steps.findIndex(({ id }) => id === now.step)
    const step = now.steps[at]
    if (now.stage === 'closed') return { here: t('workshop.where-over') }
    if (now.stage === 'preparing' || !step) return { here: t('workshop.where-before') }
    const { after } = stepsBeside(now)
    return {
      here: t('workshop.where-step', { n: at + 1, all: now.steps.length, step: nameOf(step) }),
      next: { words: after ? t('workshop.where-next', { step: nameOf(after) }) : t('workshop.where-last') },
    }
  }
}
