import { can, type Role } from '@withy/shared/access'
import { carried, type Sentence, type SentenceChange } from '@withy/shared/plan'
import { expect } from 'vitest'
import type * as Y from 'yjs'
import type { SuggestionRow } from '../storage/suggestions.ts'
import { isSeen, type Letter, type Lettered, lettersAt, sentencesAt, type WordsPlace, wordingAt } from './letters-of.ts'

/** People whose a letter is, in one order. */
const all = (people: Iterable<string>): string => [...new Set(people)].sort().join(' ')

/** A yes that puts words into a plan, as it was said. */
type Yes = {
  readonly row: SuggestionRow
  readonly ids: readonly string[]
  readonly by: string
  /** Who is in the plan. */
  readonly roles: ReadonlyMap<string, Role>
}

/** Whose a letter is by what the server has written down. */
type Record = (letter: Letter) => readonly string[]
/** The plan before and after a change. */
type Seen = { readonly before: Y.Doc; readonly after: Y.Doc; readonly record: Record }

/** A sentence after a yes: the one it was where it stays, those it stands for where it does not. */
type Stands = { readonly is: Lettered; readonly was: Lettered | null; readonly of: readonly Lettered[] | null }

export type TalkBooks = ReturnType<typeof createTalkBooks>

/**
 * Books of who wrote each letter of a plan and who said yes to what, kept by a test beside the server and by other means. Each change
 * of the plan is looked at as it is made: it throws where words went, came or changed hands otherwise than people said.
 */
