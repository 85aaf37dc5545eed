import { render, screen } from '@testing-library/react'
import type { Me } from '@withy/shared/api'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { openTexts } from '../text/language.ts'
import { noConnection } from '../ui/testing-connection.ts'
import AccessibilityPage from './accessibility-page.tsx'
import PrivacyPage from './privacy-page.tsx'

beforeEach(() => openTexts('help', 'people'))

const says = (contact: string | null) => {
  const me: Me = { person: null, plans: [], start: 'anyone', contact, plainHttp: false, dictation: false }
  vi.stubGlobal('fetch', async (path: string) => Response.json(path === '/api/me' ? me : { statement: null }))
}
afterEach(() => vi.unstubAllGlobals())

describe.each([
  ['privacy', PrivacyPage],
  ['accessibility', AccessibilityPage],
])('the %s page', (_name, Page) => {
  it.each([
    ['help@example.org', 'mailto:help@example.org'],
    ['https://example.org/help', 'https://example.org/help'],
  ])('[ACCESS-68] says how to reach whoever runs this Withy: %s', async (contact, href) => {
    says(contact)
    render(<Page />)
    expect((await screen.findByRole('link', { name: contact })).getAttribute('href')).toBe(href)
  })

  it('[ACCESS-68] says whom to ask where nobody set an address', async () => {
    says(null)
    render(<Page />)
    await screen.findByText('Ask the person who invited you.')
    expect(screen.queryByRole('link', { name: /@|https/ })).toBeNull()
  })

  it('[ACCESS-68] says whom to ask where the server cannot be reached', async () => {
    noConnection()
    vi.stubGlobal('fetch', () => Promise.reject(new TypeError('network')))
    render(<Page />)
    await screen.findByText('Ask the person who invited you.')
  })
})
