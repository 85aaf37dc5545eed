import { buildPlan, HOSTILE_TEXTS } from '@withy/shared/testing'
import ICAL from 'ical.js'
import { afterEach, expect, it, vi } from 'vitest'
import { draftOf, sealed } from '../testing/exported-plans.ts'
import { writeCalendar } from './calendar.ts'
import type { Exported } from './exported.ts'

afterEach(() => vi.useRealTimers())

const PLAN = buildPlan('area', {
  items: {
    'living-map.do': [
      { what: 'Walk the map', who: ['p0'], by: '2027-01-15' },
      { what: 'Some day', who: ['p1'] },
    ],
    'review.reviews': [{ what: 'Everything', when: '2027-05-01' }],
    'not-agreed.disagreements': [{ what: 'The bus', when: '2027-02-02' }],
  },
})

/** The days in a calendar, as a program reads them. */
const daysIn = (exported: Exported) =>
  new ICAL.Component(ICAL.parse(writeCalendar(exported)))
    .getAllSubcomponents('vevent')
    .map((event) => new ICAL.Event(event))

it('[EXPORT-46] has the days of actions and reviews, each a whole day with its words', () => {
  const days = daysIn(draftOf(PLAN, { title: 'Orchard Lane' }))
  expect(days.map(({ summary, startDate }) => [summary, startDate.toString()])).toEqual([
    ['To be done: Walk the map', '2027-01-15'],
    ['Look at our plan again: Everything', '2027-05-01'],
  ])
  expect(days[0]?.description).toBe(
    'Orchard Lane · DRAFT\nLiving map\nWho will do it: Nadia\nBy when: Friday, 15 January 2027',
  )
  expect(daysIn(draftOf(PLAN, { lang: 'cy' }))[0]?.summary).toBe('I’w wneud: Walk the map')
  expect(daysIn(draftOf(PLAN, { sections: ['review'] }))).toHaveLength(1)
})

it('[EXPORT-46] is made of the version and never of the clock, and a day keeps its name in later ones, whatever the plan is called', () => {
  vi.useFakeTimers({ now: Date.parse('2027-06-01T10:00:00Z') })
  const first = writeCalendar(sealed(draftOf(PLAN)))
  vi.setSystemTime(Date.parse('2031-01-01T00:00:00Z'))
  expect(writeCalendar(sealed(draftOf(PLAN)))).toBe(first)
  expect(first).toContain('DTSTAMP:20261121T195500Z')
  const [before] = daysIn(sealed(draftOf(PLAN)))
  const [after] = daysIn(sealed(draftOf(PLAN), { number: 4, sealedAt: '2027-01-01T00:00:00.000Z' }))
  expect(after?.uid).toBe(before?.uid)
  const [renamed] = daysIn(
    draftOf(PLAN, { title: 'The lane', status: { is: 'draft', at: new Date('2027-02-01T00:00:00Z') } }),
  )
  expect(renamed?.uid).toBe(before?.uid)
  // Calendars keep what has the higher number: each later copy replaces the one before, a draft too.
  const numbers = [before, after, renamed].map((day) => day?.sequence ?? 0)
  expect(numbers).toEqual([...new Set(numbers)].toSorted((a, b) => a - b))
  expect(daysIn(draftOf(PLAN, { planKey: 'another' }))[0]?.uid).not.toBe(before?.uid)
})

it('[EXPORT-46] takes whatever people wrote for words', () => {
  const line = 'x\r\nEND:VEVENT\rBEGIN:VALARM\nATTENDEE:mailto:a@example.org\u2028URL:javascript:1\u0000'
  const texts = [...HOSTILE_TEXTS, line, 'ŵ'.repeat(4_000)]
  const plan = buildPlan('area', { items: { 'living-map.do': texts.map((what) => ({ what, by: '2027-01-15' })) } })
  const file = writeCalendar(draftOf(plan, { title: line }))
  expect(file).not.toMatch(/[^\r]\n|\r[^\n]/)
  const calendar = new ICAL.Component(ICAL.parse(file))
  expect(calendar.getAllSubcomponents('vevent')).toHaveLength(texts.length)
  for (const event of calendar.getAllSubcomponents('vevent')) {
    expect(event.getAllSubcomponents()).toEqual([])
    const names = event.getAllProperties().map(({ name }) => name)
    expect(names).not.toContain('attendee')
    expect(names).not.toContain('url')
  }
  expect(file.length).toBeLessThan(100_000)
})
