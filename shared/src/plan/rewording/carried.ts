import type { SentenceChange } from './sentence-change.ts'
import { apartBy, sentenceKey, startOf, wordsOfSentence } from './sentence-reads.ts'
import { type Sentence, sentencesOf, type Wording } from './sentences.ts'

/**
 * What is left of a change in a text as it is now: it fits onto `length` sentences from `at` on (of `sentencesOf(now)`), what it
 * becomes stands there already, or what it was made for is gone.
 */
export type Carried = { readonly id: string } & (
  | { readonly is: 'fits' | 'there'; readonly at: number; readonly length: number }
  | { readonly is: 'gone'; readonly at: null; readonly length: 0 }
)

/**
 * Finds in a text as it is now the places of all changes of one suggestion, also of those that are decided (SPEC TALK-24). No
 * sentence is two changes'.
 */
export function carried(changes: readonly SentenceChange[], now: Wording): Carried[] {
  return carriedOver(changes, sentencesOf(now))
}

/** The same, in sentences. */
export function carriedOver(changes: readonly SentenceChange[], now: readonly Sentence[]): Carried[] {
  const text = standing(now)
  const taken = new Map<SentenceChange, Place>()
  const free = (place: Place) => [...taken.values()].every((other) => isApart(place, other))
  const found = changes.map((change, n) => placesOf(change, neighboursOf(changes, n), text))
  // The surest first; of equally sure ones each takes its own in their order.
  for (const place of found.flat().toSorted((a, b) => b.sure - a.sure))
    if (!taken.has(place.change) && free(place)) taken.set(place.change, place)
  return changes.map((change): Carried => {
    const place = taken.get(change)
    if (!place) return { id: change.id, is: 'gone', at: null, length: 0 }
    return { id: change.id, is: place.is, at: place.at, length: place.length }
  })
}

/** Whether nothing of one place is within the other. Something put in between two sentences is in neither. */
const isApart = (a: Place, b: Place): boolean => a.at + a.length <= b.at || b.at + b.length <= a.at

type Place = {
  readonly change: SentenceChange
  readonly is: 'fits' | 'there'
  readonly at: number
  readonly length: number
  /** Neighbours that stand beside it count twice. */
  readonly sure: number
}

/** A text in which sentences are looked for. */
type Standing = {
  readonly sentences: readonly Sentence[]
  readonly keys: readonly string[]
  readonly words: readonly string[]
  readonly placesByKey: ReadonlyMap<string, readonly number[]>
}

function standing(sentences: readonly Sentence[]): Standing {
  const keys = sentences.map(sentenceKey)
  const placesByKey = new Map<string, number[]>()
  for (const [n, key] of keys.entries()) {
    const places = placesByKey.get(key)
    if (places) places.push(n)
    else placesByKey.set(key, [n])
  }
  return { sentences, keys, words: sentences.map(wordsOfSentence), placesByKey }
}

/** What may stand before and after a change. */
type Neighbours = { readonly before: ReadonlySet<string>; readonly after: ReadonlySet<string> }

/** Where the change before or after it is accepted, what that has put there is its neighbour. */
function neighboursOf(changes: readonly SentenceChange[], n: number): Neighbours {
  const change = changes[n] as SentenceChange
  const before = new Set([change.before])
  const after = new Set([change.after])
  for (let i = n - 1; i >= 0; i--) {
    const { was, becomes, before: further } = changes[i] as SentenceChange
    const last = was.at(-1)
    if (!last || !before.has(wordsOfSentence(last))) break
    const put = becomes.at(-1)
    before.add(put ? wordsOfSentence(put) : further)
  }
  for (let i = n + 1; i < changes.length; i++) {
    const { was, becomes, after: further } = changes[i] as SentenceChange
    const [first] = was
    if (!first || !after.has(wordsOfSentence(first))) break
    after.add(becomes[0] ? wordsOfSentence(becomes[0]) : further)
  }
  return { before, after }
}

function placesOf(change: SentenceChange, beside: Neighbours, text: Standing): Place[] {
  const { was, becomes, fate } = change
  const isIn = fate?.is === 'accepted'
  const near = (at: number, length: number) =>
    Number(beside.before.has(text.words[at - 1] ?? '')) + Number(beside.after.has(text.words[at + length] ?? ''))
  // Put in already is likelier than wanted twice; where other words stand for some, that those stand elsewhere too.
  const isThere = isIn || was.length === 0
  const there = (becomes.length > 0 ? found(becomes, text) : gaps(text)).flatMap((at): Place[] => {
    const beside = near(at, becomes.length)
    const enough = becomes.length > 0 ? beside > 0 : beside > 1
    return enough ? [{ change, is: 'there', at, length: becomes.length, sure: 2 * beside + Number(isThere) }] : []
  })
  const fitting = was.length > 0 ? found(was, text) : gaps(text)
  const fits = fitting.flatMap((at): Place[] => {
    const beside = near(at, was.length)
    // Where it stands several times and nothing tells which was meant, it is none of them.
    if (beside === 0 && (was.length === 0 || fitting.length > 1)) return []
    const place = was.length > 0 ? at : insertedAt(change, at, text)
    return place === null
      ? []
      : [{ change, is: 'fits', at: place, length: was.length, sure: 2 * beside + Number(!isThere) }]
  })
  return [...there, ...fits]
}

/** Where new sentences go that were made for a place between two: never into a line that goes on there. Null: not there. */
function insertedAt(
  { becomes, before, after }: SentenceChange,
  at: number,
  { sentences, words }: Standing,
): number | null {
  // Made for an empty text: they are the end of one that is not empty any more.
  if (before === '' && after === '' && at < sentences.length) return null
  const first = becomes[0]
  if (!first) return null
  if (!first.opens && words[at - 1] !== before) return null
  const apart = apartBy(startOf(first))
  let place = at
  while (place < sentences.length && apartBy(startOf(sentences[place] as Sentence)) < apart) place++
  return place
}

/** Where sentences stand one after the other. */
function found(row: readonly Sentence[], { keys, placesByKey }: Standing): number[] {
  const wanted = row.map(sentenceKey)
  return (placesByKey.get(wanted[0] ?? '') ?? []).filter((at) => wanted.every((key, n) => keys[at + n] === key))
}

/** Everywhere between two sentences, and both ends. */
const gaps = ({ sentences }: Standing): number[] => Array.from({ length: sentences.length + 1 }, (_, at) => at)
