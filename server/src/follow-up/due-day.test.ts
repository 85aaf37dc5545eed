import { expect, it } from 'vitest'
import { dayAt } from '../uk-day.ts'
import { dueDayAfter } from './due-day.ts'

const at = (time: string) => Date.parse(time)

it('[WORK-111] a day is a day in the UK, in summer and in winter', () => {
  expect([dayAt(at('2026-06-30T22:59:59Z')), dayAt(at('2026-06-30T23:00:00Z'))]).toEqual(['2026-06-30', '2026-07-01'])
  expect(dayAt(at('2026-12-31T23:59:59Z'))).toBe('2026-12-31')
})

it('[WORK-110] the question is due six weeks after the day a workshop closed, also over a change of the clocks', () => {
  expect(dueDayAfter(at('2026-05-21T18:00:00Z'))).toBe('2026-07-02')
  expect(dueDayAfter(at('2026-05-21T23:30:00Z'))).toBe('2026-07-03')
  expect(dueDayAfter(at('2026-10-01T18:00:00Z'))).toBe('2026-11-12')
  expect(dueDayAfter(at('2026-02-20T23:30:00Z'))).toBe('2026-04-03')
  expect(dueDayAfter(at('2026-12-01T12:00:00Z'))).toBe('2027-01-12')
})
