import { sectionsOf } from '@withy/shared/plan'
import { useDesk } from '../../live/desk.tsx'
import { usePlanTitles } from '../../live/whole-plan.ts'
import { useText, useWords } from '../../text/use-text.ts'

export type PlanSection = { readonly id: string; readonly title: string }

/** The sections of the plan on the desk in reading order, the group's own last, as they are called now. */
export function usePlanSections(): readonly PlanSection[] {
  const t = useText()
  const words = useWords()
  const { template } = useDesk()
  const { titles, own } = usePlanTitles()
  return [
    ...sectionsOf(template).map(({ id, title }) => ({ id, title: titles[id] ?? words(title) })),
    ...own.map(({ id, title }) => ({ id: `own:${id}`, title: title || t('plan.own-section') })),
  ]
}
