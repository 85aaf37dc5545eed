import type { AgendaStep } from '@withy/shared/protocol'
import { useText } from '../../../text/use-text.ts'

/** What a step is called: the group's own words, else the name of its kind. */
export function useStepTitle(): (step: Pick<AgendaStep, 'title' | 'kind'>) => string {
  const t = useText()
  return ({ title, kind }) => title || t(`workshop.kind-${kind}`)
}

/** A length of time in words: "1 hour 35 minutes". */
export function useLength(): (minutes: number) => string {
  const t = useText()
  return (minutes) => {
    const [hours, rest] = [Math.floor(minutes / 60), minutes % 60]
    return [
      hours > 0 ? t('workshop-prepare.hours', { count: hours }) : '',
      rest > 0 || hours === 0 ? t('workshop-prepare.minutes', { count: rest }) : '',
    ]
      .filter(Boolean)
      .join(' ')
  }
}
