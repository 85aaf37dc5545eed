import { linesIn, textOfLines, writeRichText } from '@withy/shared/plan'
import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import * as Y from 'yjs'
import { bindLines, SETTLES } from './lines-binding.ts'

const BOX = 'our-story.story'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => {
  vi.useRealTimers()
  document.body.replaceChildren()
})

/** Two people, each with a document and a simple box over the same words; `sync` lets their changes meet. */
function twoWriters(...start: string[]) {
  const docs = [new Y.Doc(), new Y.Doc()] as const
  const fragments = docs.map((doc) => doc.getXmlFragment(BOX)) as [Y.XmlFragment, Y.XmlFragment]
  writeRichText(
    fragments[0],
    start.map((text) => ({ type: 'paragraph', runs: [{ text }] })),
  )
  const sync = () => {
    for (const [from, to] of [docs, [docs[1], docs[0]]] as const) {
      Y.applyUpdate(to, Y.encodeStateAsUpdate(from, Y.encodeStateVector(to)), 'from the other')
    }
  }
  sync()
  const unfit = vi.fn()
  const areas = fragments.map((fragment) => {
    const area = document.body.appendChild(document.createElement('textarea'))
    bindLines(fragment, area, { onUnfit: unfit })
    return area
  })
  return { docs, fragments, areas: areas as [HTMLTextAreaElement, HTMLTextAreaElement], sync, unfit }
}

const textOf = (fragment: Y.XmlFragment) => textOfLines(linesIn(fragment) ?? [])
const settle = () => void vi.advanceTimersByTime(SETTLES)

/** What an area tells when someone types: puts `words` in place of `removed` units at `at`, the caret after them. */
function type(area: HTMLTextAreaElement, at: number, removed: number, words: string) {
  area.value = area.value.slice(0, at) + words + area.value.slice(at + removed)
  area.setSelectionRange(at + words.length, at + words.length)
  area.dispatchEvent(new Event('input'))
}
const compose = (area: HTMLTextAreaElement, is: 'start' | 'end') =>
  area.dispatchEvent(new CompositionEvent(`composition${is}`))

function caretAt(area: HTMLTextAreaElement, at: number) {
  area.focus()
  area.setSelectionRange(at, at)
}

