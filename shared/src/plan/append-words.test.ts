import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { appendWords, hasBox } from './append-words.ts'
import { addItem } from './list-edits.ts'
import { addOwnSection, removeOwnSection } from './own-sections.ts'
import { readPlan } from './read-plan.ts'
import { wordsOfText } from './words-of.ts'
import { writeRichText } from './write-rich-text.ts'

const STORY = 'our-story.story'
const HAVE = 'living-map.have'

describe('adding lines to a box', () => {
  it('[SYNC-107] leaves what is there, and adds paragraphs to a text and items to a list, as one change', () => {
    const doc = new Y.Doc()
    writeRichText(doc.getXmlFragment(STORY), [{ type: 'paragraph', runs: [{ text: 'As it was.' }] }])
    addItem(doc, { key: HAVE, shape: 'asset', cells: { what: 'The choir' } })
    let changes = 0
    doc.on('update', () => {
      changes += 1
    })
    expect(appendWords(doc, 'area', STORY, ['One.', 'Two.'])).toBe(true)
    expect(appendWords(doc, 'area', HAVE, ['The orchard'])).toBe(true)
    expect(changes).toBe(2)
    const { boxes } = readPlan(doc, 'area')
    const [story, have] = [boxes[STORY], boxes[HAVE]]
    expect(story?.type === 'text' && wordsOfText(story.text)).toEqual(['As it was.', 'One.', 'Two.'])
    expect(have?.type === 'list' && have.items.map(({ cells }) => cells.what)).toEqual(['The choir', 'The orchard'])
  })

  it('[SYNC-107] goes into own sections the plan has, and into nothing that is no box of it', () => {
    const doc = new Y.Doc()
    const [ours, gone] = [addOwnSection(doc, { title: 'Our bus' }), addOwnSection(doc, { title: 'Gone' })]
    removeOwnSection(doc, gone)
    expect(appendWords(doc, 'area', `own:${ours}.text`, ['Twice a day.'])).toBe(true)
    const before = Y.encodeStateVector(doc)
    for (const root of [`own:${gone}.text`, 'plan.titles', 'from.tomorrow', '']) {
      expect([root, hasBox(doc, 'area', root)]).toEqual([root, false])
      expect(appendWords(doc, 'area', root, ['Lost'])).toBe(false)
    }
    expect(Y.encodeStateVector(doc)).toEqual(before)
  })
})
