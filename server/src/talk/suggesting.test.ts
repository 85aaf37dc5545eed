import { LIMIT } from '@withy/shared/api'
import { addItem, cellWords, removeItem, restoreItem } from '@withy/shared/plan'
import type { Suggestion } from '@withy/shared/protocol'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openWithy, type Withy } from '../testing/open-withy.ts'
import {
  body,
  decides,
  documentIn,
  four,
  ids,
  LIST,
  mayNot,
  notSuggested,
  paragraph,
  STORY,
  states,
  suggests,
  TWO,
  talk,
  told,
  wordsIn,
  writes,
} from '../testing/suggesting.ts'
import { typesIn } from '../testing/types-in.ts'

let withy: Withy
beforeAll(async () => {
  withy = await openWithy()
})
afterAll(() => withy.close())

describe('suggesting other words', () => {
  it('[TALK-29] [TALK-36] is told to everyone, names whose words they are, and changes nothing in the plan', async () => {
    const { anna, sue, rosa, was } = await four(withy)
    const before = await documentIn(withy, anna)
    let made: Suggestion | undefined
    const messages = await told(withy, async () => {
      made = await suggests(sue, body('suggest-one', was, TWO))
    })
    expect(made).toMatchObject({ id: 'suggest-one', place: STORY, by: sue.id, why: 'Kinder' })
    expect(made && states(made)).toEqual([
      [[rosa.id], []],
      [[rosa.id], []],
    ])
    expect(made?.changes[0]?.becomes[0]?.runs).toEqual([{ text: 'I love the orchard.' }])
    expect(messages).toEqual([{ type: 'talk', seq: 1, suggestion: made }])
    expect(await talk(rosa)).toMatchObject({ seq: 1, suggestions: [made] })
    expect(await documentIn(withy, anna)).toBe(before)
  })

  it('[TALK-29] sent twice is one; another’s id is nobody’s', async () => {
    const { ben, sue, was } = await four(withy)
    const sent = body('suggest-one', was, TWO)
    expect(await suggests(sue, sent)).toEqual(await suggests(sue, { ...sent, why: 'Other' }))
    expect(await notSuggested(ben, sent)).toBe('bad-request')
    const both = body('suggest-two', was, TWO)
    await Promise.all([suggests(sue, both), suggests(sue, both)])
    expect((await talk(sue)).suggestions).toHaveLength(2)
  })

  it('[TALK-29] is refused where the words have changed, nothing is offered, or somebody only reads', async () => {
    const { ben, sue, rosa, was } = await four(withy)
    expect(await notSuggested(sue, body('suggest-one', paragraph('I liked the orchard.'), TWO))).toBe('words-changed')
    expect(await notSuggested(sue, body('suggest-one', was, was))).toBe('nothing-suggested')
    expect(await notSuggested(rosa, body('suggest-one', was, TWO))).toBe('not-allowed')
    // What has changed elsewhere in the box is nothing to it.
    await writes(withy, ben, paragraph('I like the orchard. Buses never come. We meet on Mondays. At ten.'))
    expect(states(await suggests(sue, body('suggest-one', was, TWO)))).toHaveLength(2)
  })

  it('[TALK-29] takes an item’s cell of words, and no cell that is none, no item that was taken out, no unknown place', async () => {
    const { anna, ben, sue } = await four(withy)
    const item = await typesIn(withy, ben, (doc) =>
      addItem(doc, { key: LIST, shape: 'action', cells: { what: 'Buses are late.' } }),
    )
    const cell = { box: LIST, item, field: 'what', words: null }
    const sent = body('suggest-one', 'Buses are late.', 'Buses are often late.', { place: cell })
    const made = await suggests(sue, sent)
    expect(states(made)).toEqual([[[ben.id], []]])
    await typesIn(withy, ben, (doc) => removeItem(doc, LIST, item))
    expect(await notSuggested(sue, { ...sent, id: 'suggest-two' })).toBe('words-changed')
    expect(await mayNot(ben, made.id, { accept: ids(made) })).toBe('words-changed')
    await typesIn(withy, ben, (doc) => restoreItem(doc, LIST, item))
    await decides(ben, made.id, { accept: ids(made) })
    const words = cellWords(await withy.live.current(anna.plan), LIST, item, 'what')
    expect(words?.toString()).toBe('Buses are often late.')
    for (const place of [
      { ...cell, field: 'order' },
      { ...cell, field: null },
      { ...STORY, box: 'nowhere' },
      { ...STORY, box: LIST },
    ])
      expect(await notSuggested(sue, { ...sent, id: 'suggest-two', place })).toBe('bad-request')
  })

  it('[TALK-29] takes what a plan can hold of what is sent, and refuses kindly what is too much or no text', async () => {
    const { anna, ben, sue, rosa, was } = await four(withy)
    const proposed = [
      {
        type: 'paragraph',
        lang: 'x"><script>',
        runs: [
          { text: '<b>I</b> like ', by: 7 },
          { text: 'the orchard', link: 'javascript:alert(1)', bold: true },
          { text: '.' },
        ],
      },
    ]
    const made = await suggests(sue, body('suggest-one', was, proposed))
    const runs = made.changes.flatMap(({ becomes }) => becomes.flatMap((sentence) => sentence.runs))
    expect(runs).toEqual([{ text: '<b>I</b> like ' }, { text: 'the orchard', bold: true }, { text: '.' }])
    expect(made.changes.flatMap(({ becomes }) => becomes)[0]).not.toHaveProperty('lang')
    await decides(rosa, made.id, { accept: ids(made) })
    expect(await wordsIn(withy, anna)).toBe('<b>I</b> like the orchard.')

    const refused = (given: unknown, more: object = {}) => notSuggested(ben, body('suggest-two', was, given, more))
    expect(await refused(paragraph('x'.repeat(1024 * 1024)))).toBe('suggestion-too-long')
    expect(await refused(paragraph('x'.repeat(LIMIT.suggestedLetters)))).toBe('suggestion-too-long')
    const marks = Array.from({ length: 5_000 }, (_, n) =>
      n % 2 ? { text: 'a', bold: true } : { text: 'a', italic: true },
    )
    expect(await refused([{ type: 'paragraph', runs: marks }])).toBe('suggestion-too-long')
    expect(await refused(paragraph('Yes. '.repeat(LIMIT.suggestedSentences + 1)))).toBe('suggestion-too-long')
    const deep = JSON.parse(`${'{"type":"bullets","items":[['.repeat(1_000)}${']]}'.repeat(1_000)}`)
    for (const given of [[deep], 'words alone', [{ type: 'table' }], [null], 7])
      expect(await refused(given)).toBe('bad-request')
    expect(await refused(TWO, { place: { ...STORY, words: { quote: 'a' } } })).toBe('bad-request')
    expect(await refused(TWO, { why: 'x'.repeat(LIMIT.why + 1) })).toBe('bad-request')
    const cell = { box: LIST, item: 'nowhere', field: 'what', words: null }
    expect(await refused('x'.repeat(LIMIT.cellWords + 1), { place: cell, was: 'x' })).toBe('suggestion-too-long')
    expect(await refused(TWO, { place: cell, was: 'x' })).toBe('bad-request')
  })
})
