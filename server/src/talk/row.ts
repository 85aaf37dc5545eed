import type { Role } from '@withy/shared/access'
import type { AnsweredInShort, Suggestion } from '@withy/shared/protocol'
import type { ChangeRow, FateRow, SuggestionRow } from '../storage/suggestions.ts'
import type { Stands } from '../versions/reword.ts'
import { type ChangeNow, needsOf } from './decide.ts'

/** The changes of a suggestion as they stand. */
export const changesNow = (row: SuggestionRow, stands: readonly Stands[]): ChangeNow[] => {
  const byId = new Map(stands.map((one) => [one.id, one]))
  return row.changes.map(({ id, yes, fate }) => ({ is: 'gone', owners: [], ...byId.get(id), id, yes, fate }))
}

/** Whose yes each change waits for, as the text is now; of one that is decided what was so then. */
export function withNeeds(
  row: SuggestionRow,
  stands: readonly Stands[],
  people: ReadonlyMap<string, Role>,
): SuggestionRow {
  const byId = new Map(stands.map((one) => [one.id, one]))
  const needs = (change: ChangeRow) => {
    const now = byId.get(change.id)
    return change.fate === null && now ? needsOf(now, people, row.by) : change.needs
  }
  return { ...row, changes: row.changes.map((change) => ({ ...change, needs: needs(change) })) }
}

/** Where something became of some of its changes. */
export const withFate = (row: SuggestionRow, ids: readonly string[], fate: (change: ChangeRow) => FateRow) => ({
  ...row,
  changes: row.changes.map((change) =>
    change.fate === null && ids.includes(change.id) ? { ...change, fate: fate(change) } : change,
  ),
})

/** Where somebody has said yes to some of them. */
export const withYes = (row: SuggestionRow, ids: readonly string[], person: string): SuggestionRow => ({
  ...row,
  changes: row.changes.map((change) =>
    ids.includes(change.id) ? { ...change, yes: [...new Set([...change.yes, person])] } : change,
  ),
})

/** A suggestion as everybody sees it. Who offered it has said yes to their own words, where others are waited for too. */
export const suggestionSeen = ({ accepting, changes, ...row }: SuggestionRow): Suggestion => ({
  ...row,
  changes: changes.map(({ fate, ...change }) => ({
    ...change,
    yes: change.needs.filter((id) => change.yes.includes(id) || (id === row.by && change.needs.length > 1)),
    fate: fate && { is: fate.is, by: fate.by, at: fate.at },
  })),
})

/** One that was answered, without its words (SPEC TALK-95). */
export const inShort = ({ id, place, by, at, changes }: Suggestion, isBack: boolean): AnsweredInShort => ({
  ...{ id, place, by, at },
  count: changes.length,
  earlier: changes.filter(({ fate, was }) => fate?.is === 'accepted' && was.length > 0).length,
  people: [...new Set(changes.flatMap(({ needs }) => needs))],
  isBack,
})

export const isDecided = ({ changes }: SuggestionRow): boolean => changes.every(({ fate }) => fate !== null)
