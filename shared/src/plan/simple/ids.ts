import * as Y from 'yjs'
import type { Line } from './lines.ts'

/** Names one letter or line end of a text for as long as it is there, whatever comes before it. */
export type LetterId = number

/** More letters than one Yjs client ever writes: a number holds client and clock without a loss. */
const CLOCKS = 2 ** 33

/** Names for the letters of lines, one for each sign of their text. A line end has that of the line it begins. */
export function letterIds(): (lines: readonly Line[]) => LetterId[] {
  const clients = new Map<number, number>()
  const named = (id: Y.ID, offset = 0): LetterId => {
    const known = clients.get(id.client) ?? clients.size
    clients.set(id.client, known)
    return known * CLOCKS + id.clock + offset
  }
  const ofType = (type: Y.XmlElement): LetterId => (type._item ? named(type._item.id) : -1)
  const lettersIn = (text: Y.XmlText): LetterId[] => {
    const ids: LetterId[] = []
    for (let item = text._start; item !== null; item = item.right) {
      if (item.deleted || !(item.content instanceof Y.ContentString)) continue
      for (let n = 0; n < item.length; n++) ids.push(named(item.id, n))
    }
    return ids
  }
  return (lines) =>
    lines.flatMap(({ element, pieces }, n) => [
      ...(n > 0 ? [ofType(element)] : []),
      ...pieces.flatMap((piece) => (piece.is === 'break' ? [ofType(piece.type)] : lettersIn(piece.type))),
    ])
}
