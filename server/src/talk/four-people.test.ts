import type { Role } from '@withy/shared/access'
import {
  addItem,
  cellWords,
  type RichText,
  readPlan,
  readRichText,
  rewordIn,
  type Sentence,
  type Sign,
  sentencesOf,
  signedWords,
  textOfSentences,
  textRoot,
  type Wording,
  wordsOfSentences,
} from '@withy/shared/plan'
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { Refusing } from '../http/refused.ts'
import { documentOf } from '../one-document.ts'
import type { Authored } from '../storage/authors.ts'
import type { ChangeRow, SuggestionRow } from '../storage/suggestions.ts'
import { createAuthors } from '../versions/authors.ts'
import { type Edit, editIn, offerIn, standingIn } from '../versions/reword.ts'
import { decide } from './decide.ts'
import { changesNow, withFate, withYes } from './row.ts'

const BOX = 'place.where'
const LIST = 'living-map.do'
const ITEM = 'one'
const PLACES = [
  { box: BOX, item: null, field: null },
  { box: LIST, item: ITEM, field: 'what' },
] as const
type Place = (typeof PLACES)[number]

/** Ann writes nothing herself: others type what she says. Sue only suggests. */
const ROLES = { ann: 'viewer', ben: 'contributor', cat: 'contributor', sue: 'suggester' } as const
type Name = keyof typeof ROLES
const NAMES = Object.keys(ROLES) as Name[]
const WRITERS: Name[] = ['ben', 'cat']

/** What somebody does, and numbers that choose where, of however many places there are. */
type Step = { readonly does: (typeof DOES)[number]; readonly who: number; readonly a: number; readonly b: number }
const DOES = [
  ...(['type', 'type', 'sentence', 'line', 'cut'] as const),
  ...(['send', 'send', 'send', 'get', 'get', 'get'] as const),
  ...(['suggest', 'suggest', 'suggest', 'decide', 'decide', 'decide', 'decide', 'decide', 'write'] as const),
]
const anyStep: fc.Arbitrary<Step> = fc.record({
  does: fc.constantFrom(...DOES),
  who: fc.nat(3),
  a: fc.nat(10_000),
  b: fc.nat(10_000),
})

type Sent = { readonly update: Uint8Array; readonly saidFor: Name | null }
type Person = { readonly doc: Y.Doc; readonly sends: Sent[]; readonly gets: Uint8Array[] }
type InFlight = { readonly edit: Edit; readonly by: Name }

const pick = <One>(all: readonly One[], n: number): One | undefined => all[n % Math.max(1, all.length)]
const wordsIn = (text: string): string[] => text.match(/w\d+x/g) ?? []
const wordsOf = (sentences: readonly Sentence[]): string[] => wordsIn(wordsOfSentences(sentences))
const textIn = (doc: Y.Doc, place: Place): Wording =>
  place.item ? String(cellWords(doc, LIST, ITEM, 'what')) : readRichText(textRoot(doc, BOX))
const allWords = (doc: Y.Doc) => PLACES.flatMap((place) => wordsOf(sentencesOf(textIn(doc, place))))

/** All letters of each word there is: which they are, as Yjs has them. No word is there twice. */
function lettersOf(doc: Y.Doc): Map<string, string[]> {
  const ids: string[] = []
  const sign: Sign = (client, clock, length) =>
    Array.from({ length }, (_, n) => ({ length: 1, by: ids.push(`${client} ${clock + n}`) - 1 }))
  const text: RichText = [
    ...readRichText(textRoot(doc, BOX), sign),
    { type: 'paragraph', runs: signedWords(cellWords(doc, LIST, ITEM, 'what') as Y.Text, sign) },
  ]
  const letters = new Map<string, string[]>()
  for (const { runs } of sentencesOf(text)) {
    const signs = runs.flatMap(({ text, by }) => Array.from(text, (sign) => ({ sign, by: ids[by ?? -1] ?? '' })))
    for (const { 0: word, index } of signs
      .map(({ sign }) => sign)
      .join('')
      .matchAll(/w\d+x/g))
      letters.set(word, [...(letters.get(word) ?? []), ...signs.slice(index, index + word.length).map(({ by }) => by)])
  }
  return letters
}

