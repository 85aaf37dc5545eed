import { type Deciding, isUnnamed, LIMIT } from '@withy/shared/api'
import { toldApart } from '@withy/shared/protocol'
import { refuse } from '../http/refused.ts'
import type { AgreementChange, AgreementNow, RoundRow } from '../storage/agreement.ts'
import { type Asking, seatOf } from './answers.ts'
import { isWaitingIn } from './visible.ts'

/** The round that is open, if it is this one: else it is over. */
export function openIn(now: AgreementNow, round: string): Asking {
  if (now.round?.id !== round) throw refuse('round-over')
  return { ...now, round: now.round }
}

export type Opening = Omit<RoundRow, 'decides'> & {
  readonly decides: { readonly acting: Deciding; readonly person: string; readonly words: string } | null
}

/** Asks people whether they agree (SPEC AGREE-6, AGREE-7, AGREE-18, AGREE-46). */
export function open(now: AgreementNow, round: Opening): AgreementChange {
  if (now.round) throw refuse('round-open')
  if (now.rounds >= LIMIT.roundsPerPlan) throw refuse('rounds-full')
  refuseStrangers(now, round.asked)
  refuseUnnamed(now)
  const decides = round.decides && decidedBy(now, round.decides)
  if (now.plan.kind === 'support' && !round.decides && seatOf(now)?.id !== round.openedBy) throw refuse('person-opens')
  return { do: 'open', round: { ...round, decides } }
}

/** Somebody of the plan, so that it is their own answer that counts; never the person, who decides by answering. */
function decidedBy({ plan }: AgreementNow, { acting, person, words }: NonNullable<Opening['decides']>) {
  const who = plan.people.find(({ id }) => id === person)
  if (plan.kind === 'area' || !who || who.seat) throw refuse('bad-request')
  return { acting, person, name: toldApart(plan.people).get(person) ?? who.name, words }
}

/** Asks others too, e.g. who came later. */
export function askMore(now: AgreementNow, round: string, people: readonly string[]): AgreementChange {
  openIn(now, round)
  refuseStrangers(now, people)
  return { do: 'ask', round, people }
}

/** Asks no more. What is hidden then stays hidden, whoever comes or goes later (SPEC AGREE-49). */
export function end(now: AgreementNow, round: string, at: number): AgreementChange {
  return { do: 'end', round, at, isWaiting: isWaitingIn(openIn(now, round)) }
}

/** A sealed version names everybody of the plan for good (SPEC AGREE-46). */
export function refuseUnnamed({ plan }: AgreementNow): void {
  if (plan.people.some(isUnnamed)) throw refuse('name-needed')
}

function refuseStrangers({ plan }: AgreementNow, people: readonly string[]): void {
  const here = new Set(plan.people.map(({ id }) => id))
  if (people.some((id) => !here.has(id))) throw refuse('bad-request')
}