describe('two people in one simple box', () => {
  it('[PLAN-120] see what the other writes, each with the caret beside the words it was beside', () => {
    const { areas, sync } = twoWriters('We bake.', 'On Fridays.')
    caretAt(areas[0], 'We bake.\nOn'.length)
    type(areas[1], 0, 0, 'Every week: ')
    type(areas[1], 'Every week: We bake.'.length, 0, '\nBread')
    sync()
    expect(areas[0].value).toBe('Every week: We bake.\nBread\nOn Fridays.')
    expect(areas[0].selectionStart).toBe('Every week: We bake.\nBread\nOn'.length)
  })

  it('[PLAN-120] the caret stays beside its words where the other cuts their line in two, and where it goes', () => {
    const { areas, sync } = twoWriters('We bake. On Fridays.', 'And sing.')
    caretAt(areas[0], 'We bake. On Fri'.length)
    type(areas[1], 'We bake.'.length, 1, '\n')
    sync()
    expect(areas[0].value).toBe('We bake.\nOn Fridays.\nAnd sing.')
    expect(areas[0].selectionStart).toBe('We bake.\nOn Fri'.length)
    settle()
    type(areas[1], 'We bake.\n'.length, 'On Fridays.\n'.length, '')
    caretAt(areas[0], 'We bake.\nOn Fri'.length)
    sync()
    expect(areas[0].value).toBe('We bake.\nAnd sing.')
    expect(areas[0].selectionStart).toBe('We bake.'.length)
  })

  it('[PLAN-120] what the other writes waits while a word is composed, and for a moment after each that came by voice', () => {
    const { areas, fragments, sync } = twoWriters('bake scones')
    caretAt(areas[0], 5)
    compose(areas[0], 'start')
    type(areas[0], 5, 0, 'w')
    type(areas[1], 0, 0, 'we ')
    settle()
    sync()
    settle()
    expect(areas[0].value).toBe('bake wscones')
    type(areas[0], 6, 0, 'arm ')
    compose(areas[0], 'end')
    expect(areas[0].value).toBe('bake warm scones')
    settle()
    expect(areas[0].value).toBe('we bake warm scones')
    expect(areas[0].selectionStart).toBe('we bake warm '.length)
    // Dictation puts words in again and again, and never says that it composes.
    type(areas[0], 'we bake warm scones'.length, 0, ' an')
    type(areas[1], 0, 2, 'We')
    sync()
    expect(areas[0].value).toBe('we bake warm scones an')
    type(areas[0], 'we bake warm scones'.length, 3, ' and\nsing')
    settle()
    expect(areas[0].value).toBe('We bake warm scones and\nsing')
    sync()
    settle()
    expect(areas[1].value).toBe('We bake warm scones and\nsing')
    expect(textOf(fragments[1])).toBe('We bake warm scones and\nsing')
  })

  it('[PLAN-120] what is taken out of a line just cut in two, while what the other writes waits, stays out', () => {
    const { areas, sync } = twoWriters('bake warm scones')
    type(areas[0], 'bake'.length, 0, '!')
    type(areas[1], 0, 0, 'We ')
    sync()
    type(areas[0], 'bake!'.length, 1, '\n')
    type(areas[0], 'bake!\n'.length, 'warm '.length, '')
    expect(areas[0].value).toBe('bake!\nscones')
    settle()
    expect(areas[0].value).toBe('We bake!\nscones')
  })

  it('[PLAN-120] one’s own undo comes at once', () => {
    const { areas, docs } = twoWriters('bread')
    const undo = new Y.UndoManager(docs[0].getXmlFragment(BOX), { trackedOrigins: new Set([null, 'withy']) })
    docs[0].on('beforeTransaction', ({ origin }: Y.Transaction) => void undo.addTrackedOrigin(origin))
    type(areas[0], 5, 0, '\nand salt')
    undo.undo()
    expect(areas[0].value).toBe('bread')
  })

  it('[PLAN-84] ends where something comes that is no line, and takes nothing away', () => {
    const { areas, fragments, sync, unfit } = twoWriters('Ours.')
    vi.useRealTimers()
    fragments[1].push([new Y.XmlElement('tomorrow')])
    sync()
    areas[0].dispatchEvent(new Event('blur'))
    return vi.waitFor(() => {
      expect(unfit).toHaveBeenCalled()
      expect(fragments[0].toString()).toContain('<tomorrow>')
      expect(areas[0].value).toBe('Ours.')
    })
  })

  it('[PLAN-120] [PLAN-119] everyone ends with the same words, and nothing typed is lost', () => {
    const step = fc.record({
      who: fc.constantFrom(0, 1),
      does: fc.constantFrom('type', 'type', 'line', 'delete', 'sync', 'compose', 'done', 'rest'),
      at: fc.double({ min: 0, max: 1, noNaN: true }),
      count: fc.integer({ min: 1, max: 4 }),
    })
    fc.assert(
      fc.property(fc.array(step, { maxLength: 40 }), (steps) => {
        const { areas, fragments, sync } = twoWriters('start', 'end')
        let letter = 0xe000 // Private letters: each is typed once, so each can be counted.
        const typed = new Set<string>()
        for (const { who, does, at, count } of steps) {
          const area = areas[who] as HTMLTextAreaElement
          const place = Math.round(at * area.value.length)
          if (does === 'sync') sync()
          else if (does === 'rest') settle()
          else if (does === 'compose') compose(area, 'start')
          else if (does === 'done') compose(area, 'end')
          else if (does === 'delete') {
            const gone = area.value.slice(place, place + count)
            // Whole lines that go take with them what the other is typing in them.
            if (gone.includes('\n')) continue
            for (const each of gone) typed.delete(each)
            type(area, place, count, '')
          } else {
            const words = String.fromCharCode(...Array.from({ length: count }, () => letter++))
            for (const each of words) typed.add(each)
            type(area, place, 0, does === 'line' ? `${words}\n` : words)
          }
        }
        for (const area of areas) compose(area, 'end')
        settle()
        sync()
        settle()
        const end = textOf(fragments[0])
        expect(textOf(fragments[1])).toBe(end)
        for (const area of areas) expect(area.value).toBe(end)
        for (const each of typed) expect(end).toContain(each)
      }),
      { numRuns: 100 },
    )
  })
})
