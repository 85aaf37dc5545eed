import type { Answer } from '@withy/shared/api'
import type { AgreementNow, AnswerRow, RoundRow } from '../storage/agreement.ts'

/** A plan whose people are asked. */
export type Asking = AgreementNow & { readonly round: RoundRow }

/** What somebody says now. `ofTheseWords`: they said it to the words the plan has now. `left`: they have left the plan since. */
export type Standing = AnswerRow & { readonly answer: Answer; readonly ofTheseWords: boolean; readonly left: boolean }

/**
 * What people say now: of each the newest to each section and to the whole, unless they took it back. Of rounds before this one a
 * stop is left, and nothing else: it stands until who said it says something else (SPEC AGREE-9).
 */
export function standing({ plan, round, answers }: Asking, fingerprint: string): Standing[] {
  const here = new Set(plan.people.map(({ id }) => id))
  const newest = new Map<string, AnswerRow>()
  for (const row of answers) newest.set(placeOf(row), row)
  return [...newest.values()].flatMap(({ answer, ...row }) =>
    answer !== null && (row.round === round.id || answer === 'stop')
      ? [{ ...row, answer, ofTheseWords: row.fingerprint === fingerprint, left: !here.has(row.person) }]
      : [],
  )
}

/** The newest that was said there: by, or for, a person, to a section or the whole. */
export const lastAt = (answers: readonly AnswerRow[], person: string, section: string | null): AnswerRow | undefined =>
  answers.findLast((row) => placeOf(row) === placeOf({ person, section }))

const placeOf = ({ person, section }: Pick<AnswerRow, 'person' | 'section'>) => JSON.stringify([person, section])

/** Whether somebody has answered themselves in this round, to whatever words, taken back or not (SPEC AGREE-17). */
export const hasSpoken = ({ round, answers }: Asking, person: string): boolean =>
  answers.some((row) => row.person === person && row.by === null && row.round === round.id)

/** Whether somebody agrees: to the whole, in these words. */
export const isAgreeing = ({
  section,
  ofTheseWords,
  answer,
}: Pick<Standing, 'section' | 'ofTheseWords' | 'answer'>): boolean =>
  section === null && ofTheseWords && (answer === 'agree' || answer === 'agree-with')

/** The person a support plan is about, where they have come in. */
export const seatOf = ({ plan }: Pick<AgreementNow, 'plan'>) => plan.people.find(({ seat }) => seat)

/** Whether somebody is, or at any time while people are asked was, paid to support the person. */
export const isProfessional = (
  { plan, professionals }: Pick<Asking, 'plan' | 'professionals'>,
  person: string,
): boolean =>
  professionals.includes(person) || plan.people.some(({ id, voice }) => id === person && voice === 'professional')

/**
 * Whether it is the word of the person a support plan is about: theirs, or given for them. Where somebody decides for them it has to
 * be given as that (SPEC AGREE-11, AGREE-18). What somebody passed on who is paid to support them is not, whichever voice they said they
 * had then (AGREE-16).
 */
export function isWordOfPerson(now: Asking, row: Pick<AnswerRow, 'person' | 'seat' | 'acting' | 'by'>): boolean {
  if (now.plan.kind !== 'support') return false
  const seat = seatOf(now)
  const { decides } = now.round
  const isDecided = decides !== null && row.acting === decides.acting && (row.by ?? row.person) === decides.person
  if (row.by !== null && row.acting === 'supporter' && isProfessional(now, row.by)) return false
  return seat ? row.person === seat.id && (row.by === null || !decides || isDecided) : row.seat && isDecided
}

/** Whether somebody has said what they think of all of it. Whoever needs more time has not yet (SPEC AGREE-11). */
export const isSaid = ({ section, answer }: Pick<AnswerRow, 'section' | 'answer'>): boolean =>
  section === null && answer !== null && answer !== 'more-time'

/** Those who are asked and in the plan now: in a support plan the person it is about always, and who decides for them. */
export const askedIn = ({ plan, round }: Pick<Asking, 'plan' | 'round'>) =>
  plan.people.filter(
    ({ id, seat }) => round.asked.includes(id) || (plan.kind === 'support' && seat) || id === round.decides?.person,
  )
