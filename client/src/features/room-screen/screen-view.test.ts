import { addItem, addOwnSection, cellWords, setCell } from '@withy/shared/plan'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import * as Y from 'yjs'
import { createCalm } from '../../live/calm.ts'
import { createScreenView, type ScreenView } from './screen-view.ts'

const BOX = 'our-story.story'
let doc: Y.Doc
let words: Y.XmlText
let view: ScreenView
let shown: number[]

beforeEach(() => {
  vi.useFakeTimers()
  doc = new Y.Doc()
  words = new Y.XmlText()
  const paragraph = new Y.XmlElement('paragraph')
  paragraph.insert(0, [words])
  doc.getXmlFragment(BOX).insert(0, [paragraph])
  view = createScreenView(doc, 'area', createCalm())
  view.watch([BOX])
  shown = []
  let before = view.plan()
  view.onChange(() => {
    if (view.plan() !== before) shown.push(Date.now())
    before = view.plan()
  })
})
afterEach(() => {
  view.stop()
  vi.useRealTimers()
})

const type = (text: string) => words.insert(words.length, text)
const wait = (ms: number) => vi.advanceTimersByTimeAsync(ms)
const read = () => JSON.stringify(view.plan())

describe('the plan as a room sees it', () => {
  it('[SYNC-71] shows a sentence when it is finished, not letter by letter', async () => {
    for (const letter of 'We have an orchard') {
      type(letter)
      await wait(200)
    }
    expect(shown).toEqual([])
    type('.')
    await wait(10)
    expect(shown).toHaveLength(1)
    expect(read()).toContain('We have an orchard.')
  })

  it('[SYNC-71] shows an unfinished sentence when nobody has typed for a second and a half', async () => {
    type('We have an')
    await wait(1_400)
    expect(shown).toEqual([])
    await wait(200)
    expect(read()).toContain('We have an')
  })

  it('[SYNC-71] @H4 changes at most once a second, whatever is typed', async () => {
    for (let i = 0; i < 50; i += 1) {
      type('Yes. ')
      await wait(100)
    }
    await wait(3_000)
    const gaps = shown.slice(1).map((at, i) => at - (shown[i] ?? 0))
    expect(shown.length).toBeGreaterThan(3)
    expect(Math.min(...gaps)).toBeGreaterThanOrEqual(1_000)
    expect(read()).toContain(`${'Yes. '.repeat(49)}Yes.`)
  })

  it('[SYNC-71] does not hurry for a sentence in a box that is not on the screen', async () => {
    view.watch(['living-map.have'])
    type('Elsewhere.')
    await wait(1_000)
    expect(shown).toEqual([])
  })

  it('[SYNC-71] marks what is new for three seconds', async () => {
    type('New.')
    await wait(10)
    expect([...view.fresh()]).toEqual([BOX])
    await wait(3_000)
    expect([...view.fresh()]).toEqual([])
  })

  it('[SYNC-71] takes an item’s words and choices in, and those of own sections', async () => {
    const item = addItem(doc, { key: 'living-map.have', shape: 'asset' })
    view.watch(['living-map.have'])
    cellWords(doc, 'living-map.have', item, 'what')?.insert(0, 'Mill Lane hall.')
    await wait(10)
    expect(read()).toContain('Mill Lane hall.')
    await wait(5_000)
    setCell(doc, 'living-map.have', item, 'kind', 'places')
    await wait(1_600)
    expect([...view.fresh()]).toEqual(['living-map.have'])

    const own = addOwnSection(doc, { title: 'Our river' })
    view.watch([`own:${own}.text`, `own:${own}.actions`])
    await wait(7_000)
    const paragraph = new Y.XmlElement('paragraph')
    paragraph.insert(0, [new Y.XmlText('It floods.')])
    doc.getXmlFragment(`own:${own}.text`).insert(0, [paragraph])
    await wait(10)
    expect([...view.fresh()]).toEqual([`own:${own}.text`])
  })

  it('[SYNC-72] holds still, and shows everything when it is let go', async () => {
    view.freeze(true)
    type('Not yet.')
    await wait(10_000)
    expect(shown).toEqual([])
    expect(read()).not.toContain('Not yet.')
    view.freeze(false)
    expect(read()).toContain('Not yet.')
  })

  it('[SYNC-72] what was on its way when it was held is not shown either', async () => {
    type('On its way')
    await wait(500)
    view.freeze(true)
    await wait(5_000)
    expect(shown).toEqual([])
  })
})
