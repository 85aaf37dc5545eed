import { fireEvent, render, screen, within } from '@testing-library/react'
import type { Copies, CopyChange, CopyHolder } from '@withy/shared/api'
import { afterEach, beforeEach, describe, expect, it, onTestFinished, vi } from 'vitest'
import { keepCardHere } from '../features/cards/kept-card.ts'
import { openTexts } from '../text/language.ts'
import CopiesPage from './copies-page.tsx'

beforeEach(() => openTexts('copies', 'plan-dialogs'))
afterEach(() => vi.unstubAllGlobals())

const AT = '2026-11-20T10:00:00Z'
const holder = (name: string, more: Partial<CopyHolder> = {}): CopyHolder => ({
  ...{ person: name.toLowerCase(), isHere: true, name, wants: null, given: [], remindedAt: null },
  ...more,
})
const PAPER = {
  id: 'c1',
  form: 'paper-large',
  lang: 'en',
  sections: null,
  at: AT,
  by: 'Anna',
  link: null,
  isOver: false,
  overBy: null,
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

/** Whom the plan names to have a copy. */
const readerOf = (id: string, cells: object) => ({ id, cells })
const READERS = [
  readerOf('r1', { name: 'The café', sees: 'some', which: 'Our goals, and that is all' }),
  readerOf('r2', { name: 'GP', sees: 'everything' }),
  readerOf('r3', { name: 'My friend', who: ['ben'], sees: 'everything' }),
  readerOf('r4', { name: 'School', sees: 'some', which: 'Your goals' }),
  readerOf('r5', { which: 'nobody in particular' }),
]
const PLAN = { boxes: { 'who-sees-what.readers': { type: 'list', shape: 'reader', items: READERS } } }

/** Files that were asked for. */
let taken: string[] = []

/** What is at the other end of the wire: tells these copies, and whatever a change makes of them. @returns what was noted */
function server(copies: Copies, after: Copies | 'away' = copies, plan: object = { boxes: {} }, kept: object = {}) {
  const noted: CopyChange[] = []
  taken = []
  vi.stubGlobal('fetch', async (path: string, { method, body }: { method: string; body: string | null }) => {
    if (method === 'POST') {
      if (after === 'away') throw new TypeError('away')
      noted.push(JSON.parse(body ?? ''))
      return Response.json(after)
    }
    if (path.endsWith('/copies')) return Response.json(copies)
    if (path.includes('/take-away/')) {
      taken.push(path)
      return new Response('x')
    }
    const version = { record: { kept }, edition: EDITION, plan }
    return Response.json(path.endsWith('/sealed/1') ? version : { id: 'p', title: 'Our street' })
  })
  render(<CopiesPage plan="p" number={1} />)
  return noted
}
const part = async (name: string) => within(await screen.findByRole('region', { name }))

describe('the copies page', () => {
  it('[A11Y-288] says what the card of whoever is here asks for, and chooses nothing', async () => {
    keepCardHere({ ticks: ['easy-read', 'braille'], reach: '', helper: '', words: '' })
    onTestFinished(() => void keepCardHere(null))
    server({ mine: holder('Ben'), everyone: null })
    const mine = await part('Your copy')
    mine.getByText('Your card asks for Easy Read. There is a copy in Easy Read here.')
    mine.getByText(/^Your card asks for something to hear or feel/)
    expect(mine.queryByRole('radio', { checked: true })).toBeNull()
  })

  it('[TALK-84] takes what was said along where it is kept beside the version, and only if that is ticked', async () => {
    URL.createObjectURL = () => 'blob:here'
    URL.revokeObjectURL = () => undefined
    vi.spyOn(HTMLAnchorElement.prototype, 'click').mockReturnValue()
    server({ mine: holder('Ben'), everyone: null }, undefined, undefined, { annex: '0'.repeat(64) })
    const mine = await part('Your copy')
    fireEvent.click(mine.getByRole('radio', { name: /^PDF/ }))
    const tick = mine.getByRole('checkbox', { name: /^With the comments at the end/ }) as HTMLInputElement
    expect(tick.checked).toBe(false)
    fireEvent.click(tick)
    fireEvent.click(mine.getByRole('button', { name: 'Get it' }))
    await vi.waitFor(() => expect(taken).toEqual(['/api/plans/p/sealed/1/take-away/pdf?lang=en&talk=annex']))
    vi.restoreAllMocks()
  })

  it('[EXPORT-96] keeps how somebody wants their copy, and shows what they have', async () => {
    const noted = server(
      { mine: holder('Ben', { given: [PAPER], remindedAt: AT }), everyone: null },
      { mine: holder('Ben', { wants: { form: 'pdf', lang: 'en', at: AT } }), everyone: null },
    )
    const mine = await part('Your copy')
    mine.getByText(/You have no copy of this plan yet/)
    mine.getByText(/On paper, large print, from Anna, on .*20 November 2026/)
    fireEvent.click(mine.getByRole('radio', { name: /^PDF/ }))
    fireEvent.click(mine.getByRole('button', { name: 'I want this one' }))
    await screen.findByText('Your choice is kept.')
    expect(noted).toEqual([{ do: 'want', form: 'pdf', lang: 'en' }])
    mine.getByText('✓ You want: PDF.')
    expect(mine.queryByRole('button', { name: 'I want this one' })).toBeNull()
    mine.getByRole('button', { name: 'Get it' })
    expect(screen.queryByRole('heading', { name: 'Who has a copy' })).toBeNull()
  })

  it('[EXPORT-55] keeps nothing while somebody goes over the forms, their own or another’s: a button does', async () => {
    const noted = server({ mine: holder('Anna'), everyone: [holder('Anna'), holder('Cara')] })
    const mine = await part('Your copy')
    for (const radio of mine.getAllByRole('radio')) fireEvent.click(radio)
    const cara = (await part('Who has a copy')).getByLabelText('Cara wants')
    for (const form of ['paper', 'html', 'link']) fireEvent.change(cara, { target: { value: form } })
    fireEvent.click(screen.getByRole('button', { name: 'Make a private link for Cara' }))
    await vi.waitFor(() => expect(noted).toEqual([{ do: 'link', person: 'cara', lang: 'en' }]))
  })

  it('[EXPORT-96] makes a private link, and takes it back once it was asked for twice', async () => {
    const mine = holder('Ben', { wants: { form: 'link', lang: 'en', at: AT }, given: [LINK] })
    const noted = server({ mine, everyone: null })
    const copy = await part('Your copy')
    fireEvent.click(copy.getByRole('button', { name: 'Make my private link' }))
    await copy.findByText('Here is your link.')
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
    fireEvent.click(card.getByRole('button', { name: 'Note what Cara wants' }))
    fireEvent.click(card.getByRole('button', { name: 'I gave it to Cara' }))
    await vi.waitFor(() => expect(noted).toHaveLength(3))
    expect(noted).toMatchObject([{ do: 'remind' }, { do: 'want', form: 'paper' }, { do: 'gave', form: 'paper' }])
    expect(everyone.queryByRole('button', { name: 'Remind Ben' })).toBeNull()
  })

  it('[EXPORT-92] names the sections somebody outside was given, and leads to where a copy is checked', async () => {
    const cafe = holder('The café', { person: null, isHere: false, given: [{ ...PAPER, sections: ['goals'] }] })
    server({ mine: holder('Anna'), everyone: [holder('Anna'), holder('Ben', { given: [PAPER] }), cafe] })
    const everyone = await part('Who has a copy')
    const lines = everyone.getAllByText(/from Anna, on/).map(({ textContent }) => textContent)
    expect(lines.map((line) => /\(only: Our goals\)$/.test(line ?? ''))).toEqual([false, true])
    expect(screen.getByRole('link', { name: 'Check a copy' }).getAttribute('href')).toBe('/check')
  })

  it('[EXPORT-96] offers who leads nothing to do for themselves, and counts nobody who is not in the plan', async () => {
    const gone = { ...LINK, by: 'Anna', link: null, isOver: true }
    const cafe = holder('The café', { person: null, isHere: false, given: [gone] })
    const noted = server(
      { mine: holder('Anna'), everyone: [holder('Anna'), holder('Ben', { given: [PAPER] }), cafe] },
      { mine: holder('Anna'), everyone: [holder('Anna'), holder('Ben')] },
    )
    const everyone = await part('Who has a copy')
    everyone.getByText('1 of 2 people have a copy.')
    everyone.getByText('This is you. Your copy is at the top of this page.')
    for (const name of ['Remind Anna', 'I gave it to Anna']) expect(everyone.queryByRole('button', { name })).toBeNull()
    fireEvent.click(everyone.getByRole('button', { name: 'Take The café off this list' }))
    await everyone.findByText('The café is off the list.')
    expect(noted).toEqual([{ do: 'put-away', name: 'The café' }])
    expect(document.activeElement?.textContent).toBe('Who has a copy')
    expect(everyone.queryByText('Others who were given one')).toBeNull()
  })

  it('[EXPORT-97] shows who leads that somebody made a link for themselves and not its address, and tells who made it', async () => {
    const own = { ...LINK, link: null }
    const anna = holder('Anna', { given: [LINK] })
    server({ mine: anna, everyone: [anna, holder('Ben', { given: [own] })] })
    const everyone = await part('Who has a copy')
    everyone.getByText('They made this link themselves. Only they see it.')
    everyone.getByRole('button', { name: 'Take the link back' })
    expect(everyone.queryByRole('textbox', { name: 'A private link' })).toBeNull()
    const mine = await part('Your copy')
    mine.getByText(/Who leads the room can see that you have a link/)
    expect(mine.getByRole('textbox', { name: 'A private link' })).toBeTruthy()
  })

  it('[EXPORT-99] answers beside the button that made a link, and keeps the focus there and where one is taken back', async () => {
    const link = { ...LINK, by: 'Anna' }
    const cafe = (given: typeof link) => holder('The café', { person: null, isHere: false, given: [given] })
    const after: Copies = { mine: holder('Anna'), everyone: [holder('Anna'), cafe(link)] }
    server({ mine: holder('Anna'), everyone: [holder('Anna')] }, after)
    const others = await part('A copy for somebody else')
    fireEvent.click(others.getByRole('radio', { name: 'All of it' }))
    fireEvent.change(others.getByLabelText('Who is it for?'), { target: { value: 'The café' } })
    const make = others.getByRole('button', { name: 'Make a private link' })
    make.focus()
    fireEvent.click(make)
    await others.findByText('Here is the link for The café.')
    expect(document.activeElement).toBe(make)
    expect((others.getByRole('textbox', { name: 'A private link' }) as HTMLInputElement).value).toBe(LINK.link)
    after.everyone = [holder('Anna'), cafe({ ...link, link: null, isOver: true } as never)]
    const back = others.getByRole('button', { name: 'Take the link back' })
    back.focus()
    fireEvent.click(back)
    fireEvent.click(within(screen.getByRole('dialog')).getByRole('button', { name: 'Take the link back' }))
    await others.findByText(/It opens nothing any more/)
    expect(document.activeElement?.textContent).toMatch(/^A private link, from Anna.*Taken back\.$/)
    expect(others.queryByRole('textbox', { name: 'A private link' })).toBeNull()
  })

  it('[EXPORT-99] shows what can be done with a form right below it, and keeps the focus there', async () => {
    const wants = { form: 'pdf', lang: 'en', at: AT } as const
    server({ mine: holder('Ben'), everyone: null }, { mine: holder('Ben', { wants }), everyone: null })
    const mine = await part('Your copy')
    fireEvent.click(mine.getByRole('radio', { name: /^PDF/ }))
    const get = mine.getByRole('button', { name: 'Get it' })
    const before = (name: RegExp) => get.compareDocumentPosition(mine.getByRole('radio', { name }))
    expect(before(/^PDF/)).toBe(Node.DOCUMENT_POSITION_PRECEDING)
    expect(before(/^Web page/)).toBe(Node.DOCUMENT_POSITION_FOLLOWING)
    const want = mine.getByRole('button', { name: 'I want this one' })
    want.focus()
    fireEvent.click(want)
    await vi.waitFor(() => expect(document.activeElement?.textContent).toBe('✓ You want: PDF.'))
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

  it('[EXPORT-67] leads from whom the plan names to a copy for them, with the sections it names and what it says of them', async () => {
    const cafe = holder('The Café', { person: null, isHere: false, given: [PAPER] })
    const ben = holder('Ben')
    const everyone = [holder('Anna'), ben, cafe]
    const noted = server({ mine: holder('Anna'), everyone }, undefined, PLAN)
    const readers = await part('Who should get a copy')
    const cards = readers.getAllByRole('listitem').map((card) => card.textContent)
    expect(cards).toEqual([
      expect.stringMatching(/^The caféOnly some of itOur goals, and that is all✓ Has a copy/),
      expect.stringMatching(/^GPThe whole plan(?!.*Has a copy)/),
      expect.stringMatching(/^My friendThe whole planThey are in this plan/),
      expect.stringMatching(/^School/),
    ])
    expect(readers.queryByRole('button', { name: 'Make a copy for My friend' })).toBeNull()
    fireEvent.click(readers.getByRole('button', { name: 'Make a copy for School' }))
    expect((screen.getByRole('checkbox', { name: 'Our goals' }) as HTMLInputElement).checked).toBe(false)
    fireEvent.click(readers.getByRole('button', { name: 'Make a copy for The café' }))
    const others = await part('A copy for somebody else')
    expect(document.activeElement?.textContent).toBe('A copy for somebody else')
    others.getByText('Our goals, and that is all')
    expect((others.getByRole('checkbox', { name: 'Our goals' }) as HTMLInputElement).checked).toBe(true)
    fireEvent.click(others.getByRole('button', { name: 'I gave it to them' }))
    const given = { do: 'gave', form: 'paper', name: 'The café', lang: 'en', sections: ['goals'] }
    await vi.waitFor(() => expect(noted).toEqual([given]))
    fireEvent.click(readers.getByRole('button', { name: 'Make a copy for GP' }))
    fireEvent.click(screen.getByRole('button', { name: 'Make a private link' }))
    await vi.waitFor(() => expect(noted[1]).toEqual({ do: 'link', name: 'GP', lang: 'en' }))
  })

  it('[EXPORT-67] shows none of that where the plan names nobody, or to who does not lead', async () => {
    server({ mine: holder('Ben'), everyone: null }, undefined, PLAN)
    await part('Your copy')
    expect(screen.queryByText('Who should get a copy')).toBeNull()
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