/** Four people, the server between them, and books of all that was done, kept apart from what is proved. */
function fourPeople() {
  let n = 0
  const word = () => `w${n++}x`
  const server = new Y.Doc()
  const rows: Authored[] = []
  const suggestions: SuggestionRow[] = []
  let inFlight: InFlight | null = null
  const books = {
    /** Who wrote from which clock of a client on. */
    whose: new Map<number, { from: number; person: string }[]>(),
    written: new Set<string>(),
    cut: new Set<string>(),
    takenOut: new Set<string>(),
    offered: new Set<string>(),
    said: new Map<string, Set<string>>(),
    refused: new Set<string>(),
    accepted: 0,
    asked: 0,
  }

  const begin = new Y.Doc()
  addItem(begin, { key: LIST, shape: 'action', id: ITEM, cells: { what: '' } })
  const people = new Map<Name, Person>(NAMES.map((name) => [name, { doc: new Y.Doc(), sends: [], gets: [] }]))
  take(Y.encodeStateAsUpdate(begin), 'ben', null)
  for (const { doc, gets, sends } of people.values()) {
    for (const update of gets.splice(0)) Y.applyUpdate(doc, update)
    doc.on('update', (update: Uint8Array, origin: unknown) => {
      if (origin !== 'network') sends.push({ update, saidFor: (origin as Name | null) ?? null })
    })
  }
  const personOf = (name: Name) => people.get(name) as Person

  /** The server takes in a change, writes down whose it is and passes it on. */
  function take(update: Uint8Array, person: Name, saidFor: Name | null, others: Edit['writers'] = []) {
    const before = Y.decodeStateVector(Y.encodeStateVector(server))
    Y.applyUpdate(server, update)
    for (const [client, clock] of Y.decodeStateVector(Y.encodeStateVector(server))) {
      const from = before.get(client) ?? 0
      if (clock <= from) continue
      const other = others.find((one) => one.client === client)
      const by = other ? { person: other.person, saidFor: other.for } : { person, saidFor }
      rows.push({ did: 'inserted', seq: rows.length, client, from, ...by, at: 0 })
      books.whose.set(client, [...(books.whose.get(client) ?? []), { from, person: by.saidFor ?? by.person }])
    }
    for (const [name, { gets }] of people) if (name !== person || before.size === 0) gets.push(update)
  }

  const ownerOf = (letter: string): string => {
    const [client, clock] = letter.split(' ').map(Number) as [number, number]
    return books.whose.get(client)?.findLast(({ from }) => from <= clock)?.person ?? 'nobody'
  }

  /** Types as a person does: words are put in and cut out whole. */
  function types(doc: Y.Doc, { does, a, b }: Step, origin: unknown) {
    const [one, two] = [word(), word()]
    const root = textRoot(doc, BOX)
    const texts: Y.Text[] = [...textsIn(root), cellWords(doc, LIST, ITEM, 'what') as Y.Text]
    const text = pick(texts, a) as Y.Text
    const found = Array.from(text.toString().matchAll(/w\d+x ?/g))
    const at = pick(found, b)
    const typed = does === 'type' ? [one] : does === 'cut' ? [] : [one, two]
    doc.transact(() => {
      if (does === 'line') {
        const line = new Y.XmlElement('paragraph')
        line.insert(0, [new Y.XmlText(`${one} ${two}.`)])
        root.insert(b % (root.length + 1), [line])
      } else if (does === 'sentence') text.insert(text.length, ` ${one} ${two}.`)
      else if (does === 'type') text.insert(at ? at.index : text.length, at ? `${one} ` : ` ${one}.`)
      else if (at) text.delete(at.index, at[0].length)
    }, origin)
    return { typed, cut: does === 'cut' && at ? wordsIn(at[0]) : [] }
  }

  /** Other words: sentences reworded, gone, new, joined to the line before or apart from it. */
  function otherWords(text: Wording, chance: () => number): Wording {
    const sentences = sentencesOf(text).flatMap((sentence): Sentence[] => {
      const words = sentence.runs.map((run) => run.text).join('')
      const reads = (text: string): Sentence => ({ ...sentence, runs: [{ text }] })
      switch (chance() % 12) {
        case 0:
          return []
        case 1:
          return [reads(words.replace(/w\d+x/, word()))]
        case 2:
          return [reads(words.replace(/w\d+x/, (first) => `${first} ${word()}`))]
        case 3:
          return [reads(words.replace(/w\d+x /, ''))]
        case 4:
          return [sentence, { runs: [{ text: ` ${word()} ${word()}.` }], opens: null }]
        case 5:
          return [{ runs: [{ text: `${word()}.` }], opens: { is: 'paragraph', depth: 0 } }, sentence]
        case 6:
          return [{ ...reads(` ${words.trim()}`), opens: null }]
        case 7:
          return [
            { ...reads(words.trim()), opens: { is: 'bullet', depth: 1, lists: [{ is: 'bullets', begins: 'item' }] } },
          ]
        default:
          return [sentence]
      }
    })
    const more = chance() % 3 === 0 ? [{ runs: [{ text: ` ${word()} ${word()}.` }], opens: null }] : []
    return typeof text === 'string'
      ? wordsOfSentences([...sentences, ...more].map((one) => ({ runs: [{ text: ' ' }, ...one.runs], opens: null })))
      : textOfSentences([...sentences, ...more])
  }

  function suggest(by: Name, { a, b }: Step) {
    const place = pick(PLACES, b) as Place
    const fork = new Y.Doc()
    Y.applyUpdate(fork, Y.encodeStateAsUpdate(personOf(by).doc))
    const was = textIn(fork, place)
    rewordIn(fork, place, otherWords(was, chanceFrom(a)))
    const asked = { place, was, proposed: textIn(fork, place) }
    const { changes, stands } = offerIn(here(), 'area', createAuthors(rows), asked)
    if (changes.length === 0 || stands.some(({ is }) => is !== 'fits')) return
    const id = `s${suggestions.length}`
    const offered = changes.map((change): ChangeRow => ({ ...change, needs: [], yes: [], fate: null }))
    const where = { ...place, words: null }
    suggestions.push({ id, place: where, by, at: 0, why: '', changes: offered, accepting: null })
  }

  const here = () => documentOf([Y.encodeStateAsUpdate(server)])

  function decides(me: Name, { a, b }: Step) {
    const at = a % Math.max(1, suggestions.length)
    const row = suggestions[at]
    if (inFlight || !row) return
    const { place, changes, by } = row
    const [stand = []] = standingIn(here(), 'area', createAuthors(rows), [{ place, changes }])
    const waiting = changes.filter(({ fate }) => fate === null).map(({ id }) => id)
    const chosen = waiting.filter((_, n) => (b >> n) % 3 !== 0)
    const [accept, keep] = b % 5 === 0 ? [[], chosen] : [chosen, []]
    books.asked++
    const people = new Map<string, Role>(Object.entries(ROLES))
    const decided = unlessRefused(() => decide({ by, changes: changesNow(row, stand) }, { me, people, accept, keep }))
    if (!decided) return
    for (const id of accept) saidBy(row, id).add(me)
    for (const id of keep) books.refused.add(`${row.id} ${id}`)
    const { accepted, agreed, kept } = decided
    const fate = (is: 'accepted' | 'kept') => () => ({ is, by: me, at: 0, client: null })
    const said = withYes(row, [...accepted, ...agreed], me)
    suggestions[at] = withFate(withFate(said, accepted, fate('accepted')), kept, fate('kept'))
    const fitting = accepted.filter((id) => stand.some((one) => one.id === id && one.is === 'fits'))
    const doc = here()
    const edit = fitting.length > 0 ? editIn(doc, 'area', createAuthors(rows), { place, changes }, fitting) : null
    if (!edit) return
    checkEdit(row, fitting, doc, edit, me)
    inFlight = { edit, by: me }
    books.accepted += fitting.length
  }

  const saidBy = ({ id, by }: SuggestionRow, change: string): Set<string> => {
    const key = `${id} ${change}`
    const said = books.said.get(key) ?? new Set([by])
    books.said.set(key, said)
    return said
  }

  /** That an edit takes out nothing but what it may, and leaves all other letters to whoever wrote them. */
  function checkEdit(row: SuggestionRow, ids: readonly string[], after: Y.Doc, edit: Edit, me: Name) {
    const accepted = row.changes.filter(({ id }) => ids.includes(id))
    for (const { id } of accepted) expect(books.refused).not.toContain(`${row.id} ${id}`)
    const [were, are] = [lettersOf(server), lettersOf(after)]
    const writers = new Map(edit.writers.map((one) => [`${one.client}`, one.for ?? one.person]))
    const ownerIn = (letter: string): string => {
      const [client = ''] = letter.split(' ')
      return client === `${edit.client}` ? me : (writers.get(client) ?? ownerOf(letter))
    }
    for (const [word, letters] of were) {
      if (letters.join() === are.get(word)?.join()) continue
      const now = are.get(word)
      const change = accepted.find(({ was }) => wordsOf(was).includes(word))
      if (now) {
        expect(accepted.some(changesLines), `${word} was made again`).toBe(true)
        if (!change) expect(now.map(ownerIn), `${word} is somebody else’s now`).toEqual(letters.map(ownerOf))
      } else {
        expect(change, `${word} is in no accepted change`).toBeDefined()
        books.takenOut.add(word)
      }
      // Of a sentence that is reworded and set out anew the words are all theirs who had to say yes to it (SPEC TALK-98).
      if (!change) continue
      const said = saidBy(row, change.id)
      for (const owner of letters.map(ownerOf)) expect(said, `${word} is ${owner}’s, who said no yes`).toContain(owner)
    }
    for (const change of accepted) for (const word of wordsOf(change.becomes)) books.offered.add(word)
  }

  function write() {
    if (inFlight) take(inFlight.edit.update, inFlight.by, null, inFlight.edit.writers)
    // Who accepted gets it from the server too: it is no edit of their own page.
    if (inFlight) personOf(inFlight.by).gets.push(inFlight.edit.update)
    inFlight = null
  }

  function step(did: Step) {
    const { does, who, a } = did
    const name = NAMES[who] as Name
    const { doc, sends, gets } = personOf(name)
    if (does === 'send') {
      const [sent] = sends.splice(0, 1)
      if (sent) take(sent.update, name, sent.saidFor)
    } else if (does === 'get') {
      const [update] = gets.splice(a % Math.max(1, gets.length), 1)
      if (update) Y.applyUpdate(doc, update, 'network')
    } else if (does === 'suggest') suggest(name, did)
    else if (does === 'decide') decides(name, did)
    else if (does === 'write') write()
    else {
      const writer = personOf(pick(WRITERS, who) as Name)
      const { typed, cut } = types(writer.doc, did, a % 2 === 0 ? 'ann' : null)
      for (const word of typed) books.written.add(word)
      for (const word of cut) books.cut.add(word)
    }
  }

  /** Until everybody has everything. */
  function settle() {
    write()
    for (const [name, { sends }] of people)
      for (const { update, saidFor } of sends.splice(0)) take(update, name, saidFor)
    for (const { doc, gets } of people.values())
      for (const update of gets.splice(0).reverse()) Y.applyUpdate(doc, update, 'network')
  }

  return { step, settle, books, server, docs: () => Array.from(people.values(), ({ doc }) => doc) }
}

