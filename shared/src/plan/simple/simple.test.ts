import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { anyRichText } from '../../testing/any-plan.ts'
import { type RichText, readRichText } from '../index.ts'
import { writeRichText } from '../write-rich-text.ts'
import { editLines } from './edit-lines.ts'
import { letterIds } from './ids.ts'
import { indexInText, type Line, linesIn, placeInLines, textOfLines } from './lines.ts'
import { smallestEdit } from './smallest-edit.ts'
import { smallestEdits } from './smallest-edits.ts'

const ROOT = 'our-story.story'

function docOf(text: RichText, client = 1) {
  const doc = new Y.Doc()
  doc.clientID = client
  const fragment = doc.getXmlFragment(ROOT)
  doc.transact(() => writeRichText(fragment, text))
  return { doc, fragment }
}
const para = (text: string, more: object = {}): RichText[number] => ({ type: 'paragraph', runs: [{ text, ...more }] })
const bullets = (...items: (string | RichText)[]): RichText[number] => ({
  type: 'bullets',
  items: items.map((item) => (typeof item === 'string' ? [para(item)] : item)),
})

const lines = (fragment: Y.XmlFragment) => linesIn(fragment) as Line[]
const textOf = (fragment: Y.XmlFragment) => textOfLines(lines(fragment))
/** What somebody does who makes the text read so. */
function write(fragment: Y.XmlFragment, after: string, caret = after.length) {
  for (const edit of smallestEdits(textOf(fragment), after, caret)) editLines(fragment, edit)
}
function replace(fragment: Y.XmlFragment, was: string, is: string) {
  const text = textOf(fragment)
  const at = text.indexOf(was)
  expect(at).toBeGreaterThanOrEqual(0)
  const after = text.slice(0, at) + is + text.slice(at + was.length)
  write(fragment, after, at + is.length)
}
const shape = (fragment: Y.XmlFragment) => fragment.toString()

/** Another person's copy, and how the two meet. */
function another(doc: Y.Doc, client = 2) {
  const other = new Y.Doc()
  other.clientID = client
  const meet = () => {
    Y.applyUpdate(other, Y.encodeStateAsUpdate(doc, Y.encodeStateVector(other)))
    Y.applyUpdate(doc, Y.encodeStateAsUpdate(other, Y.encodeStateVector(doc)))
  }
  meet()
  return { other: other.getXmlFragment(ROOT), meet }
}

/** Whether an editor could hold it: a point begins with a paragraph, and no list is without a point. */
function isSound(parent: Y.XmlFragment): boolean {
  return parent.toArray().every((child) => {
    if (!(child instanceof Y.XmlElement) || child.nodeName === 'paragraph' || child.nodeName === 'heading') return true
    if (child.nodeName === 'listItem' && (child.get(0) as Y.XmlElement | undefined)?.nodeName !== 'paragraph')
      return false
    return child.length > 0 && isSound(child)
  })
}

describe('the lines of a text box', () => {
  it('[PLAN-118] are its paragraphs, headings, points and breaks; of how they look nothing is in the text', () => {
    const { fragment } = docOf([
      { type: 'heading', level: 2, runs: [{ text: 'Food' }] },
      { type: 'paragraph', runs: [{ text: 'I ' }, { text: 'like', bold: true }, { text: '\n' }, { text: 'tea.' }] },
      bullets('Milk', [para('Bread'), bullets('brown')]),
    ])
    expect(textOf(fragment)).toBe('Food\nI like\ntea.\nMilk\nBread\nbrown')
    for (let n = 0; n <= textOf(fragment).length; n++)
      expect(indexInText(lines(fragment), placeInLines(lines(fragment), n))).toBe(n)
    expect(letterIds()(lines(fragment))).toHaveLength(textOf(fragment).length)
  })

  it('[PLAN-118] are none where something stands among them that is no line', () => {
    for (const odd of [new Y.XmlText('words'), new Y.XmlElement('tomorrow'), new Y.XmlElement('listItem')]) {
      const { fragment } = docOf([para('one')])
      fragment.push([odd])
      expect(linesIn(fragment)).toBeNull()
      expect(editLines(fragment, { at: 0, removed: 0, inserted: 'x' })).toBe(false)
    }
    const { fragment } = docOf([para('one')])
    ;((fragment.get(0) as Y.XmlElement).get(0) as Y.XmlText).insertEmbed(1, { picture: true })
    expect(linesIn(fragment)).toBeNull()
  })
})

