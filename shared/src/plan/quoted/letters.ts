import * as Y from 'yjs'
import type { YType } from '../yjs-content.ts'

/** Letters that follow each other in the document too. */
type Stretch = {
  /** Where it begins in the text. */
  readonly at: number
  readonly length: number
  readonly client: number
  readonly clock: number
  readonly type: YType
  /** Where it begins in its type, as Yjs counts. */
  readonly index: number
}

/** A text box or a cell of words as its letters, with a line end between blocks, and where in the document each stands. */
export type Letters = {
  readonly text: string
  readonly stretches: readonly Stretch[]
  /** Where each type of letters begins, one without any too. */
  readonly starts: ReadonlyMap<YType, number>
}

// Deeper than people write: no reader runs out of stack.
const DEEPEST = 20

/** Reads all letters of a text. Never throws; what is no letters (pictures, unknown things) is passed over. */
export function lettersOf(root: YType): Letters {
  const stretches: Stretch[] = []
  const starts = new Map<YType, number>()
  let text = ''
  const endLine = () => {
    if (text !== '' && !text.endsWith('\n')) text += '\n'
  }
  const read = (type: YType, depth: number): void => {
    starts.set(type, text.length)
    let index = 0
    for (let item = type._start; item !== null; item = item.right) {
      if (item.deleted || !item.countable) continue
      const { content } = item
      if (content instanceof Y.ContentString) {
        stretches.push({ at: text.length, length: item.length, ...item.id, type, index })
        text += content.str
      } else if (content instanceof Y.ContentType && depth < DEEPEST) {
        const isBlock = content.type instanceof Y.XmlElement
        if (isBlock) endLine()
        read(content.type, depth + 1)
        if (isBlock) endLine()
      }
      index += item.length
    }
  }
  read(root, 0)
  return { text, stretches, starts }
}

/** The id of the letter at a place of the text; null: a line end stands there, or nothing. */
export function idAt({ stretches }: Letters, at: number): Y.ID | null {
  const found = stretches[lastIndex(stretches, (stretch) => stretch.at <= at)]
  return found && at < found.at + found.length ? Y.createID(found.client, found.clock + at - found.at) : null
}

/** Where a place of a type stands in the text; null: the type is not of this text. */
export function placeIn({ stretches, starts, text }: Letters, type: YType, index: number): number | null {
  const start = starts.get(type)
  if (start === undefined) return null
  const before = stretches.findLast((stretch) => stretch.type === type && stretch.index <= index)
  return before ? Math.min(before.at + Math.min(index - before.index, before.length), text.length) : start
}

/** Stretches by the client that wrote them, for `placeOfId`: made once for many places. */
export type LettersById = ReadonlyMap<number, readonly Stretch[]>

export function byId({ stretches }: Letters): LettersById {
  const clients = new Map<number, Stretch[]>()
  for (const stretch of stretches) {
    const own = clients.get(stretch.client)
    if (own) own.push(stretch)
    else clients.set(stretch.client, [stretch])
  }
  for (const own of clients.values()) own.sort((a, b) => a.clock - b.clock)
  return clients
}

/** Where the letter of an id stands; null: it is not in this text (any more). */
export function placeOfId(letters: LettersById, { client, clock }: Y.ID): number | null {
  const own = letters.get(client) ?? []
  const found = own[lastIndex(own, (stretch) => stretch.clock <= clock)]
  return found && clock < found.clock + found.length ? found.at + clock - found.clock : null
}

/** Of a list in which `is` holds for the first ones: the last it holds for, -1 for none. */
function lastIndex<T>(list: readonly T[], is: (one: T) => boolean): number {
  let low = 0
  let high = list.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (is(list[middle] as T)) low = middle + 1
    else high = middle
  }
  return low - 1
}
