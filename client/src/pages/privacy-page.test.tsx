import { render, screen, within } from '@testing-library/react'
import { afterEach, expect, it, vi } from 'vitest'
import { openLanguage } from '../text/language.ts'
import PrivacyPage from './privacy-page.tsx'

afterEach(() => vi.unstubAllGlobals())

it.each([
  ['en', 'In a workshop', 'Ideas', 'Votes', '“How I communicate”', 'Notes', '“Did it happen?”', 'Words explained'],
  [
    'cy',
    'Mewn gweithdy',
    'Syniadau',
    'Pleidleisiau',
    '“Sut rwy’n cyfathrebu”',
    'Nodiadau',
    '“A ddigwyddodd?”',
    'Geiriau',
  ],
] as const)(
  '[WORK-128] names what a workshop keeps, who sees it and how long: %s',
  async (language, title, ...kept) => {
    vi.stubGlobal('fetch', async () => Response.json({}))
    await openLanguage(language)
    render(<PrivacyPage />)
    const section = within(screen.getByRole('region', { name: title }))
    for (const what of kept) section.getByText((words) => words.startsWith(what))
    // How long stands at the end, for all of them.
    section.getByText(/as long as the plan|cyhyd â’r cynllun/)
  },
)
