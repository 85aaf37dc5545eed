import type { Run } from '../plan.ts'
import { isWord } from '../words-in-text.ts'
import type { Carried } from './carried.ts'
import { tellingWords } from './moved.ts'
import type { SentenceChange } from './sentence-change.ts'
import type { Sentence } from './sentences.ts'

/** Whose words are that a writer, by number, put in. */
type OwnersOf<Owner> = (by: number) => readonly Owner[]

/**
 * All of a suggestion, and where it is in a text.
 * @param placed in the order of the changes
 * @param signed the sentences of that text, their runs signed; of a cell those of one paragraph of its signed words
 */
type Placed = {
  readonly changes: readonly SentenceChange[]
  readonly placed: readonly Carried[]
  readonly signed: readonly Sentence[]
}

/**
 * Whose words changes of a suggestion reword, of each change that fits (SPEC TALK-26). A new sentence in the middle of what somebody
 * says in one line rewords that too; and a sentence that somebody has said somewhere in the text stays theirs where it is put in
 * elsewhere.
 */
export function wordsOwned<Owner>(
  { changes, placed, signed }: Placed,
  ownersOf: OwnersOf<Owner>,
): ReadonlyMap<string, readonly Owner[]> {
  const owned = new Map<string, readonly Owner[]>()
  for (const [n, { id, is, at, length }] of placed.entries()) {
    if (is !== 'fits') continue
    const theirs = length > 0 ? ownersIn(signed.slice(at, at + length), ownersOf) : around(signed, at, ownersOf)
    const already = saidAlready(changes[n]?.becomes ?? [], signed).flatMap(ownersOf)
    owned.set(id, [...new Set([...theirs, ...already])])
  }
  return owned
}

/** Who wrote sentences of a text that read as some do. */
function saidAlready(some: readonly Sentence[], signed: readonly Sentence[]): number[] {
  const known = said.get(signed) ?? saidIn(signed)
  said.set(signed, known)
  return some.map(tellingWords).flatMap((words) => (words === null ? [] : [...(known.get(words) ?? [])]))
}

type Said = ReadonlyMap<string, ReadonlySet<number>>
/** Hundreds of suggestions may be about one text. */
const said = new WeakMap<readonly Sentence[], Said>()

function saidIn(signed: readonly Sentence[]): Said {
  const all = new Map<string, Set<number>>()
  for (const sentence of signed) {
    const words = tellingWords(sentence)
    if (words === null) continue
    const by = all.get(words) ?? new Set()
    all.set(words, by)
    for (const one of writersOf(sentence)) by.add(one)
  }
  return all
}

const ownersIn = <Owner>(sentences: readonly Sentence[], ownersOf: OwnersOf<Owner>): Owner[] =>
  sentences.flatMap(writersOf).flatMap(ownersOf)

/** Whose both the sentence before a place is and the one that goes on after it in the same line. */
function around<Owner>(signed: readonly Sentence[], at: number, ownersOf: OwnersOf<Owner>): Owner[] {
  const [before, after] = [signed[at - 1], signed[at]]
  if (!before || !after || after.opens !== null) return []
  const next = new Set(ownersIn([after], ownersOf))
  return ownersIn([before], ownersOf).filter((one) => next.has(one))
}

/** Who put a full stop after somebody's words has none of them; where there are only signs, they are the words. */
function writersOf({ runs }: Sentence): number[] {
  const words = runs.filter(({ text }) => isWord(text))
  return (words.length > 0 ? words : runs.filter(({ text }) => /\S/.test(text))).flatMap(writerOf)
}

const writerOf = ({ by }: Run): number[] => (by === undefined ? [] : [by])
