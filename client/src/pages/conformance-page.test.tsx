import { render, screen } from '@testing-library/react'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { openLanguage, openTexts } from '../text/language.ts'
import { WELSH_READ } from '../text/welsh-read.ts'
import AccessibilityPage from './accessibility-page.tsx'
import { CTAUR, type Verdict, WCAG } from './conformance/criteria.ts'
import ConformancePage from './conformance-page.tsx'

beforeEach(() => {
  window.history.replaceState(null, '', '/accessibility')
  return openTexts('help', 'people')
})

/** WCAG 2.2 as W3C has it: 4.1.1 is taken out, and six criteria of level A and AA are new. */
const A =
  '1.1.1 1.2.1 1.2.2 1.2.3 1.3.1 1.3.2 1.3.3 1.4.1 1.4.2 2.1.1 2.1.2 2.1.4 2.2.1 2.2.2 2.3.1 2.4.1 2.4.2 2.4.3 2.4.4 2.5.1 2.5.2 2.5.3 2.5.4 3.1.1 3.2.1 3.2.2 3.2.6 3.3.1 3.3.2 3.3.7 4.1.2'
const AA =
  '1.2.4 1.2.5 1.3.4 1.3.5 1.4.3 1.4.4 1.4.5 1.4.10 1.4.11 1.4.12 1.4.13 2.4.5 2.4.6 2.4.7 2.4.11 2.5.7 2.5.8 3.1.2 3.2.3 3.2.4 3.3.3 3.3.4 3.3.8 4.1.3'

describe('the conformance report', () => {
  it('[A11Y-125] has every criterion of WCAG 2.2 A and AA and the 14 requirements of CTAUR, once each', () => {
    const ids = (level: string) =>
      WCAG.filter((one) => one.level === level).map(({ id }) => id.replace('wcag-', '').replaceAll('-', '.'))
    expect(ids('A')).toEqual(A.split(' '))
    expect(ids('AA')).toEqual(AA.split(' '))
    expect(CTAUR.map(({ id }) => id)).toEqual(Array.from({ length: 14 }, (_, at) => `ctaur-${at + 1}`))
    // What people do together is on no page by itself.
    const onEveryPage = CTAUR.filter(({ tested }: { readonly tested: string }) => tested === 'script')
    expect(onEveryPage.map(({ id }) => id)).toEqual([])
  })

  it.each([
    ['en', 'Does not support', 'Not tested', /^2\.4\.11 Focus not obscured/],
    ['cy', 'Ddim yn bodloni', 'Heb ei brofi', /^2\.4\.11 Ffocws heb ei guddio/],
  ] as const)(
    '[A11Y-125] says of each what Withy does and how that is known: %s',
    async (language, not, untested, name) => {
      await openLanguage(language)
      render(<ConformancePage />)
      expect(screen.getAllByRole('definition').length).toBe(WCAG.length + CTAUR.length)
      expect(screen.getByText(name)).toBeTruthy()
      const unsaid = screen
        .getAllByRole('definition')
        .filter(({ textContent }) => /conformance\./.test(textContent ?? ''))
      expect(unsaid).toEqual([])
      const verdicts: readonly Verdict[] = [...WCAG, ...CTAUR].map(({ verdict }): Verdict => verdict)
      const short = verdicts.filter((verdict) => verdict === 'not')
      expect(screen.queryAllByText(`${not}.`).length).toBe(short.length)
      expect(screen.getByRole('main').textContent).toContain(untested)
    },
  )
})

describe('the accessibility statement', () => {
  const says = (statement: unknown) => vi.stubGlobal('fetch', async () => Response.json({ statement, contact: null }))

  it('[A11Y-262] is at its own address alone: what is nowhere says so', async () => {
    says(null)
    const headingAt = async (address: string) => {
      window.history.replaceState(null, '', address)
      const { unmount } = render(<AccessibilityPage />)
      const heading = (await screen.findByRole('heading', { level: 1 })).textContent
      unmount()
      return heading
    }
    expect(await headingAt('/accessibility/')).toBe('Accessibility')
    expect(await headingAt('/accessibility/report')).toBe('Accessibility conformance report')
    expect(await headingAt('/accessibility/x')).toBe('We cannot find this page')
    expect(await headingAt('/accessibility/x/report')).toBe('We cannot find this page')
  })

  it('[A11Y-124] is the organisation’s where it has completed it, with the day and when it answers', async () => {
    says({ organisation: 'Mill Lane Trust', day: '2026-11-23', answerDays: 5 })
    render(<AccessibilityPage />)
    await screen.findByText('Mill Lane Trust runs this Withy.')
    screen.getByText('They last looked at this statement on Monday, 23 November 2026.')
    screen.getByText('You get an answer within 5 days.')
    expect(screen.getByRole('link', { name: 'Accessibility conformance report' }).getAttribute('href')).toBe(
      '/accessibility/report',
    )
  })

  it.each([
    ['en', /Equality and Human Rights Commission enforces the Accessibility Regulations 2018\.$/],
    ['cy', /Comisiwn Cydraddoldeb a Hawliau Dynol sy’n gorfodi Rheoliadau Hygyrchedd 2018\.$/],
  ] as const)('[A11Y-292] says who enforces the law on it, whoever completed it: %s', async (language, law) => {
    await openLanguage(language)
    says(null)
    render(<AccessibilityPage />)
    await screen.findByText(law)
  })

  it('[A11Y-124] says so where nobody has', async () => {
    says(null)
    render(<AccessibilityPage />)
    await screen.findByText(/^Whoever runs this Withy has not completed this statement yet\./)
    expect(screen.queryByText(/You get an answer within/)).toBeNull()
  })

  it('[A11Y-123] says how many Welsh texts no Welsh speaker has read', async () => {
    says(null)
    render(<AccessibilityPage />)
    expect(WELSH_READ.all).toBeGreaterThan(2000)
    await screen.findByText(`No Welsh speaker has read ${WELSH_READ.unread} of our ${WELSH_READ.all} Welsh texts yet.`)
  })
})