describe('what is written in them', () => {
  it('[PLAN-119] keeps bold and links, and a link ends where its last letter is', () => {
    const link = 'https://example.org/'
    const { fragment } = docOf([
      {
        type: 'paragraph',
        runs: [{ text: 'very ' }, { text: 'good', bold: true }, { text: ' see' }, { text: ' here', link }],
      },
    ])
    replace(fragment, 'good', 'gooood')
    write(fragment, `${textOf(fragment)} now`)
    expect(readRichText(fragment)).toEqual([
      {
        type: 'paragraph',
        runs: [
          { text: 'very ' },
          { text: 'gooood', bold: true },
          { text: ' see' },
          { text: ' here', link },
          { text: ' now' },
        ],
      },
    ])
  })

  it('[PLAN-119] a new line is a paragraph, or another point of its list; after an empty last point it is out of the list', () => {
    const { fragment } = docOf([{ type: 'heading', level: 1, runs: [{ text: 'Food' }] }, bullets('Milk', 'Tea')])
    replace(fragment, 'Food', 'Food\nMine')
    replace(fragment, 'Milk', 'Milk\nBread')
    write(fragment, `${textOf(fragment)}\n`)
    write(fragment, `${textOf(fragment)}\nThat is all.`)
    expect(textOf(fragment)).toBe('Food\nMine\nMilk\nBread\nTea\n\nThat is all.')
    expect(shape(fragment)).toBe(
      '<heading level="1">Food</heading><paragraph>Mine</paragraph><bulletlist>' +
        '<listitem><paragraph>Milk</paragraph></listitem><listitem><paragraph>Bread</paragraph></listitem>' +
        '<listitem><paragraph>Tea</paragraph></listitem><listitem><paragraph></paragraph></listitem></bulletlist>' +
        '<paragraph>That is all.</paragraph>',
    )
  })

  it('[PLAN-119] a line that is cut in two, or joined to another, keeps its letters, marks, level and language', () => {
    const { fragment } = docOf([
      { type: 'paragraph', runs: [{ text: 'Dw i’n ' }, { text: 'hoffi', bold: true }, { text: ' te.' }], lang: 'cy' },
      { type: 'heading', level: 2, runs: [{ text: 'Tea time' }] },
    ])
    replace(fragment, 'hoffi', 'ho\nffi')
    replace(fragment, 'Tea time', 'Tea\n time')
    expect(shape(fragment)).toBe(
      '<paragraph lang="cy">Dw i’n <bold>ho</bold></paragraph><paragraph lang="cy"><bold>ffi</bold> te.</paragraph>' +
        '<heading level="2">Tea</heading><heading level="2"> time</heading>',
    )
    replace(fragment, 'ho\nffi', 'hoffi')
    expect(shape(fragment)).toContain('<paragraph lang="cy">Dw i’n <bold>hoffi</bold> te.</paragraph>')
  })

  it('[PLAN-119] a box that all is taken out of begins anew; what is typed then is no point of a list', () => {
    const { fragment } = docOf([bullets('Milk', 'Tea')])
    write(fragment, '')
    expect(fragment.length).toBe(0)
    write(fragment, 'Hello\nyou')
    expect(shape(fragment)).toBe('<paragraph>Hello</paragraph><paragraph>you</paragraph>')
  })

  it('[PLAN-119] a point that lost its first line begins with the next one', () => {
    const { fragment } = docOf([bullets([para('Milk'), bullets('fresh', 'cold')], 'Tea')])
    replace(fragment, 'Milk\n', '')
    expect(textOf(fragment)).toBe('fresh\ncold\nTea')
    expect(isSound(fragment)).toBe(true)
    const { fragment: other } = docOf([para('Food:'), bullets([para('Milk'), bullets('fresh', 'cold')])])
    replace(other, ':\nMilk\nfre', ' f')
    expect(textOf(other)).toBe('Food fsh\ncold')
    expect(isSound(other)).toBe(true)
  })

  it('[PLAN-119] words that stay between two that are put right are left alone', () => {
    const { doc, fragment } = docOf([para('Teh cat and teh dog are freinds.')])
    const { other, meet } = another(doc)
    write(other, 'The cat and the dog are friends.')
    meet()
    const text = (fragment.get(0) as Y.XmlElement).get(0) as Y.XmlText
    const own: string[] = []
    for (let item = text._start; item; item = item.right)
      if (!item.deleted && item.id.client === 2 && item.content instanceof Y.ContentString) own.push(item.content.str)
    expect(own.join('|')).toBe('he|the|frie')
  })
})

/** Texts like those people write, often alike, so that a change could be made in several places. */
const anyWords = fc
  .array(fc.constantFrom('a', 'b', ' ', '\n', '\n', 'tea', '🌱', 'ŵ'), { maxLength: 8 })
  .map((all) => all.join(''))
