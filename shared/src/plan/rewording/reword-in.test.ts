import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { copyOf, syncAll } from '../../testing/copies.ts'
import {
  acceptIn,
  addItem,
  cellWords,
  changesBetween,
  type RichText,
  readRichText,
  rewordIn,
  type Sign,
  signedWords,
  textRoot,
  textWith,
  writeRichText,
} from '../index.ts'

const BOX = 'place.where'
const LIST = 'living-map.do'
const TEXT = { box: BOX, item: null, field: null }
const paragraph = (text: string) => ({ type: 'paragraph', runs: [{ text }] }) as const

function written(text: RichText): Y.Doc {
  const doc = new Y.Doc()
  writeRichText(textRoot(doc, BOX), text)
  return doc
}
const reads = (doc: Y.Doc) => readRichText(textRoot(doc, BOX))

/** The client whose letters a text is made of. */
const by: Sign = (client, _, length) => [{ length, by: client }]

describe('a rewording in the document', () => {
  it('[TALK-27] touches no word that stays: each is still by whoever wrote it', () => {
    const author = written([paragraph('Milk is good. Tea is good.'), paragraph('Last.')])
    const other = copyOf(author)
    const wanted = [paragraph('Milk is good. Tea is very good.'), paragraph('Last.')]
    expect(rewordIn(other, TEXT, wanted)).toBe(true)
    expect(readRichText(textRoot(other, BOX), by)).toEqual([
      {
        type: 'paragraph',
        runs: [
          { text: 'Milk is good. Tea is ', by: author.clientID },
          { text: 'very ', by: other.clientID },
          { text: 'good.', by: author.clientID },
        ],
      },
      { type: 'paragraph', runs: [{ text: 'Last.', by: author.clientID }] },
    ])
  })

  it('[TALK-27] does the same in a cell, and says where there is no such item', () => {
    const author = new Y.Doc()
    const item = addItem(author, { key: LIST, shape: 'action', cells: { what: 'Ask Mum. Then Dad.' } })
    const other = copyOf(author)
    const place = { box: LIST, item, field: 'what' }
    expect(rewordIn(other, place, 'Ask Mum. Then ask Dad.')).toBe(true)
    expect(signedWords(cellWords(other, LIST, item, 'what') as Y.Text, by)).toEqual([
      { text: 'Ask Mum. Then ', by: author.clientID },
      { text: 'ask ', by: other.clientID },
      { text: 'Dad.', by: author.clientID },
    ])
    expect(rewordIn(other, { ...place, item: 'nobody' }, 'Words.')).toBe(false)
    expect(rewordIn(other, TEXT, 'Words.')).toBe(false)
  })

  it('[TALK-27] keeps what others type in other sentences at that moment', () => {
    const was = ['Milk is good. Tea is good.', 'Bread is good. Cake is bad.'].map(paragraph)
    const doc = written(was)
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 3 }), fc.constantFrom('ripe', '', 'ripe. Yes'), (sentence, instead) => {
        const [typing, accepting] = [copyOf(doc), copyOf(doc)]
        const proposed = ['Milk was good. Tea is good.', 'Bread is good. Cake is bad.'].map(paragraph)
        const theirs = JSON.parse(
          JSON.stringify(was).replaceAll(/good|bad/g, (word, at) => {
            const n = (
              JSON.stringify(was)
                .slice(0, at)
                .match(/good|bad/g) ?? []
            ).length
            return n === sentence ? instead : word
          }),
        )
        rewordIn(typing, TEXT, theirs)
        rewordIn(accepting, TEXT, textWith(was, changesBetween(was, proposed), ['c1']))
        syncAll([typing, accepting])
        expect(reads(typing)).toEqual(reads(accepting))
        expect(reads(typing)).toEqual(JSON.parse(JSON.stringify(theirs).replace('Milk is', 'Milk was')))
      }),
    )
  })

  it('[TALK-27] takes out the words that were meant, and not others that read alike', () => {
    const [tea, all, milk] = ['I like tea.', 'I like tea. I like milk.', 'I like milk.']
    const author = written([paragraph(tea)])
    const item = addItem(author, { key: LIST, shape: 'action', cells: { what: tea } })
    const other = copyOf(author)
    const cell = { box: LIST, item, field: 'what' }
    rewordIn(other, TEXT, [paragraph(all)])
    rewordIn(other, cell, all)
    const inText = changesBetween([paragraph(all)], [paragraph(milk)])
    expect(acceptIn(other, TEXT, inText, ['c1'])).toBe(true)
    expect(acceptIn(other, cell, changesBetween(all, milk), ['c1'])).toBe(true)
    const theirs = { by: other.clientID }
    expect(readRichText(textRoot(other, BOX), by)).toEqual([{ type: 'paragraph', runs: [{ text: milk, ...theirs }] }])
    const words = signedWords(cellWords(other, LIST, item, 'what') as Y.Text, by)
    expect(words.map((run) => [run.text.trim(), run.by])).toEqual([[milk, other.clientID]])
    expect(cellWords(other, LIST, item, 'what')?.toString()).toBe(milk)
  })

  it('[TALK-27] takes a line break out with the words after it, and leaves the line', () => {
    const doc = written([paragraph('One is.\nTwo is.'), paragraph('Last.')])
    const line = textRoot(doc, BOX).get(0)
    const changes = changesBetween(reads(doc), [paragraph('One is.'), paragraph('Last.')])
    expect(acceptIn(doc, TEXT, changes, ['c1'])).toBe(true)
    expect(reads(doc)).toEqual([paragraph('One is.'), paragraph('Last.')])
    expect(textRoot(doc, BOX).get(0)).toBe(line)
  })

  it('[TALK-27] words that are put back stand in the line that was left empty, and leave none', () => {
    const points = ['Milk.', 'Tea.', 'Bread.'].map((text) => [paragraph(text)])
    const texts: [RichText, RichText][] = [
      [['Milk.', 'Tea.', 'Bread.'].map(paragraph), ['Milk.', 'Bread.'].map(paragraph)],
      [['Milk.', 'Tea.'].map(paragraph), ['Milk.'].map(paragraph)],
      [['Milk.', 'Tea.', 'Bread.', 'Jam.'].map(paragraph), ['Jam.'].map(paragraph)],
      [[{ type: 'numbers', items: points }], [{ type: 'numbers', items: [points[0] ?? [], points[2] ?? []] }]],
    ]
    for (const [was, wanted] of texts) {
      const doc = written(was)
      const places = () =>
        textRoot(doc, BOX)
          .toString()
          .match(/<(paragraph|listItem)/gi)?.length
      const before = places()
      for (const [from, to] of [
        [was, wanted],
        [wanted, was],
      ] as const) {
        const changes = changesBetween(from, to)
        acceptIn(
          doc,
          TEXT,
          changes,
          changes.map(({ id }) => id),
        )
        expect(reads(doc)).toEqual(to)
        expect(places()).toBe(before)
      }
    }
  })

  it('[TALK-27] keeps what somebody types at that moment in a line that is taken out, joined or set out another way', () => {
    const line = paragraph
    const [one, two, last] = [line('Milk is good.'), line('Tea is.'), line('Last.')]
    const was: RichText = [one, { type: 'bullets', items: [[two], [line('Point.')]] }, last]
    const others: RichText[] = [
      [last],
      [one, { type: 'bullets', items: [[line('Point.')]] }, last],
      [line('Milk is good. Tea is.'), last],
      [{ type: 'bullets', items: [[one], [two], [line('Point.')], [last]] }],
    ]
    for (const wanted of others) {
      const typing = written(was)
      const accepting = copyOf(typing)
      expect(rewordIn(accepting, TEXT, wanted)).toBe(true)
      expect(reads(accepting)).toEqual(wanted)
      let typed = 0
      for (const letters of textsIn(textRoot(typing, BOX))) letters.insert(letters.length, ` typed${typed++}`)
      syncAll([typing, accepting])
      expect(reads(typing)).toEqual(reads(accepting))
      const words = JSON.stringify(reads(typing))
      expect(Array.from({ length: typed }, (_, n) => n).filter((n) => !words.includes(`typed${n}`))).toEqual([])
    }
  })
})

const textsIn = (parent: Y.XmlFragment): Y.XmlText[] =>
  parent
    .toArray()
    .flatMap((one) => (one instanceof Y.XmlText ? [one] : one instanceof Y.XmlElement ? textsIn(one) : []))
