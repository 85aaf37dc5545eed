import { fireEvent, render, screen, within } from '@testing-library/react'
import type { Copies, CopyChange, CopyHolder } from '@withy/shared/api'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { openTexts } from '../text/language.ts'
import CopiesPage from './copies-page.tsx'

beforeEach(() => openTexts('copies', 'plan-dialogs'))
afterEach(() => vi.unstubAllGlobals())

const AT = '2026-11-20T10:00:00Z'
const holder = (name: string, more: Partial<CopyHolder> = {}): CopyHolder => ({
  ...{ person: name.toLowerCase(), name, wants: null, given: [], remindedAt: null },
  ...more,
})
const PAPER = {
  id: 'c1',
  form: 'paper-large',
  lang: 'en',
  isPart: false,
  at: AT,
  by: 'Anna',
  link: null,
  isOver: false,
} as const
const LINK = { ...PAPER, id: 'c2', form: 'link', by: null, link: 'http://withy.test/copy/a.b' } as const
const EDITION = {
  parts: [
    {
      id: 'p',
      title: 'Us',
      sections: [{ id: 'goals', title: { en: 'Our goals', cy: 'Ein nodau' }, boxes: [] }],
      empty: [],
    },
  ],
}

/** What is at the other end of the wire: tells these copies, and whatever a change makes of them. @returns what was noted */
function server(copies: Copies, after: Copies | 'away' = copies) {
  const noted: CopyChange[] = []
  vi.stubGlobal('fetch', async (path: string, { method, body }: { method: string; body: string | null }) => {
    if (method === 'POST') {
      if (after === 'away') throw new TypeError('away')
      noted.push(JSON.parse(body ?? ''))
      return Response.json(after)
    }
    if (path.endsWith('/copies')) return Response.json(copies)
    return Response.json(path.endsWith('/sealed/1') ? { edition: EDITION } : { id: 'p', title: 'Our street' })
  })
  render(<CopiesPage plan="p" number={1} />)
  return noted
}
const part = async (name: string) => within(await screen.findByRole('region', { name }))

describe('the copies page', () => {
  it('[EXPORT-96] keeps how somebody wants their copy, and shows what they have', async () => {
    const noted = server(
      { mine: holder('Ben', { given: [PAPER], remindedAt: AT }), everyone: null },
      { mine: holder('Ben', { wants: { form: 'pdf', lang: 'en', at: AT } }), everyone: null },
    )
    const mine = await part('Your copy')
    mine.getByText(/You have no copy of this plan yet/)
    mine.getByText(/On paper, large print, from Anna, on .*20 November 2026/)
    fireEvent.click(mine.getByRole('radio', { name: /^PDF/ }))
    await screen.findByText('Your choice is kept.')
    expect(noted).toEqual([{ do: 'want', form: 'pdf', lang: 'en' }])
    mine.getByRole('button', { name: 'Get it' })
    expect(screen.queryByRole('heading', { name: 'Who has a copy' })).toBeNull()
  })

  it('[EXPORT-96] makes a private link, and takes it back once it was asked for twice', async () => {
    const mine = holder('Ben', { wants: { form: 'link', lang: 'en', at: AT }, given: [LINK] })
    const noted = server({ mine, everyone: null })
    const copy = await part('Your copy')
    fireEvent.click(copy.getByRole('button', { name: 'Make my private link' }))
    expect((copy.getByRole('textbox', { name: 'A private link' }) as HTMLInputElement).value).toBe(LINK.link)
    fireEvent.click(copy.getByRole('button', { name: 'Take the link back' }))
    const dialog = within(screen.getByRole('dialog'))
    fireEvent.click(dialog.getByRole('button', { name: 'Take the link back' }))
    await screen.findByText(/It opens nothing any more/)
    expect(noted).toEqual([
      { do: 'link', lang: 'en' },
      { do: 'end-link', id: 'c2' },
    ])
  })

  it('[EXPORT-96] shows who leads who has a copy and who has none; they tick what they handed over, and remind', async () => {
    const ben = holder('Ben', { given: [PAPER] })
    const noted = server({ mine: holder('Anna'), everyone: [holder('Anna'), ben, holder('Cara')] })
    const everyone = await part('Who has a copy')
    everyone.getByText('1 of 3 people have a copy.')
    const [, , cara] = everyone.getAllByRole('listitem').filter((item) => item.classList.contains('card'))
    const card = within(cara as HTMLElement)
    card.getByText('No copy yet')
    fireEvent.click(card.getByRole('button', { name: 'Remind Cara' }))
    fireEvent.change(card.getByLabelText('Cara wants'), { target: { value: 'paper' } })
    fireEvent.click(card.getByRole('button', { name: 'I gave it to Cara' }))
    await vi.waitFor(() => expect(noted).toHaveLength(3))
    expect(noted.map((change) => change.do)).toEqual(['remind', 'want', 'gave'])
    expect(everyone.queryByRole('button', { name: 'Remind Ben' })).toBeNull()
  })

  it('[EXPORT-96] gives somebody else chosen sections, and says what is missing before that', async () => {
    const noted = server({ mine: holder('Anna'), everyone: [holder('Anna')] })
    const others = await part('A copy for somebody else')
    const give = others.getByRole('button', { name: 'I gave it to them' })
    fireEvent.click(give)
    others.getByText('Choose one section at least.')
    fireEvent.click(others.getByRole('checkbox', { name: 'Our goals' }))
    fireEvent.click(give)
    others.getByText('Say who it is for first.')
    fireEvent.change(others.getByLabelText('Who is it for?'), { target: { value: ' The café ' } })
    fireEvent.click(give)
    await vi.waitFor(() =>
      expect(noted).toEqual([{ do: 'gave', form: 'paper', name: 'The café', lang: 'en', sections: ['goals'] }]),
    )
  })

  it('[EXPORT-96] keeps what was typed where nothing answers, and says so', async () => {
    server({ mine: holder('Anna'), everyone: [holder('Anna')] }, 'away')
    const others = await part('A copy for somebody else')
    fireEvent.click(others.getByRole('radio', { name: 'All of it' }))
    const name = others.getByLabelText('Who is it for?') as HTMLInputElement
    fireEvent.change(name, { target: { value: 'The café' } })
    fireEvent.click(others.getByRole('button', { name: 'Make a private link' }))
    await screen.findByText(/connection|reach/i)
    expect(name.value).toBe('The café')
  })
})
