import { describe, expect, it } from 'vitest'
import { buildPlan, twentyPagePlan, wordsOf } from '../testing/index.ts'
import { completeness, sectionsOf, TEMPLATES } from './index.ts'

describe('completeness', () => {
  it('[PLAN-24] counts what is written in each section, and what is still empty', () => {
    const plan = buildPlan('area', {
      text: { 'living-map.want': ['Everything on one map.'] },
      items: {
        'living-map.have': [{ what: 'Mill' }, { what: 'Bridge' }, {}],
        'living-map.do': [{}, { features: ['living-map'] }],
      },
    })
    const { sections, begun, stillEmpty } = completeness(plan)
    expect(sections.get('living-map')).toEqual({ is: 'begun', boxes: 4, written: 2, items: 2 })
    expect(sections.get('shared-power')).toEqual({ is: 'empty', boxes: 4, written: 0, items: 0 })
    expect([...sections.keys()]).toEqual(sectionsOf(TEMPLATES.area).map((section) => section.id))
    expect(begun).toBe(1)
    const asked = TEMPLATES.area.parts.filter((part) => !part.folded).flatMap((part) => part.sections)
    expect(stillEmpty).toBe(asked.length - (asked.some(({ id }) => id === 'living-map') ? 1 : 0))
  })

  it('[PLAN-24] does not count empty sections of folded parts as missing', () => {
    const folded = TEMPLATES.support.parts.filter((part) => part.folded).flatMap((part) => part.sections)
    expect(folded.length).toBeGreaterThan(0)
    expect(completeness(buildPlan('support')).stillEmpty).toBe(sectionsOf(TEMPLATES.support).length - folded.length)
  })

  it('[PLAN-24] lists what is written without a field it needs, but nothing that is blank or taken out', () => {
    const key = 'if-things-change.contingencies'
    const plan = buildPlan('support', {
      items: { [key]: [{ trigger: 'No sleep' }, { 'not-do': 'Ring the bell' }, {}, { trigger: ' ', contact: ['p'] }] },
    })
    expect(completeness(plan).lacking).toMatchObject([
      { section: 'if-things-change', box: key, item: `${key}-1`, field: { id: 'trigger' } },
      { section: 'if-things-change', box: key, item: `${key}-3`, field: { id: 'trigger' } },
    ])
    const box = plan.boxes[key]
    const gone = box?.type === 'list' ? { ...box, items: [], removed: box.items } : box
    expect(completeness({ ...plan, boxes: { ...plan.boxes, [key]: gone as typeof box & object } }).lacking).toEqual([])
  })

  it('[PLAN-24] counts own sections too', () => {
    const own = { id: 'o', title: 'River', text: [], actions: [], removedActions: [] }
    const empty = completeness(buildPlan('area', { own: [own] }))
    const begun = completeness(
      buildPlan('area', { own: [{ ...own, actions: [{ id: 'a', cells: { what: 'Dredge' } }] }] }),
    )
    expect(empty.sections.get('o')?.is).toBe('empty')
    expect(begun.sections.get('o')).toEqual({ is: 'begun', boxes: 2, written: 1, items: 1 })
    expect(begun.stillEmpty).toBe(empty.stillEmpty - 1)
  })
})

describe('the words of a plan', () => {
  it('[PLAN-25] are all that people wrote and a reader sees, in reading order', () => {
    const plan = buildPlan('area', {
      titles: { place: 'Here' },
      text: {
        'place.where': [
          { type: 'bullets', items: [[{ type: 'paragraph', runs: [{ text: 'The ' }, { text: 'mill', bold: true }] }]] },
        ],
      },
      items: { 'living-map.do': [{ what: 'Dig', status: 'doing', by: '2027-01-01' }] },
      own: [
        {
          id: 'o',
          title: 'River',
          text: [],
          actions: [{ id: 'a', cells: { what: 'Dredge' }, other: ['more'] }],
          removedActions: [],
        },
      ],
      unplaced: [{ where: 'x', words: 'lost' }],
    })
    expect(wordsOf(plan)).toEqual(['Here', 'The mill', 'Dig', 'River', 'Dredge', 'more', 'lost'])
  })

  it('[PLAN-25] are about 10,000 in the plan of twenty pages', () => {
    const count = wordsOf(twentyPagePlan()).join(' ').split(/\s+/).length
    expect(count).toBeGreaterThan(9_500)
    expect(count).toBeLessThan(10_800)
  })
})
