import { afterEach, describe, expect, it, vi } from 'vitest'

afterEach(() => {
  vi.unstubAllGlobals()
  vi.resetModules()
})

/** The dates as Chromium draws them: it knows no Welsh, and gives American English where it is asked for it. */
async function withoutWelsh() {
  const { DateTimeFormat } = Intl
  const asked: string[] = []
  vi.stubGlobal('Intl', {
    ...Intl,
    DateTimeFormat: class extends DateTimeFormat {
      constructor(locale: string, options?: Intl.DateTimeFormatOptions) {
        asked.push(locale)
        super(locale.startsWith('cy') ? 'en-US' : locale, options)
      }
    },
  })
  vi.resetModules()
  return { ...(await import('./dates.ts')), asked }
}

describe('dates where the browser knows no Welsh', () => {
  it('[A11Y-12] @F5 are said in Welsh all the same: every month, every day of a week', async () => {
    const { dayOf, asked } = await withoutWelsh()
    const noon = (month: number, day: number) => dayOf('cy', new Date(Date.UTC(2026, month, day, 12)).toISOString())
    expect(Array.from({ length: 12 }, (_, month) => noon(month, 1).split(' ').at(3))).toEqual([
      'Ionawr',
      'Chwefror',
      'Mawrth',
      'Ebrill',
      'Mai',
      'Mehefin',
      'Gorffennaf',
      'Awst',
      'Medi',
      'Hydref',
      'Tachwedd',
      'Rhagfyr',
    ])
    // 1 June 2026 is a Monday.
    expect(Array.from({ length: 7 }, (_, day) => noon(5, day + 1))).toEqual([
      'Dydd Llun 1 Mehefin 2026',
      'Dydd Mawrth 2 Mehefin 2026',
      'Dydd Mercher 3 Mehefin 2026',
      'Dydd Iau 4 Mehefin 2026',
      'Dydd Gwener 5 Mehefin 2026',
      'Dydd Sadwrn 6 Mehefin 2026',
      'Dydd Sul 7 Mehefin 2026',
    ])
    expect(asked.length).toBeGreaterThan(0)
    expect(asked.every((locale) => locale === 'en-GB')).toBe(true)
  })

  it('[A11Y-12] keep UK time, in the evening and on the night the year ends', async () => {
    const { dayOf, timeOf } = await withoutWelsh()
    expect(timeOf('cy', '2026-06-02T13:30:00Z')).toBe('2:30 yh')
    expect(timeOf('cy', '2026-01-02T00:05:00Z')).toBe('12:05 yb')
    expect(dayOf('cy', '2026-12-31T23:30:00Z')).toBe('Dydd Iau 31 Rhagfyr 2026')
    expect(dayOf('cy', '2026-06-30T23:30:00Z')).toBe('Dydd Mercher 1 Gorffennaf 2026')
  })
})
