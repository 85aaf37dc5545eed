import { can, type Role } from '@withy/shared/access'
import type { SuggestedChange, Suggestion } from '@withy/shared/protocol'
import { refuse } from '../http/refused.ts'

/** A change of a suggestion, as it stands to the text of this moment. */
export type ChangeNow = Pick<SuggestedChange, 'id' | 'yes' | 'fate'> & {
  /** It fits where it was offered; what it offers stands there already; or the words it was about do not. */
  readonly is: 'fits' | 'there' | 'gone'
  /** Who put in, or had put in for them, any letter of the sentences it takes the place of. */
  readonly owners: readonly string[]
}

type People = ReadonlyMap<string, Role>

export type Deciding = {
  readonly me: string
  /** Who is in the plan. */
  readonly people: People
  /** Ids of changes. */
  readonly accept: readonly string[]
  readonly keep: readonly string[]
}

/** Ids of changes: those that are to be in the plan now, those that have one yes more, and those whose words stay. */
export type Decided = {
  readonly accepted: readonly string[]
  readonly agreed: readonly string[]
  readonly kept: readonly string[]
}

/**
 * Whose yes a change needs. Nobody's: who may write decides (SPEC TALK-22). Of words that are theirs alone who offered it, and may
 * not write, has said yes, and that alone would be writing (SPEC TALK-96).
 */
export function needsOf({ is, owners }: Pick<ChangeNow, 'is' | 'owners'>, people: People, by: string): string[] {
  const needs = is === 'fits' ? owners.filter((id) => people.has(id)) : []
  return needs.every((id) => id === by) && !mayWrite(people, by) ? [] : needs
}

function mayWrite(people: People, id: string): boolean {
  const role = people.get(id)
  return role !== undefined && can(role, 'write')
}

/**
 * What comes of what somebody says to the changes of a suggestion (SPEC TALK-22, TALK-30). All of it or nothing: throws a refusal
 * where they may not say one of them, or it cannot be any more.
 */
export function decide(
  { by, changes }: Pick<Suggestion, 'by'> & { readonly changes: readonly ChangeNow[] },
  deciding: Deciding,
): Decided {
  const { accept, keep } = deciding
  if (accept.length + keep.length === 0 || accept.some((id) => keep.includes(id))) throw refuse('bad-request')
  const named = (id: string): ChangeNow => {
    const found = changes.find((change) => change.id === id)
    if (!found) throw refuse('bad-request')
    return found
  }
  const waiting = (ids: readonly string[], asked: 'accepted' | 'kept') =>
    [...new Set(ids)].map(named).filter((change) => isWaiting(change, asked))
  const yes = waiting(accept, 'accepted').map((change) => ({ id: change.id, isLast: sayYes(change, by, deciding) }))
  const kept = waiting(keep, 'kept')
  for (const change of kept) refuseOthers(change, by, deciding)
  return {
    accepted: yes.flatMap(({ id, isLast }) => (isLast ? [id] : [])),
    agreed: yes.flatMap(({ id, isLast }) => (isLast ? [] : [id])),
    kept: kept.map(({ id }) => id),
  }
}

/** False: it came to what is asked already, by whoever said so. */
function isWaiting({ fate }: ChangeNow, asked: 'accepted' | 'kept'): boolean {
  if (fate === null) return true
  if ((fate.is === 'accepted') !== (asked === 'accepted')) throw refuse('already-decided')
  return false
}

/** Whether that was the last yes it needed. */
function sayYes(change: ChangeNow, by: string, deciding: Deciding): boolean {
  // Of words that read so already nobody says yes for those who wrote the words before them (SPEC TALK-97).
  if (change.is !== 'fits') throw refuse('words-changed')
  refuseOthers(change, by, deciding)
  // Who offered it has said yes to their own words with that, where it waits for others too.
  const said = new Set([...change.yes, deciding.me, by])
  return needsOf(change, deciding.people, by).every((id) => said.has(id))
}

function refuseOthers(change: ChangeNow, by: string, { me, people }: Deciding): void {
  const needs = needsOf(change, people, by)
  if (needs.length > 0 && !needs.includes(me)) throw refuse('their-words')
  if (needs.length === 0 && !mayWrite(people, me)) throw refuse('not-allowed')
}
