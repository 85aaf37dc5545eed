import { smallestEdit } from '@withy/shared/plan'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { bindWords } from './words-binding.ts'

/** Two people, each with a document and a text area tied to the same words; `sync` lets their changes meet. */
function twoWriters(start = '') {
  const docs = [new Y.Doc(), new Y.Doc()] as const
  docs[0].getText('cell').insert(0, start)
  const sync = () => {
    for (const [from, to] of [docs, [docs[1], docs[0]]] as const) {
      Y.applyUpdate(to, Y.encodeStateAsUpdate(from, Y.encodeStateVector(to)), 'from the other')
    }
  }
  sync()
  const areas = docs.map((doc) => {
    const area = document.body.appendChild(document.createElement('textarea'))
    bindWords(doc.getText('cell'), area)
    return area
  })
  return { docs, areas: areas as [HTMLTextAreaElement, HTMLTextAreaElement], sync }
}

/** What an area tells when someone types: puts `words` in place of `removed` units at `at`, the caret after them. */
function type(area: HTMLTextAreaElement, at: number, removed: number, words: string) {
  area.value = area.value.slice(0, at) + words + area.value.slice(at + removed)
  area.setSelectionRange(at + words.length, at + words.length)
  area.dispatchEvent(new Event('input'))
}

const compose = (area: HTMLTextAreaElement, is: 'start' | 'end') =>
  area.dispatchEvent(new CompositionEvent(`composition${is}`))

describe('the smallest edit', () => {
  it('[PLAN-80] turns one text into another, never cutting a character in two', () => {
    const some = fc.string({ unit: fc.constantFrom('a', 'b', '🌱', '🌿', 'ŵ', '\n'), maxLength: 12 })
    fc.assert(
      fc.property(some, some, fc.nat(24), (before, after, caret) => {
        const edit = smallestEdit(before, after, Math.min(caret, after.length))
        if (!edit) {
          expect(before).toBe(after)
          return
        }
        const kept = before.slice(0, edit.at)
        expect(kept + edit.inserted + before.slice(edit.at + edit.removed)).toBe(after)
        for (const piece of [kept, edit.inserted, before.slice(edit.at, edit.at + edit.removed)]) {
          expect(piece.isWellFormed()).toBe(true)
        }
      }),
      { numRuns: 500 },
    )
  })

  it('[PLAN-80] puts a repeated letter where the caret says it was typed', () => {
    expect(smallestEdit('aa', 'aaa', 1)).toEqual({ at: 0, removed: 0, inserted: 'a' })
    expect(smallestEdit('aa', 'aaa', 3)).toEqual({ at: 2, removed: 0, inserted: 'a' })
  })
})

describe('two people typing in one cell', () => {
  it('[PLAN-80] keeps the caret beside the words it was beside', () => {
    const { areas, sync } = twoWriters('the hall is empty')
    type(areas[1], 9, 0, 'always ')
    areas[0].focus()
    areas[0].setSelectionRange(8, 8)
    sync()
    expect(areas[0].value).toBe('the hall always is empty')
    expect(areas[0].selectionStart).toBe(8)
    type(areas[1], 0, 0, 'now ')
    areas[0].focus()
    areas[0].setSelectionRange(8, 8)
    sync()
    expect(areas[0].selectionStart).toBe(12)
  })

  it('[PLAN-81] leaves the area alone while a word is being composed, and loses nothing of either', () => {
    const { areas, docs, sync } = twoWriters('bake scones')
    areas[0].focus()
    compose(areas[0], 'start')
    type(areas[0], 5, 0, 'w')
    type(areas[1], 0, 0, 'we ')
    sync()
    expect(areas[0].value).toBe('bake wscones')
    type(areas[0], 6, 0, 'arm ')
    sync()
    compose(areas[0], 'end')
    expect(areas[0].value).toBe('we bake warm scones')
    expect(areas[0].selectionStart).toBe('we bake warm '.length)
    sync()
    expect(docs[1].getText('cell').toString()).toBe('we bake warm scones')
    expect(areas[1].value).toBe('we bake warm scones')
  })

  it('[PLAN-80] shows only characters where something else was put into a cell', () => {
    const { areas, docs, sync } = twoWriters('bread')
    docs[1].getText('cell').insertEmbed(0, { picture: true })
    sync()
    type(areas[0], 5, 0, ' for the stair')
    sync()
    expect(areas[1].value).toBe('bread for the stair')
  })

  it('[PLAN-80] [PLAN-81] everyone ends with the same words, and nothing typed is lost or doubled', () => {
    const step = fc.record({
      who: fc.constantFrom(0, 1),
      does: fc.constantFrom('type', 'type', 'type', 'delete', 'sync', 'compose', 'done'),
      at: fc.double({ min: 0, max: 1, noNaN: true }),
      count: fc.integer({ min: 1, max: 4 }),
    })
    fc.assert(
      fc.property(fc.array(step, { maxLength: 40 }), (steps) => {
        const { areas, docs, sync } = twoWriters('start')
        let letter = 0xe000 // Private letters: each is typed once, so each can be counted.
        const typed = new Set('start')
        const deleted = new Set<string>()
        for (const { who, does, at, count } of steps) {
          const area = areas[who] as HTMLTextAreaElement
          const place = Math.round(at * area.value.length)
          if (does === 'sync') sync()
          else if (does === 'compose') compose(area, 'start')
          else if (does === 'done') compose(area, 'end')
          else if (does === 'delete') {
            for (const each of area.value.slice(place, place + count)) deleted.add(each)
            type(area, place, count, '')
          } else {
            const words = String.fromCharCode(...Array.from({ length: count }, () => letter++))
            for (const each of words) typed.add(each)
            type(area, place, 0, words)
          }
        }
        for (const area of areas) compose(area, 'end')
        sync()
        const end = docs[0].getText('cell').toString()
        expect(docs[1].getText('cell').toString()).toBe(end)
        for (const area of areas) expect(area.value).toBe(end)
        for (const each of typed) {
          if (each === 't') continue // Twice in "start".
          expect(end.split(each).length - 1).toBe(deleted.has(each) ? 0 : 1)
        }
      }),
      { numRuns: 300 },
    )
  })
})
