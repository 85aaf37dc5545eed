import { dayOf, type EditionBox, type Item } from '@withy/shared/plan'
import { buildPlan } from '@withy/shared/testing'
import { describe, expect, it } from 'vitest'
import { editionFor } from '../testing/exported-plans.ts'
import { factsInWords } from './in-words.ts'
import { textIn } from './nodes.ts'

const item = (what: string, said: { by: string; words: string }[]): Item => ({
  id: 'i',
  cells: { what },
  origin: { from: 'workshop', workshop: 'w', idea: 'i', on: '2026-05-09', said },
})
const DAY = '2026-05-09'
/** The facts of an item, drawn from the edition of a plan that has just it. */
function written(item: Item, lang: 'en' | 'cy' = 'en'): string[] {
  const own = [{ id: 'o', title: 'Ours', text: [], actions: [item], removedActions: [] }]
  const box = editionFor(buildPlan('area', { own })).parts.at(-1)?.sections[0]?.boxes[0] as EditionBox & {
    type: 'list'
  }
  return box.items.flatMap((each) => factsInWords(each, undefined, lang).map(({ runs }) => textIn(runs)))
}

describe('an item that was said in a workshop, in a copy', () => {
  it('[WORK-65] says who said it and when', () => {
    const said = [{ by: 'Rosa', words: 'Dig' }]
    expect(written(item('Dig', said))).toEqual([`Said by Rosa in the workshop (${dayOf('en', DAY)})`])
    expect(written(item('Dig', said), 'cy')).toEqual(['Dywedwyd gan Rosa yn y gweithdy (Dydd Sadwrn 9 Mai 2026)'])
  })

  it('[WORK-65] holds each person’s own words where the item has others', () => {
    const said = [
      { by: 'Rosa', words: 'Dig' },
      { by: 'Kofi', words: 'Dig here' },
      { by: 'Rosa', words: 'And there' },
    ]
    expect(written(item('A garden', said))).toEqual([
      `Said by Rosa, Kofi in the workshop (${dayOf('en', DAY)}) · Rosa: “Dig” · Kofi: “Dig here” · Rosa: “And there”`,
    ])
  })
})