/** Any change of a text by somebody who sees it. */
const anyChange = fc.record({ from: fc.double({ min: 0, max: 1, noNaN: true }), length: fc.nat(12), words: anyWords })
function changed(text: string, { from, length, words }: { from: number; length: number; words: string }) {
  const at = Math.floor(from * text.length)
  return { after: text.slice(0, at) + words + text.slice(at + length), caret: at + words.length }
}
const RUNS = { numRuns: 150, seed: 1188 }

describe('any change of the text of any box', () => {
  it('[PLAN-118] makes the box read exactly so, and the editor can hold it still', () => {
    fc.assert(
      fc.property(anyRichText, fc.array(anyChange, { minLength: 1, maxLength: 5 }), (text, changes) => {
        const { fragment } = docOf(text)
        const wasSound = isSound(fragment)
        for (const change of changes) {
          const { after, caret } = changed(textOf(fragment), change)
          // Half a sign cannot be stored.
          const whole = after.toWellFormed()
          write(fragment, whole, caret)
          expect(textOf(fragment)).toBe(whole)
          if (wasSound) expect(isSound(fragment)).toBe(true)
        }
      }),
      RUNS,
    )
  })

  it('[PLAN-118] puts in and takes out no letter but those that differ, and leaves other lines the items they were', () => {
    fc.assert(
      fc.property(anyRichText, anyChange, (text, change) => {
        const { fragment } = docOf(text)
        const before = lines(fragment)
        const was = textOfLines(before)
        const { after, caret } = changed(was, change)
        const whole = after.toWellFormed()
        const edit = smallestEdit(was, whole, caret)
        if (!edit || !isSound(fragment)) return
        const [first, last] = [placeInLines(before, edit.at), placeInLines(before, edit.at + edit.removed)]
        const firsts = new Map(before.map(({ element }, n) => [element, n]))
        const untouched = before.filter((_, n) => n < first.line || n > last.line)
        const ids = letterIds()
        const idsBefore = untouched.map((line) => ids([line]).join())
        write(fragment, whole, caret)
        const now = lines(fragment)
        const lostFirst = before.some(({ element }, n) => {
          const item = element.parent
          const isFirst = item instanceof Y.XmlElement && item.nodeName === 'listItem' && item.get(0) === element
          return isFirst && n >= first.line && n <= last.line
        })
        // Where a point loses its first line, the one after it takes its place.
        if (lostFirst) return
        for (const [n, line] of untouched.entries()) {
          expect(now.some(({ element }) => element === line.element)).toBe(true)
          expect(ids([now.find(({ element }) => element === line.element) as Line]).join()).toBe(idsBefore[n])
        }
        expect(firsts.size).toBe(before.length)
      }),
      RUNS,
    )
  })

  it('[PLAN-119] of two people who write at once everything is kept that both typed, and both end with the same', () => {
    const anyTyped = fc.record({
      from: fc.double({ min: 0, max: 1, noNaN: true }),
      breaks: fc.boolean(),
      takes: fc.constantFrom(0, 0, 1, 3),
    })
    const anyTyping = fc.array(anyTyped, { maxLength: 6 })
    fc.assert(
      fc.property(anyRichText, anyTyping, anyTyping, (text, ours, theirs) => {
        const { doc, fragment } = docOf(text)
        const { other, meet } = another(doc)
        const before = textOf(fragment)
        // Private letters: each is typed once, so each can be counted.
        let letter = 0xe900
        const typed = new Set<string>()
        const type = (into: Y.XmlFragment, { from, breaks, takes }: (typeof ours)[number]) => {
          const word = String.fromCharCode(letter++, letter++)
          const was = textOf(into)
          let at = Math.floor(from * was.length)
          if (/[\ud800-\udbff]$/.test(was.slice(0, at))) at -= 1
          const gone = was.slice(at, at + takes)
          // Whole lines that go take with them what is typed in them at that moment, as in the editor.
          const removed = gone.isWellFormed() && !gone.includes('\n') ? gone.length : 0
          for (const each of gone.slice(0, removed)) typed.delete(each)
          for (const each of word) typed.add(each)
          editLines(into, { at, removed, inserted: breaks ? `${word}\n` : word })
        }
        for (const one of ours) type(fragment, one)
        for (const one of theirs) type(other, one)
        meet()
        meet()
        expect(shape(other)).toBe(shape(fragment))
        const end = textOf(fragment)
        const times = (words: string, each: string) => words.split(each).length
        // A line both cut in two stands there twice from the later cut on, as in the editor: nothing is missing.
        for (const each of typed) expect(times(end, each)).toBe(times(before, each) + 1)
        if ([...ours, ...theirs].some(({ takes }) => takes > 0)) return
        for (const each of before)
          if (each !== '\n') expect(times(end, each)).toBeGreaterThanOrEqual(times(before, each))
      }),
      RUNS,
    )
  })
})
