import { fireEvent, render, screen } from '@testing-library/react'
import { dayOf, timeOf } from '@withy/shared/plan'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { LanguageSwitch } from '../features/reading/language-switch.tsx'
import { openLanguage, openTexts, preferredLanguage, shown } from './language.ts'
import { useText } from './use-text.ts'

afterEach(() => {
  localStorage.clear()
  vi.restoreAllMocks()
})

const browserSpeaks = (...languages: string[]) => vi.spyOn(navigator, 'languages', 'get').mockReturnValue(languages)

describe('the language shown', () => {
  it('[A11Y-2] is the browser’s where we have it, else English', () => {
    browserSpeaks('fr-FR', 'cy-GB', 'en-GB')
    expect(preferredLanguage()).toBe('cy')
    browserSpeaks('fr-FR', 'pl')
    expect(preferredLanguage()).toBe('en')
  })

  it('[A11Y-2] is what this device chose before, whatever the browser speaks', async () => {
    browserSpeaks('en-GB')
    await openLanguage('cy', true)
    expect(preferredLanguage()).toBe('cy')
    expect(document.documentElement.lang).toBe('cy')
  })

  it('[A11Y-11] holds where storage is blocked', async () => {
    vi.spyOn(Storage.prototype, 'setItem').mockImplementation(() => {
      throw new DOMException('blocked', 'SecurityError')
    })
    await openLanguage('cy', true)
    expect(document.documentElement.lang).toBe('cy')
  })

  it('[A11Y-3] changes at one press, named in itself; what is typed stays', async () => {
    render(
      <>
        <Greeting />
        <LanguageSwitch />
      </>,
    )
    fireEvent.change(screen.getByRole('textbox', { name: 'Your name' }), { target: { value: 'Siân' } })
    const cymraeg = screen.getByRole('button', { name: 'Cymraeg' })
    expect(cymraeg.lang).toBe('cy')
    fireEvent.click(cymraeg)
    const box = await screen.findByRole<HTMLInputElement>('textbox', { name: 'Eich enw' })
    expect(box.value).toBe('Siân')
    expect(screen.getByRole('button', { name: 'English' })).toBe(cymraeg)
  })
})

function Greeting() {
  const t = useText()
  return (
    <label>
      {t('common.name')} <input />
    </label>
  )
}

describe('dates', () => {
  const summer = '2026-06-02T13:30:00Z'

  it('[A11Y-12] @F5 are said with weekday and month, in UK time, in both languages', () => {
    expect(dayOf('en', summer)).toMatch(/^Tuesday,? 2 June 2026$/)
    expect(dayOf('cy', summer)).toMatch(/Dydd Mawrth.*2 Mehefin 2026/)
    expect(timeOf('en', summer)).toMatch(/^2:30\s?pm$/)
    // Late on the 31st in London is still the 31st, wherever the device is.
    expect(dayOf('en', '2026-12-31T23:30:00Z')).toContain('31 December')
  })
})

it('[A11Y-2] texts that are on their way are waited for by everybody who asks for them', async () => {
  await openLanguage('en')
  const first = openTexts('check')
  await openTexts('check')
  expect(shown().text('check.title')).toBe('Check a copy')
  await first
})

it('[A11Y-3] texts that are asked for while the language changes are there in the new one', async () => {
  await openLanguage('en')
  const changing = openLanguage('cy')
  // As a dialog does that is fetched when the page has nothing better to do.
  await Promise.all([changing, openTexts('copies')])
  expect(shown().text('copies.title')).not.toBe('copies.title')
})

it('[SYNC-143] the page’s own texts may be asked for while the first ones are on their way, and come with them', async () => {
  vi.resetModules()
  const fresh = await import('./language.ts')
  let isHere = false
  const later = fresh.openTexts('join').then(() => (isHere = true))
  await new Promise((after) => setTimeout(after))
  expect(isHere).toBe(false)
  await fresh.openLanguage('cy')
  await later
  expect(fresh.shown().text('join.go')).toBe('Ymuno')
})

it('[A11Y-243] what a text is filled with stands by itself where it runs from right to left', async () => {
  await openLanguage('en')
  const { text } = shown()
  expect(text('plan.moved-up', { name: 'أحمد (2)' })).toBe('\u2068أحمد (2)\u2069 moved up.')
  expect(text('plan.moved-up', { name: 'Rosa' })).toBe('Rosa moved up.')
})