/** Numbers that look like chance, the same for the same seed. */
function chanceFrom(seed: number): () => number {
  let at = seed
  return () => {
    at = (at * 1_103_515_245 + 12_345) % 2_147_483_648
    return at >> 8
  }
}

const changesLines = ({ was, becomes }: ChangeRow): boolean => {
  const lines = (sentences: readonly Sentence[]) => JSON.stringify(sentences.map(({ opens }) => opens))
  return lines(was) !== lines(becomes)
}

function unlessRefused<Made>(work: () => Made): Made | null {
  try {
    return work()
  } catch (err) {
    if (err instanceof Refusing) return null
    throw err
  }
}

const textsIn = (parent: Y.XmlFragment): Y.XmlText[] =>
  parent
    .toArray()
    .flatMap((one) => (one instanceof Y.XmlText ? [one] : one instanceof Y.XmlElement ? textsIn(one) : []))

describe('four people who write, suggest and decide at the same time', () => {
  it('[TALK-22] [TALK-27] read the same in the end, have lost no word nobody took out, and nobody’s words were changed by a suggestion without their yes', () => {
    const all = { accepted: 0, asked: 0, takenOut: 0 }
    fc.assert(
      fc.property(fc.array(anyStep, { minLength: 80, maxLength: 150, size: 'max' }), (steps) => {
        const { step, settle, books, server, docs } = fourPeople()
        const begins = [...'abcdef'].map(
          (_, n) => ({ does: n % 2 ? 'line' : 'sentence', who: n % 4, a: n, b: n }) as const,
        )
        for (const one of begins) step(one)
        settle()
        for (const one of steps) step(one)
        settle()
        for (const doc of docs()) expect(readPlan(doc, 'area')).toEqual(readPlan(server, 'area'))
        const there = allWords(server)
        expect(new Set(there).size).toBe(there.length)
        const wrote = [...books.written, ...books.offered]
        const lost = wrote.filter((word) => !there.includes(word) && !books.cut.has(word) && !books.takenOut.has(word))
        expect(lost).toEqual([])
        expect(there.filter((word) => !wrote.includes(word))).toEqual([])
        all.accepted += books.accepted
        all.asked += books.asked
        all.takenOut += books.takenOut.size
      }),
      { numRuns: 25, seed: 2211, endOnFailure: true },
    )
    expect(all.accepted).toBeGreaterThan(10)
    expect(all.takenOut).toBeGreaterThan(5)
  }, 120_000)
})
