import type { PlanFacts } from '@withy/shared/api'
import type { LivePlan } from '../../live/live-plan.ts'
import { useDates } from '../../text/use-dates.ts'
import { useText } from '../../text/use-text.ts'
import { useStanding } from './use-standing.ts'

/** For the screen of a room: in how many sections the plan has changed since it was agreed. null: in none, or it never was. */
export function useChangedNote(facts: Pick<PlanFacts, 'id' | 'kind' | 'people'>, live: LivePlan): string | null {
  const t = useText()
  const { day } = useDates()
  const agreed = useStanding({ plan: facts.id, kind: facts.kind, live, askers: facts.people.length })?.agreed
  if (!agreed || agreed.sections.length === 0) return null
  return t('standing.changed', { day: day(agreed.sealedAt), count: agreed.sections.length })
}
