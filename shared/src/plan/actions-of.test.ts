import { describe, expect, it } from 'vitest'
import { buildPlan, reading } from '../testing/index.ts'
import { actionsOf, differences, type Plan } from './index.ts'

const goalFor = (...ids: string[]): Plan =>
  buildPlan('support', {
    items: {
      'goals.goals': [{ what: 'A paid job baking', 'served-by': ids }],
      'living-map.do': [{ what: 'Ask at the lunch club' }],
      'actions.actions': [{ what: 'Trial shift' }, {}],
    },
    own: [
      { id: 'o', title: 'Choir', text: [], actions: [{ id: 'o1', cells: { what: 'Sing' } }], removedActions: [] },
      { id: 'p', title: 'Dog', text: [], actions: [], removedActions: [{ id: 'p1', cells: { what: 'Walk' } }] },
    ],
  })

describe('the actions of a plan', () => {
  it('[PLAN-63] are those of every section and of own sections, in reading order, with their first words', () => {
    expect(actionsOf(goalFor())).toEqual([
      { id: 'living-map.do-0', section: 'living-map', what: 'Ask at the lunch club' },
      { id: 'actions.actions-0', section: 'actions', what: 'Trial shift' },
      { id: 'actions.actions-1', section: 'actions', what: '' },
      { id: 'o1', section: 'own:o', what: 'Sing' },
    ])
  })

  it('[PLAN-63] that serve a goal are what a reader sees of it: one that is gone makes no difference', () => {
    const before = goalFor('actions.actions-0')
    expect(differences(before, goalFor('actions.actions-0', 'p1', 'nowhere'))).toEqual([])
    expect(reading(goalFor('p1'))).toBe(reading(goalFor()))
    const after = goalFor('actions.actions-0', 'o1')
    expect(differences(before, after)).toMatchObject([{ what: 'item', box: 'goals.goals', change: 'changed' }])
    expect(reading(before)).not.toBe(reading(after))
  })
})
