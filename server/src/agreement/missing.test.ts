import { buildPlan } from '@withy/shared/testing'
import { expect, it } from 'vitest'
import { groupAgreeing } from '../testing/group-agreeing.ts'
import { missingIn, reviewOn } from './missing.ts'

const TODAY = '2026-11-22'

it('[AGREE-20] what is missing is counted: empty sections, fields, ideas, tests of actions that are there, a day to look again', () => {
  const plan = buildPlan('support', {
    items: {
      'living-map.do': [{ what: 'Walk the map' }],
      'if-things-change.contingencies': [{ 'not-do': 'Ring the bell' }],
      'review.reviews': [{ what: 'All', when: '2026-11-21' }],
    },
  })
  const missing = missingIn(plan, { failing: ['living-map.do-0', 'gone'], ideas: 2 }, TODAY)
  expect(missing).toEqual([
    { what: 'sections-empty', count: expect.any(Number) },
    { what: 'fields-empty', count: 1 },
    { what: 'ideas-unanswered', count: 2 },
    { what: 'tests-failed', count: 1 },
    { what: 'no-review-date', count: 1 },
  ])
  expect(missing.every(({ count }) => count > 0)).toBe(true)
  const reviewed = buildPlan('area', { items: { 'review.reviews': [{ what: 'All', when: TODAY }] } })
  const left = missingIn(reviewed, { failing: [], ideas: 0 }, TODAY).map(({ what }) => what)
  expect(left).toEqual(['sections-empty'])
})

it('[AGREE-20] [AGREE-21] a plan is looked at again on the first day to come, as its sealed version says', () => {
  const plan = buildPlan('support', {
    items: {
      'review.reviews': [{ when: '2027-06-01' }, { when: '2026-01-01' }, { when: '2027-01-31' }, { what: 'No day' }],
    },
  })
  expect([reviewOn(plan, TODAY), reviewOn(plan, '2027-02-01'), reviewOn(plan, '2028-01-01')]).toEqual([
    '2027-01-31',
    '2027-06-01',
    null,
  ])
  const group = groupAgreeing('support', { Rosa: 'person' })
  group.becomes(plan)
  group.asks()
  group.says('Rosa', 'agree')
  const missing = [{ what: 'fields-empty', count: 1 }] as const
  expect(group.seals({ today: TODAY, missing })).toMatchObject({ reviewOn: '2027-01-31', missing })
})
