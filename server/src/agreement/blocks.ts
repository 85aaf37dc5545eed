import type { Block } from '@withy/shared/api'
import { type Asking, isAgreeing, isSaid, isWordOfPerson, type Standing, seatOf, standing } from './answers.ts'

/** What stands in the way of sealing the plan in these words (SPEC AGREE-9 to AGREE-14). */
export function blocksOf(now: Asking, fingerprint: string): Block[] {
  const said = standing(now, fingerprint)
  const stops = said.filter(({ answer }) => answer === 'stop')
  const ofPerson = stops.filter((row) => (row.seat && !isInPlaceByOneWhoLeft(now, row)) || isWordOfPerson(now, row))
  const all: Block[] = [
    ...blocks('person-stop', ofPerson),
    ...(ofPerson.length === 0 && isPersonFirst(now, said) ? [personFirst(now)] : []),
    ...blocks(
      'stop',
      stops.filter((row) => !ofPerson.includes(row)),
    ),
  ]
  if (now.round.onDisagreement === 'everyone') {
    all.push(...blocks('disagreement', saying(said, 'disagree')), ...blocks('more-time', saying(said, 'more-time')))
  }
  return said.some((row) => isAgreeing(row) && !row.left) ? all : [...all, { why: 'nobody-agreed', person: null }]
}

/**
 * In place of the person, by somebody who went: nobody could take it back, and the person never said it (SPEC AGREE-12). Whoever was
 * taken out can be let in again and take it back: else an owner gets past them by taking them out (AGREE-38).
 */
const isInPlaceByOneWhoLeft = ({ plan }: Asking, { person, by, acting, left }: Standing): boolean =>
  by === null && acting !== null && left && !plan.former.some(({ id, removed }) => id === person && removed)

const saying = (said: readonly Standing[], what: Standing['answer']) => said.filter(({ answer }) => answer === what)

/** Each person once, however many sections it is about. */
const blocks = (why: Block['why'], rows: readonly Standing[]): Block[] =>
  [...new Set(rows.map(({ person }) => person))].map((person) => ({ why, person }))

const personFirst = (now: Asking): Block => ({ why: 'person-first', person: seatOf(now)?.id ?? null })

const isPersonFirst = (now: Asking, said: readonly Standing[]): boolean =>
  now.plan.kind === 'support' &&
  !said.some((row) => isSaid(row) && row.ofTheseWords && !row.left && isWordOfPerson(now, row))
