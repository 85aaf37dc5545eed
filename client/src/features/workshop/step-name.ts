import type { AgendaStep } from '@withy/shared/protocol'
import { useText } from '../../text/use-text.ts'

/** What a step is called: in the group's own words, else by its kind. */
export function useStepName(): (step: Pick<AgendaStep, 'title' | 'kind'>) => string {
  const t = useText()
  return ({ title, kind }) => title || t(`workshop.kind-${kind}`)
}
