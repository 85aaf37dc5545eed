import * as Y from 'yjs'
import { hasWords, wellFormed } from './plain-words.ts'

/** Any shared type, also a root that nothing has named a type for yet. */
// biome-ignore lint/suspicious/noExplicitAny: the event type of a shared type says nothing about what it holds
export type YType = Y.AbstractType<any>

export type Marks = Readonly<Record<string, unknown>>

/** One piece of the list content of a shared type, in order. Deleted content never shows. */
export type Piece =
  | { readonly is: 'text'; readonly text: string; readonly marks: Marks; readonly id: Y.ID }
  | { readonly is: 'type'; readonly type: YType }
  | { readonly is: 'value'; readonly value: unknown }

// Yjs's own readers differ by type and throw on the wrong one; a root may hold both list and map content, whatever
// a peer called it. So content is read from the items themselves, which are the same for every type.
export function* piecesOf(type: YType): Generator<Piece> {
  let marks: Record<string, unknown> = Object.create(null)
  for (let item = type._start; item !== null; item = item.right) {
    if (item.deleted) continue
    const content = item.content
    if (content instanceof Y.ContentString) yield { is: 'text', text: content.str, marks, id: item.id }
    else if (content instanceof Y.ContentFormat) marks = marked(marks, content)
    else if (content instanceof Y.ContentType) yield { is: 'type', type: content.type }
    else if (content instanceof Y.ContentEmbed) yield { is: 'value', value: content.embed }
    else if (content instanceof Y.ContentAny || content instanceof Y.ContentJSON)
      for (const value of content.getContent()) yield { is: 'value', value }
  }
}

function marked(marks: Marks, format: Y.ContentFormat): Record<string, unknown> {
  const next = Object.assign(Object.create(null), marks)
  if (format.value === null) delete next[format.key]
  else next[format.key] = format.value
  return next
}

/** The map content (entries, attributes) of a shared type, sorted by key so that every copy reads the same. */
export function entriesOf(type: YType): readonly (readonly [key: string, value: unknown])[] {
  const entries: [string, unknown][] = []
  for (const [key, item] of type._map) {
    if (item.deleted) continue
    const content = item.content
    if (content instanceof Y.ContentType) entries.push([key, content.type])
    else if (content instanceof Y.ContentString) entries.push([key, content.str])
    else entries.push([key, content.getContent().at(-1)])
  }
  return entries.sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0))
}

export const isType = (value: unknown): value is YType => value instanceof Y.AbstractType

// Attributes of elements we do not know that people see or hear as words.
const SPOKEN = new Set(['alt', 'title', 'label'])

/**
 * Every visible string in a value or shared type, in order, whatever it is made of. Numbers, binary, keys, marks and
 * other attributes are not words. A loop and not a recursion: a peer can nest deeper than the stack.
 */
export function wordsWithin(start: unknown): string[] {
  const found: string[] = []
  const waiting: unknown[] = [start]
  while (waiting.length > 0) {
    const value = waiting.pop()
    if (typeof value === 'string') {
      if (hasWords(value)) found.push(wellFormed(value))
    } else if (isType(value)) pushAll(waiting, insideType(value))
    else if (Array.isArray(value)) pushAll(waiting, value)
    else if (value !== null && typeof value === 'object' && !ArrayBuffer.isView(value) && !(value instanceof Y.Doc))
      pushAll(waiting, Object.values(value))
  }
  return found
}

/** Words in the list content of a type only, or in its map content only (`spokenOnly`: of an element's attributes). */
export const wordsInPieces = (type: YType): string[] => wordsWithin(pieceValues(type))
export const wordsInAttributes = (type: YType, spoken: boolean): string[] => wordsWithin(attributeValues(type, spoken))

function insideType(type: YType): unknown[] {
  const isElement = type instanceof Y.XmlElement
  return [
    ...pieceValues(type),
    ...(isElement ? attributeValues(type, true) : entriesOf(type).map(([, value]) => value)),
  ]
}

function attributeValues(type: YType, spoken: boolean): unknown[] {
  return entriesOf(type)
    .filter(([key, value]) => isType(value) || (spoken && SPOKEN.has(key)))
    .map(([, value]) => value)
}

/** Text that follows on is one string, so that a word typed in two goes is one word. */
function pieceValues(type: YType): unknown[] {
  const values: unknown[] = []
  let text = ''
  for (const piece of piecesOf(type)) {
    if (piece.is === 'text') {
      text += piece.text
      continue
    }
    if (text !== '') values.push(text)
    text = ''
    values.push(piece.is === 'type' ? piece.type : piece.value)
  }
  if (text !== '') values.push(text)
  return values
}

/** Pushed backwards, since the last one waiting is read first. A loop: spreading a very long list overflows the stack. */
function pushAll(waiting: unknown[], values: readonly unknown[]): void {
  for (let i = values.length - 1; i >= 0; i--) waiting.push(values[i])
}