export function createTalkBooks(places: readonly WordsPlace[]) {
  const owners = new Map<string, string>()
  const said = new Map<string, Set<string>>()
  const refused = new Set<string>()
  const used = new Map<string, string>()
  const cut = new Set<string>()
  /** Whose letters somebody took out: when they put the same in again, those stay theirs (SPEC STORE-119). */
  const tookOut = new Map<string, Set<string>>()
  let takenOut = 0

  const ownersOf = ({ id }: Letter): string => owners.get(id) ?? 'nobody'
  const peopleOf = (letters: readonly Letter[]): string[] => letters.flatMap((one) => ownersOf(one).split(' '))

  /** Whose yes some sentences need: a stop after somebody's words is no word, unless there are only signs. */
  function writersOf({ letters }: Lettered): string[] {
    const text = letters.map(({ unit }) => unit).join('')
    const words = [...text.matchAll(/[\p{L}\p{N}]/gu)].flatMap(({ index }) => letters.slice(index, index + 1))
    return peopleOf(words.length > 0 ? words : letters)
  }

  function writersAround(text: readonly Lettered[], at: number): string[] {
    const [before, after] = [text[at - 1], text[at]]
    if (!before || !after || after.sentence.opens) return []
    const next = new Set(writersOf(after))
    return writersOf(before).filter((one) => next.has(one))
  }

  /** Whoever has said the same sentence already, of more than a few letters. */
  function saidAlready(text: readonly Lettered[], { becomes }: SentenceChange): string[] {
    const news = new Set(becomes.map(wordsOf).filter((words) => (words.match(/[\p{L}\p{N}]/gu) ?? []).length >= 8))
    return text.filter(({ sentence }) => news.has(wordsOf(sentence))).flatMap(writersOf)
  }

  /** That letters stay where they are, and nobody's are gone but those that may be. */
  function lost(before: Y.Doc, after: Y.Doc): Letter[] {
    const stay = new Set(places.flatMap((place) => lettersAt(after, place)).map(({ id }) => id))
    return places.flatMap((place) => lettersAt(before, place)).filter((one) => isSeen(one) && !stay.has(one.id))
  }

  function come(before: Y.Doc, after: Y.Doc): Letter[] {
    const were = new Set(places.flatMap((place) => lettersAt(before, place)).map(({ id }) => id))
    return places.flatMap((place) => lettersAt(after, place)).filter((one) => isSeen(one) && !were.has(one.id))
  }

  /** The sentences of a place after a yes beside those before it. */
  function standing(before: Y.Doc, after: Y.Doc, { row, ids }: Yes) {
    const place = row.place as WordsPlace
    const [text, then] = [sentencesAt(before, place), sentencesAt(after, place)]
    const found = carried(row.changes, wordingAt(before, place))
    const chosen = row.changes.flatMap((change, n) => {
      const at = found[n]
      return at?.is === 'fits' && ids.includes(change.id) ? [{ change, at: at.at, length: at.length }] : []
    })
    expect(chosen.map(({ change }) => change.id)).toEqual([...ids])
    const rows: Omit<Stands, 'is'>[] = []
    const of: { change: SentenceChange; of: Lettered[]; needs: string[]; from: number; to: number }[] = []
    let from = 0
    for (const { change, at, length } of chosen.toSorted((a, b) => a.at - b.at || a.length - b.length)) {
      for (const was of text.slice(from, at)) rows.push({ was, of: null })
      const gone = text.slice(at, at + length)
      const theirs = length > 0 ? gone.flatMap(writersOf) : writersAround(text, at)
      const needs = [...theirs, ...saidAlready(text, change)]
      of.push({ change, of: gone, needs, from: rows.length, to: rows.length + change.becomes.length })
      for (let n = 0; n < change.becomes.length; n++) rows.push({ was: gone[n] ?? null, of: gone })
      from = at + length
    }
    for (const was of text.slice(from)) rows.push({ was, of: null })
    expect(then.length, `sentences of ${then.map(reads).join(' | ')}`).toBe(rows.length)
    return { chosen: of, rows: rows.map((one, n): Stands => ({ ...one, is: then[n] as Lettered })) }
  }

  function wentBy(by: string, gone: readonly Letter[]) {
    for (const letter of gone) {
      const key = `${by} ${letter.unit}`
      tookOut.set(key, (tookOut.get(key) ?? new Set()).add(ownersOf(letter)))
    }
  }

  /** That a letter is whose it should be, or whose it was that the same person took out before. */
  function ownedBy(letter: Letter, whose: string, by: string, record: Record) {
    const is = all(record(letter))
    const isBack = tookOut.get(`${by} ${letter.unit}`)?.has(is) === true
    if (!isBack) expect(is, `whose “${letter.unit}” is, by the server’s record`).toBe(whose)
    owners.set(letter.id, is)
  }

  return {
    /** Somebody says yes to changes; what they give is called where they were refused. */
    saysYes({ id }: Pick<SuggestionRow, 'id'>, ids: readonly string[], by: string): () => void {
      const news = ids.filter((change) => !said.get(`${id} ${change}`)?.has(by))
      for (const change of ids) said.set(`${id} ${change}`, (said.get(`${id} ${change}`) ?? new Set()).add(by))
      return () => {
        for (const change of news) said.get(`${id} ${change}`)?.delete(by)
      }
    },
    saidNo({ id }: Pick<SuggestionRow, 'id'>, ids: readonly string[]) {
      for (const change of ids) refused.add(`${id} ${change}`)
    },
    /** Letters that somebody takes out in their own document. */
    cuts(letters: readonly Letter[]) {
      for (const { id } of letters) cut.add(id)
    },

    /** Somebody's own words have come into the plan, `whose` they say they are. */
    wasTyped({ before, after, record }: Seen, by: string, whose: string) {
      const gone = lost(before, after)
      expect(gone.filter(({ id }) => !cut.has(id))).toEqual([])
      wentBy(by, gone)
      for (const letter of come(before, after)) ownedBy(letter, whose, by, record)
    },

    /** A yes has changed the plan. */
    wasAccepted({ before, after, record }: Seen, yes: Yes) {
      const { row, by, roles } = yes
      const { chosen, rows } = standing(before, after, yes)
      const mayWrite = (id: string) => can(roles.get(id) ?? 'viewer', 'write')
      const then = new Map<string, string>()
      for (const { change, needs, from, to } of chosen) {
        const key = `${row.id} ${change.id}`
        const theirs = [...new Set(needs.filter((id) => roles.has(id)))]
        const isAsked = !theirs.every((id) => id === row.by) || (theirs.length > 0 && mayWrite(row.by))
        expect(refused, 'somebody said no to it').not.toContain(key)
        expect(used.has(key), 'is used once').toBe(false)
        used.set(key, by)
        if (isAsked) expect(theirs, 'who says yes has words there').toContain(by)
        else expect(mayWrite(by), 'who says yes may write').toBe(true)
        const yes = new Set([...(said.get(key) ?? []), row.by])
        for (const id of isAsked ? theirs : []) expect(yes, 'all whose words they are said yes').toContain(id)
        for (const { is } of rows.slice(from, to))
          for (const { id } of is.letters) then.set(id, all(theirs.length > 0 ? theirs : [by]))
      }
      const isOfLines = chosen.some(({ change }) => changesLines(change))
      for (const { is, was, of } of rows) {
        if (!of) expect(reads(is), 'a sentence that is no part of it').toBe(was && reads(was))
        if (!of && !isOfLines) expect(is.letters).toEqual(was?.letters)
        const stays = was && reads(was) === reads(is) ? was : null
        for (const [n, letter] of (stays?.letters ?? []).entries())
          if (is.letters[n]) then.set(is.letters[n].id, ownersOf(letter))
      }
      const gone = lost(before, after)
      wentBy(by, gone)
      for (const letter of come(before, after)) ownedBy(letter, then.get(letter.id) ?? 'nobody', by, record)
      const may = new Set(
        rows.flatMap(({ of, was }) => [...(of ?? []), ...(isOfLines && was ? [was] : [])]).flatMap(idsOf),
      )
      for (const { of } of chosen) for (const id of of.flatMap(idsOf)) may.add(id)
      expect(gone.filter(({ id }) => !may.has(id))).toEqual([])
      takenOut += gone.length
    },

    /** That the server's record says of every letter what people did. */
    agreeWith(doc: Y.Doc, record: Record) {
      const letters = places.flatMap((place) => lettersAt(doc, place)).filter(isSeen)
      expect(letters.map((one) => [one.unit, all(record(one))])).toEqual(
        letters.map((one) => [one.unit, ownersOf(one)]),
      )
    },
    /** Changes that are in the plan, by suggestion and change. */
    used: (): ReadonlyMap<string, string> => used,
    takenOut: () => takenOut,
  }
}

const reads = ({ sentence }: Lettered): string => wordsOf(sentence)

const wordsOf = ({ runs }: Sentence): string =>
  runs
    .map(({ text }) => text)
    .join('')
    .trim()

const idsOf = ({ letters }: Lettered): string[] => letters.map(({ id }) => id)

const changesLines = ({ was, becomes }: SentenceChange): boolean => {
  const lines = (some: SentenceChange['was']) => JSON.stringify(some.map(({ opens }) => opens))
  return lines(was) !== lines(becomes)
}
