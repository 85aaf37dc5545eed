import { HOSTILE_TEXTS } from '@withy/shared/testing'
import { afterEach, expect, it, vi } from 'vitest'
import { openWithy } from '../testing/open-withy.ts'
import { copiesExample, starts } from '../testing/people.ts'
import { type CalendarDay, calendarOf } from './calendar.ts'

afterEach(() => vi.useRealTimers())

const ADDRESS = 'https://withy.example/plans/p/did-it-happen'
const action = (what: string, n = 0) => ({ id: `a${n}`, section: 'story', what })
const day = (more: Partial<CalendarDay> = {}): CalendarDay => ({
  ...{ workshop: 'w', dueOn: '2026-07-02', askedAt: Date.parse('2026-05-21T18:00:00Z'), title: 'Orchard Lane' },
  ...{ actions: [action('Ask about the key')], address: ADDRESS, lang: 'en' },
  ...more,
})
/** The lines as a calendar reads them: unfolded. */
const linesOf = (file: string): string[] => file.replaceAll('\r\n ', '').split('\r\n')
const said = (file: string, name: string) =>
  linesOf(file)
    .filter((line) => line.startsWith(name))
    .map((line) => line.slice(line.indexOf(':') + 1))

it('[WORK-117] is one whole day, named by its plan, with the actions and where to answer', () => {
  const file = calendarOf(day({ actions: [action('Ask about the key'), action('', 1)] }))
  expect(linesOf(file).filter((line) => line === 'BEGIN:VEVENT')).toHaveLength(1)
  expect(linesOf(file)).toContain('DTSTART;VALUE=DATE:20260702')
  expect(said(file, 'DTEND')).toEqual([])
  expect(file.endsWith('\r\nEND:VCALENDAR\r\n')).toBe(true)
  expect(said(file, 'TRANSP')).toEqual(['TRANSPARENT'])
  expect(said(file, 'SUMMARY')).toEqual(['Did it happen? Orchard Lane'])
  const [words = ''] = said(file, 'DESCRIPTION')
  expect(words).toContain('\\n- Ask about the key\\n- No words yet\\n')
  expect(words).toContain(ADDRESS)
  expect(words).toContain('open your private link first')
  expect(said(file, 'URL')).toEqual([ADDRESS])
  expect(said(calendarOf(day({ lang: 'cy' })), 'SUMMARY')).toEqual(['A ddigwyddodd? Orchard Lane'])
})

it('[WORK-117] is made of what is stored and never of the clock', () => {
  vi.useFakeTimers({ now: Date.parse('2026-06-01T10:00:00Z') })
  const first = calendarOf(day())
  vi.setSystemTime(Date.parse('2031-01-01T00:00:00Z'))
  expect(calendarOf(day())).toBe(first)
  expect(said(first, 'DTSTAMP')).toEqual(['20260521T180000Z'])
  expect(said(first, 'UID')).toEqual(['did-it-happen-w@withy'])
})

it('[WORK-117] takes whatever people wrote for words, folds by bytes, and stays small', () => {
  const line = 'x\r\nEND:VEVENT\rBEGIN:VALARM\nATTENDEE:mailto:a@example.org\u2028URL:javascript:1\u0000'
  const texts = [...HOSTILE_TEXTS, line, 'ŵ'.repeat(4_000)]
  const file = calendarOf(day({ title: line, actions: texts.map(action) }))
  const plain = calendarOf(day())
  const names = (file: string) => linesOf(file).map((each) => each.split(/[:;]/, 1)[0])
  expect(names(file)).toEqual(names(plain))
  expect(file).not.toMatch(/[^\r]\n|\r[^\n]/)
  for (const folded of file.split('\r\n')) expect(Buffer.byteLength(folded)).toBeLessThanOrEqual(75)
  const many = calendarOf(day({ actions: Array.from({ length: 2_000 }, (_, n) => action('ŵ'.repeat(4_000), n)) }))
  expect(Buffer.byteLength(many)).toBeLessThan(20_000)
  expect(said(many, 'DESCRIPTION')[0]).toContain('More actions are in the plan.')
})

it('[WORK-117] is given once a workshop has closed, to people of its plan, the same on whatever day', async () => {
  const withy = await openWithy()
  const anna = await copiesExample(withy)
  const { workshop } = await anna.gets<{ workshop: string }>('POST', `/api/plans/${anna.plan}/workshops`, {
    ...{ shape: 'empty', title: 'May', lang: 'en' },
  })
  const path = `/api/plans/${anna.plan}/workshops/${workshop}`
  const steer = (does: string) => anna.gets('POST', `${path}/steer`, { do: does })
  await steer('open')
  expect(await anna.isRefused('GET', `${path}/calendar`)).toBe('workshop-not-over')
  await steer('close')
  const file = await anna.ask('GET', `${path}/calendar?lang=cy`)
  expect(file.status).toBe(200)
  expect(file.headers.get('content-type')).toBe('text/calendar; charset=utf-8')
  expect(file.headers.get('content-disposition')).toMatch(/^attachment; filename=".+\.ics"/)
  expect(said(String(file.body), 'SUMMARY')[0]).toMatch(/^A ddigwyddodd\? /)
  expect(said(String(file.body), 'URL')).toEqual([`http://localhost:3000/plans/${anna.plan}/did-it-happen`])
  withy.clock.now += 50 * 24 * 60 * 60 * 1000
  expect((await anna.ask('GET', `${path}/calendar?lang=cy`)).body).toBe(file.body)

  const stranger = await starts(withy)
  expect(await stranger.isRefused('GET', `${path}/calendar`)).toBe('not-found')
  expect(await anna.isRefused('GET', `/api/plans/${anna.plan}/workshops/none/calendar`)).toBe('not-found')
  await withy.close()
})
