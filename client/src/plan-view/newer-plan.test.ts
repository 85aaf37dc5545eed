import type { Plan } from '@withy/shared/plan'
import { anyPlan } from '@withy/shared/testing'
import * as fc from 'fast-check'
import { expect, it } from 'vitest'
import { fromNewer } from './newer-plan.ts'

/** What a server of next year may say: blocks, cells, boxes and parts of a plan that this version has never heard of. */
const ofNextYear = (plan: Plan) =>
  ({
    ...plan,
    boxes: {
      ...plan.boxes,
      'our-story.story': {
        type: 'text',
        text: [
          { type: 'paragraph', runs: [{ text: 'a known paragraph' }] },
          { type: 'bullets', items: [[{ type: 'table', rows: [[{ text: 'in a table' }], [{ text: 'next to it' }]] }]] },
          { type: 'photo', id: 'p1', words: 'what the photo shows', level: 9 },
        ],
      },
      'place.place': { type: 'map', pins: [{ id: 'x', words: 'by the bridge' }] },
      'weather.now': { type: 'text', text: [{ type: 'paragraph', runs: [{ text: 'rain' }] }] },
    },
    own: [
      {
        id: 'o1',
        title: 'Ours',
        text: [],
        actions: [{ id: 'a1', cells: { what: 'plant', mood: ['glad', 'tired'], steps: 3 } }],
        removedActions: [],
      },
    ],
    titles: { ...plan.titles, weather: 'Our weather' },
    glossary: { commons: 'what belongs to all' },
  }) as unknown as Plan

it('[SYNC-83] what a newer server tells is drawn with every word, known places first', () => {
  fc.assert(
    fc.property(anyPlan('area'), (plan) => {
      const read = fromNewer(ofNextYear(plan))
      expect(read.boxes['our-story.story']).toEqual({
        type: 'text',
        text: [
          { type: 'paragraph', runs: [{ text: 'a known paragraph' }] },
          { type: 'bullets', items: [[{ type: 'paragraph', runs: [{ text: 'in a table\nnext to it' }] }]] },
          { type: 'paragraph', runs: [{ text: 'what the photo shows' }] },
        ],
      })
      expect(read.own[0]?.actions[0]?.other).toEqual(['glad', 'tired', '3'])
      expect(read.unplaced.slice(plan.unplaced.length)).toEqual([
        { where: 'place.place', words: 'by the bridge' },
        { where: 'weather.now', words: 'rain' },
        { where: 'weather', words: 'Our weather' },
        { where: 'glossary', words: 'what belongs to all' },
      ])
    }),
    { numRuns: 30 },
  )
})

it('[SYNC-83] a plan of this version is read as it is', () => {
  fc.assert(
    fc.property(anyPlan('support'), (plan) => {
      const read = fromNewer(plan)
      const withoutOther = JSON.stringify(read).replaceAll(',"other":[]', '')
      expect(JSON.parse(withoutOther)).toEqual(JSON.parse(JSON.stringify(plan).replaceAll(',"other":[]', '')))
    }),
    { numRuns: 30 },
  )
})
