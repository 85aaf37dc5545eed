import type { CellChange, Change, ChangedLine, Comparison } from '@withy/shared/plan'

/** Whether changes take words out, and do nothing else. */
export const onlyTakesOut = (changes: readonly Change[]): boolean => changes.length > 0 && changes.every(takesOut)

function takesOut(change: Change): boolean {
  if (change.what === 'text') return change.lines.length > 0 && change.lines.every(lineTakesOut)
  if (change.what === 'own') return change.did === 'taken-out'
  if (change.what !== 'item') return false
  return change.did === 'taken-out' || (change.did === 'changed' && (change.cells ?? []).every(cellTakesOut))
}

const lineTakesOut = ({ did, parts, links, wasLook }: ChangedLine): boolean =>
  did === 'taken-out' || (did === 'changed' && !links && !wasLook && addedIn(parts).length === 0)

const cellTakesOut = (cell: CellChange): boolean => 'parts' in cell && addedIn(cell.parts).length === 0

type Parts = ChangedLine['parts']
const addedIn = (parts: Parts): Parts => parts.filter(({ is }) => is === 'added')

/**
 * Who wrote the words that go out when a version is brought back: what was added since.
 * @param since what was changed from that version to now
 * @returns writers by number, each once
 */
export const writersGoingOut = ({ changes }: Pick<Comparison, 'changes'>): readonly number[] => [
  ...new Set(
    changes.flatMap((change) => {
      if (change.what === 'text') return change.lines.flatMap(({ parts }) => byOf(parts))
      if (change.what === 'own') return change.did === 'added' ? (change.by ?? []) : []
      if (change.what !== 'item') return []
      if (change.did === 'added') return change.by ?? []
      return (change.cells ?? []).flatMap((cell) => ('parts' in cell ? byOf(cell.parts) : []))
    }),
  ),
]

const byOf = (parts: Parts): readonly number[] => addedIn(parts).flatMap(({ by }) => by ?? [])
