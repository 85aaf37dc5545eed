import { VOICES, type Voice } from '@withy/shared/access'
import type { PlanKind } from '@withy/shared/plan'

/** The voices somebody may choose for themselves in a kind of plan. A place has no person it is about. */
export const voicesOf = (kind: PlanKind): readonly Voice[] =>
  kind === 'support' ? VOICES : VOICES.filter((voice) => voice !== 'person')

/** The voices an invitation may carry. The person's own seat is filled by a link of their own (SPEC ACCESS). */
export const VOICES_TO_INVITE: readonly Voice[] = VOICES.filter((voice) => voice !== 'person')
