import type { SentenceChange } from './sentence-change.ts'
import { apartBy, sentenceKey, startKeyOf, startOf, wordsOfSentence } from './sentence-reads.ts'
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
  return carriedOver(changes, standing(sentencesOf(now)))
}

/** The same, in sentences. */
export function carriedOver(changes: readonly SentenceChange[], text: Standing): Carried[] {
  const taken = new Map<SentenceChange, Place>()
  const free = freePlaces()
  const found = changes.map((change, n) => placesOf(change, neighboursOf(changes, n), text))
  // The surest first; of equally sure ones each takes its own in their order.
  for (const place of found.flat().toSorted((a, b) => b.sure - a.sure))
    if (!taken.has(place.change) && free.take(place)) taken.set(place.change, place)
  return changes.map((change): Carried => {
    const place = taken.get(change)
    if (!place) return { id: change.id, is: 'gone', at: null, length: 0 }
    return { id: change.id, is: place.is, at: place.at, length: place.length }
  })
}

/** Keeps of which sentences, and from between which, places were taken. */
function freePlaces() {
  const takenBy = new Map<number, Place>()
  const between = new Set<number>()
  const isFree = ({ at, length }: Place) => {
    // Between two sentences of one place is no other's; beside it may be.
    if (length === 0) return !takenBy.has(at) || takenBy.get(at) !== takenBy.get(at - 1)
    for (let n = at; n < at + length; n++) if (takenBy.has(n) || (n > at && between.has(n))) return false
    return true
  }
  return {
    take(place: Place): boolean {
      if (!isFree(place)) return false
      if (place.length === 0) between.add(place.at)
      for (let n = place.at; n < place.at + place.length; n++) takenBy.set(n, place)
      return true
    },
  }
}

type Place = {
  readonly change: SentenceChange
  readonly is: 'fits' | 'there'
  readonly at: number
  readonly length: number
  /** Neighbours that stand beside it count twice. */
  readonly sure: number
}

/** A text in which sentences are looked for. */
export type Standing = {
  readonly sentences: readonly Sentence[]
  readonly keys: readonly string[]
  readonly words: readonly string[]
  /** The places of all sentences that are alike, and of those that read alike. */
  readonly byKey: ReadonlyMap<string, readonly number[]>
  readonly byWords: ReadonlyMap<string, readonly number[]>
}

export function standing(sentences: readonly Sentence[]): Standing {
  const [keys, words] = [sentences.map(sentenceKey), sentences.map(wordsOfSentence)]
  return { sentences, keys, words, byKey: placesBy(keys), byWords: placesBy(words) }
}

function placesBy(row: readonly string[]): Map<string, number[]> {
  const places = new Map<string, number[]>()
  for (const [at, one] of row.entries()) {
    const like = places.get(one)
    if (like) like.push(at)
    else places.set(one, [at])
  }
  return places
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
  const standingThere = becomes.length > 0 ? found(becomes, text) : gaps(beside, text)
  const isSetOut = onlySetOut(change) ? (at: number) => isSetOutAs(becomes, text.sentences, at) : null
  const there = likeliest(standingThere, near, becomes.length, (at, beside): Place[] => {
    if (isSetOut?.(at) === false) return []
    const enough = becomes.length > 0 ? beside > 0 || isSetOut : beside > 1
    return enough ? [{ change, is: 'there', at, length: becomes.length, sure: 2 * beside + Number(isThere) }] : []
  })
  const fitting = was.length > 0 ? found(was, text) : gaps(beside, text)
  const fits = likeliest(fitting, near, was.length, (at, beside): Place[] => {
    if (isSetOut?.(at)) return []
    // Where it stands several times and nothing tells which was meant, it is none of them.
    if (beside === 0 && (was.length === 0 || fitting.length > 1)) return []
    const place = was.length > 0 ? at : insertedAt(change, at, text)
    return place === null
      ? []
      : [{ change, is: 'fits', at: place, length: was.length, sure: 2 * beside + Number(!isThere) }]
  })
  return [...there, ...fits]
}

/** Whether the words stay, and only how their lines are set out is another. */
const onlySetOut = ({ was, becomes }: SentenceChange): boolean =>
  was.length === becomes.length &&
  was.every((sentence, n) => sentenceKey(sentence) === sentenceKey(becomes[n] as Sentence)) &&
  !isSetOutAs(becomes, was, 0)

const isSetOutAs = (row: readonly Sentence[], sentences: readonly Sentence[], at: number): boolean =>
  row.every((sentence, n) => startKeyOf(sentence) === startKeyOf(sentences[at + n] as Sentence))

/** Of places that are equally sure so many are looked at: a text may be one sentence ten thousand times. */
const MOST_ALIKE = 200

/** What is made of places; of none more when there are enough of the surest. */
function likeliest(
  places: readonly number[],
  near: (at: number, length: number) => number,
  length: number,
  made: (at: number, beside: number) => Place[],
): Place[] {
  const counts = [0, 0, 0]
  const all: Place[] = []
  for (const at of places) {
    const beside = near(at, length)
    if ((counts[beside] ?? 0) >= MOST_ALIKE) continue
    const one = made(at, beside)
    all.push(...one)
    counts[beside] = (counts[beside] ?? 0) + one.length
    if ((counts[2] ?? 0) >= MOST_ALIKE) break
  }
  return all
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
function found(row: readonly Sentence[], { keys, byKey }: Standing): readonly number[] {
  const wanted = row.map(sentenceKey)
  const firsts = byKey.get(wanted[0] ?? '') ?? []
  if (wanted.length === 1 || firsts.length === 0) return firsts
  const again = startsAgain(wanted)
  const places: number[] = []
  let so = 0
  for (const [at, key] of keys.entries()) {
    while (so > 0 && wanted[so] !== key) so = again[so - 1] as number
    if (wanted[so] === key) so++
    if (so < wanted.length) continue
    places.push(at - so + 1)
    so = again[so - 1] as number
  }
  return places
}

/** For each place in a row how much of its start ends there (Knuth, Morris, Pratt): a long row may be like itself in many places. */
function startsAgain(row: readonly string[]): number[] {
  const again = [0]
  for (let at = 1, so = 0; at < row.length; at++) {
    while (so > 0 && row[so] !== row[at]) so = again[so - 1] as number
    if (row[so] === row[at]) so++
    again.push(so)
  }
  return again
}

/** Between which sentences something may stand: beside what may stand before or after it, and at an end of the text. */
function gaps({ before, after }: Neighbours, { sentences, byWords }: Standing): number[] {
  const beside = [
    ...[...before].flatMap((words) => (words === '' ? [0] : (byWords.get(words) ?? []).map((at) => at + 1))),
    ...[...after].flatMap((words) => (words === '' ? [sentences.length] : (byWords.get(words) ?? []))),
  ]
  return [...new Set(beside)].sort((a, b) => a - b)
}
