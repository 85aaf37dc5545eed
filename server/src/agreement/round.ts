import { LIMIT } from '@withy/shared/api'
import { refuse } from '../http/refused.ts'
import type { AgreementChange, AgreementNow, RoundRow } from '../storage/agreement.ts'
import { type Asking, seatOf } from './answers.ts'

/** The round that is open, if it is this one: else it is over. */
export function openIn(now: AgreementNow, round: string): Asking {
  if (now.round?.id !== round) throw refuse('round-over')
  return { ...now, round: now.round }
}

/** Asks people whether they agree (SPEC AGREE-6, AGREE-7). */
export function open(now: AgreementNow, round: RoundRow): AgreementChange {
  if (now.round) throw refuse('round-open')
  if (now.rounds >= LIMIT.roundsPerPlan) throw refuse('rounds-full')
  refuseStrangers(now, round.asked)
  if (now.plan.kind === 'area' && round.decides) throw refuse('bad-request')
  if (now.plan.kind === 'support' && !round.decides && seatOf(now)?.id !== round.openedBy) throw refuse('person-opens')
  return { do: 'open', round }
}

/** Asks others too, e.g. who came later. */
export function askMore(now: AgreementNow, round: string, people: readonly string[]): AgreementChange {
  openIn(now, round)
  refuseStrangers(now, people)
  return { do: 'ask', round, people }
}

export function end(now: AgreementNow, round: string, at: number): AgreementChange {
  openIn(now, round)
  return { do: 'end', round, at }
}

function refuseStrangers({ plan }: AgreementNow, people: readonly string[]): void {
  const here = new Set(plan.people.map(({ id }) => id))
  if (people.some((id) => !here.has(id))) throw refuse('bad-request')
}
