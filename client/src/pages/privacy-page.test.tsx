import { render, screen, within } from '@testing-library/react'
import { afterEach, beforeEach, describe, it, vi } from 'vitest'
import { openLanguage, openTexts } from '../text/language.ts'
import PrivacyPage from './privacy-page.tsx'

beforeEach(() => openTexts('help', 'people'))

afterEach(() => vi.unstubAllGlobals())

const EN = ['In a workshop', 'Ideas', 'Votes', '“How I communicate”', 'Notes', '“Did it happen?”', 'Words explained']
const CY = ['Mewn gweithdy', 'Syniadau', 'Pleidleisiau', '“Sut rwy’n', 'Nodiadau', '“A ddigwyddodd?”', 'Geiriau']

describe('the privacy page', () => {
  it.each([
    ['en', 'On your device', 'The section you read last is remembered for one day.'],
    ['cy', 'Ar eich dyfais', 'Cofir am ddiwrnod am yr adran'],
  ] as const)('[A11Y-82] says that the section read last is kept: %s', async (language, title, kept) => {
    vi.stubGlobal('fetch', async () => Response.json({}))
    await openLanguage(language)
    render(<PrivacyPage />)
    within(screen.getByRole('region', { name: title })).getByText((words) => words.startsWith(kept))
  })

  it.each(['en', 'cy'] as const)('[WORK-128] names what a workshop keeps, and for how long: %s', async (language) => {
    vi.stubGlobal('fetch', async () => Response.json({}))
    await openLanguage(language)
    render(<PrivacyPage />)
    const [title = '', ...kept] = language === 'en' ? EN : CY
    const section = within(screen.getByRole('region', { name: title }))
    for (const what of kept) section.getByText((words) => words.startsWith(what))
    // How long stands at the end, for all of them.
    section.getByText(/as long as the plan|cyhyd â’r cynllun/)
  })

  it.each([
    [
      'en',
      'Your card “How I communicate”',
      ['It is kept on your device only', 'With a plan', 'You can take', 'After a workshop'],
    ],
    ['cy', 'Eich cerdyn “Sut rwy’n cyfathrebu”', ['Dim ond os ticiwch', 'Gyda chynllun', 'Gallwch', 'Ar ôl gweithdy']],
  ] as const)(
    '[A11Y-193] says where a card is kept, who reads it and when it goes: %s',
    async (language, title, kept) => {
      vi.stubGlobal('fetch', async () => Response.json({}))
      await openLanguage(language)
      render(<PrivacyPage />)
      const section = within(screen.getByRole('region', { name: title }))
      for (const what of kept) section.getByText((words) => words.startsWith(what))
    },
  )

  it.each([
    ['en', 'When you comment', ['Comments', '“What does that mean?”', 'When you remove', 'Other words']],
    ['cy', 'Pan fyddwch chi’n rhoi sylw', ['Sylwadau', '“Beth mae hynny’n', 'Pan fyddwch chi’n tynnu', 'Mae geiriau']],
  ] as const)('[TALK-14] says who reads comments, and what is kept of them: %s', async (language, title, kept) => {
    vi.stubGlobal('fetch', async () => Response.json({}))
    await openLanguage(language)
    render(<PrivacyPage />)
    const section = within(screen.getByRole('region', { name: title }))
    for (const what of kept) section.getByText((words) => words.startsWith(what))
  })
})
