import {
  type Block,
  changesBetween,
  type RichText,
  readRichText,
  rewordIn,
  textRoot,
  textWith,
  type WordingPlace,
} from '@withy/shared/plan'
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import type { Authored } from '../storage/authors.ts'
import { type Authors, createAuthors } from './authors.ts'
import { editIn, standingIn } from './reword.ts'

const STORY: WordingPlace = { box: 'our-story.story', item: null, field: null }

/** Sentences of few words, so that many are alike, in lines of all kinds. */
const anySentence = fc
  .tuple(
    fc.constantFrom('Tea is good', 'I like tea', 'Mum', 'No buses', 'Ask Sue'),
    fc.constantFrom('.', '.', '!', ''),
    fc.constantFrom(' ', ' ', '\n'),
  )
  .map((parts) => parts.join(''))
const anyLine = fc
  .tuple(fc.array(anySentence, { minLength: 1, maxLength: 4 }), fc.boolean())
  .map(([sentences, bold]) => [{ text: sentences.join('').trim(), ...(bold && { bold }) }])
const anyBlock: fc.Arbitrary<Block> = fc.oneof(
  anyLine.map((runs): Block => ({ type: 'paragraph', runs })),
  anyLine.map((runs): Block => ({ type: 'heading', level: 2, runs })),
  fc
    .array(anyLine, { minLength: 1, maxLength: 3 })
    .map((items): Block => ({ type: 'bullets', items: items.map((runs) => [{ type: 'paragraph', runs }]) })),
)
const anyText: fc.Arbitrary<RichText> = fc.array(anyBlock, { maxLength: 4 })

/** A document in which each of several people has written the story anew, and who put in what. */
function writtenBy(texts: readonly RichText[]): { doc: Y.Doc; authored: Authored[] } {
  const authored: Authored[] = []
  let doc = new Y.Doc()
  for (const [n, text] of texts.entries()) {
    const next = new Y.Doc()
    Y.applyUpdate(next, Y.encodeStateAsUpdate(doc))
    rewordIn(next, STORY, text)
    const row = { did: 'inserted', seq: n + 1, from: 0, saidFor: null, at: n } as const
    authored.push({ ...row, client: next.clientID, person: `writer ${n}` })
    doc = next
  }
  const fresh = new Y.Doc()
  Y.applyUpdate(fresh, Y.encodeStateAsUpdate(doc))
  return { doc: fresh, authored }
}

const storyOf = (doc: Y.Doc) => readRichText(textRoot(doc, STORY.box))

/** The letters of the story that are each person's, in the order they stand. */
function lettersBy(doc: Y.Doc, { putIn, writers }: Authors): Map<string, string> {
  const letters = new Map<string, string>()
  const walk = (text: RichText) => {
    for (const block of text)
      if ('items' in block) block.items.forEach(walk)
      else
        for (const { text: words, by = -1 } of block.runs) {
          const person = writers[by]?.person ?? 'nobody'
          letters.set(person, (letters.get(person) ?? '') + words.replace(/[^\p{L}\p{N}]/gu, ''))
        }
  }
  walk(readRichText(textRoot(doc, STORY.box), putIn))
  return letters
}

describe('an edit that puts accepted changes in', () => {
  it('[TALK-34] [TALK-39] gives the text that was offered, and keeps every letter of others theirs, whatever it does to lines', () => {
    let refused = 0
    fc.assert(
      fc.property(fc.array(anyText, { minLength: 2, maxLength: 3 }), anyText, fc.nat(), (texts, proposed, chosen) => {
        const { doc, authored } = writtenBy(texts)
        const now = storyOf(doc)
        const changes = changesBetween(now, proposed)
        const authors = createAuthors(authored)
        const [stands = []] = standingIn(doc, 'area', authors, [{ place: STORY, changes }])
        const accepted = stands.filter((_, n) => (chosen >> (n % 20)) % 2 === 0)
        const ids = accepted.map(({ id }) => id)
        if (ids.length === 0) return
        const before = lettersBy(doc, authors)
        const wanted = textWith(now, changes, ids)
        const edit = editIn(doc, 'area', createAuthors(authored), { place: STORY, changes }, [ids])
        // Where sentences would be cut otherwise than was meant, nothing is done.
        if (!edit) {
          refused++
          return
        }

        const all: Authored[] = [
          ...authored,
          ...(edit.writers.map(({ client, person, for: saidFor }) => ({
            ...{ did: 'inserted', seq: 99, client, from: 0, person, saidFor, at: 99 },
          })) as Authored[]),
        ]
        expect(storyOf(doc)).toEqual(wanted)
        const later = lettersBy(doc, createAuthors(all))
        const owners = new Set(accepted.flatMap((one) => one.owners))
        for (const [person, letters] of before)
          if (person !== 'nobody' && !owners.has(person))
            expect([person, later.get(person) ?? '']).toEqual([person, letters])
      }),
      { numRuns: 200, seed: 2212 },
    )
    expect(refused).toBeLessThan(5)
  })

  it('[TALK-34] is the update of that alone: elsewhere it gives the same', () => {
    const one = [{ type: 'paragraph', runs: [{ text: 'Tea is good. Mum.' }] }] as const
    const { doc, authored } = writtenBy([one])
    const elsewhere = new Y.Doc()
    Y.applyUpdate(elsewhere, Y.encodeStateAsUpdate(doc))
    const changes = changesBetween(one, [{ type: 'heading', level: 1, runs: [{ text: 'Tea is bad. Mum.' }] }])
    const edit = editIn(doc, 'area', createAuthors(authored), { place: STORY, changes }, [['c1']])
    Y.applyUpdate(elsewhere, edit?.update ?? new Uint8Array())
    expect(storyOf(elsewhere)).toEqual(storyOf(doc))
    expect(edit?.writers.map(({ person }) => person)).toEqual(['writer 0'])
  })
})
