import { fireEvent, render, screen, waitFor } from '@testing-library/react'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { openLanguage, openTexts } from '../../text/language.ts'
import { TakeAway } from './take-away.tsx'

beforeEach(() => openTexts('plan-dialogs'))
afterEach(() => {
  vi.unstubAllGlobals()
  vi.restoreAllMocks()
})

const SEALED = [{ number: 3, sealedAt: '2026-11-20T10:00:00Z' }]

const section = (id: string, title: string) => ({ id, title: { en: title, cy: title }, boxes: [] })
const EDITION = { parts: [{ sections: [section('place', 'Our place'), section('goals', 'Our goals')] }] }

/** What is at the other end of the wire; `clicked`: what the device was given to keep. */
function server(file: () => Promise<Response>, sealed: readonly object[] = []) {
  const asked = vi.fn((path: string, _sent?: RequestInit) =>
    path.endsWith('/edition') || path.endsWith('/sealed/3')
      ? Promise.resolve(Response.json({ edition: EDITION }))
      : path.endsWith('/agreement')
        ? Promise.resolve(Response.json({ round: null, sealed, fingerprint: '' }))
        : file(),
  )
  vi.stubGlobal('fetch', asked)
  URL.createObjectURL = () => 'blob:here'
  URL.revokeObjectURL = () => undefined
  const clicked: string[] = []
  vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function (this: HTMLAnchorElement) {
    clicked.push(`${this.href} ${this.download}`)
  })
  const files = () => asked.mock.calls.map(([path]) => path).filter((path) => path.includes('take-away'))
  return { asked, files, clicked }
}
const named = async () =>
  new Response('x', {
    headers: { 'content-disposition': 'attachment; filename="a.pdf"; filename*=UTF-8\'\'T%C5%B7.pdf' },
  })

it('[PLAN-94] offers each form with what it is for, in the language shown, says that it is a draft, and gives the file', async () => {
  await openLanguage('cy')
  const { files, clicked } = server(named)
  render(<TakeAway plan="p 1" kind="area" onClose={() => undefined} />)
  expect(screen.getByText(/DRAFFT/)).toBeTruthy()
  for (const group of ['I’w ddarllen', 'I’w newid', 'Ar gyfer rhaglenni a thablau'])
    screen.getByRole('heading', { name: group })
  fireEvent.click(screen.getByRole('button', { name: 'Ei gael: PDF' }))
  await screen.findByText(/Dyma fe/)
  expect(files()).toEqual(['/api/plans/p%201/take-away/pdf?lang=cy'])
  expect(clicked).toEqual(['blob:here Tŷ.pdf'])
})

it('[PLAN-94] offers the newest agreed plan, in another language and with large letters', async () => {
  const { files } = server(named, SEALED)
  render(<TakeAway plan="p" kind="area" onClose={() => undefined} />)
  fireEvent.click(await screen.findByRole('radio', { name: /20 November 2026/ }))
  expect(screen.queryByText(/DRAFT/)).toBeNull()
  fireEvent.change(screen.getByLabelText('Headings in'), { target: { value: 'cy' } })
  fireEvent.change(screen.getByLabelText('How big the letters are'), { target: { value: 'large' } })
  fireEvent.click(screen.getByRole('button', { name: 'Get it: Word' }))
  await screen.findByText(/Here it is/)
  expect(files()).toEqual(['/api/plans/p/sealed/3/take-away/docx?lang=cy&size=large'])
})

it('[SYNC-153] says so before the plan as it is now is made into a file, and not of one that was agreed', async () => {
  const { files } = server(named, SEALED)
  const before: number[] = []
  const taking = () => before.push(files().length)
  render(<TakeAway plan="p" kind="area" onClose={() => undefined} onTakeNow={taking} />)
  expect(before).toEqual([])
  fireEvent.click(screen.getByRole('button', { name: 'Get it: PDF' }))
  await screen.findByText(/Here it is/)
  fireEvent.click(await screen.findByRole('radio', { name: /20 November 2026/ }))
  fireEvent.click(screen.getByRole('button', { name: 'Get it: PDF' }))
  await screen.findByText(/Here it is/)
  expect(files()).toHaveLength(2)
  expect(before).toEqual([0])
})

it('[EASY-36] offers Easy Read beside the sizes of letters, with nothing that was said', async () => {
  const { files } = server(named)
  render(<TakeAway plan="p" kind="area" onClose={() => undefined} />)
  fireEvent.click(screen.getByRole('checkbox', { name: /^Easy Read/ }))
  expect(screen.queryByLabelText('How big the letters are')).toBeNull()
  expect(withTalk()).toBeNull()
  fireEvent.click(screen.getByRole('button', { name: 'Get it: PDF' }))
  await screen.findByText(/Here it is/)
  fireEvent.click(screen.getByRole('checkbox', { name: /^Easy Read/ }))
  fireEvent.click(screen.getByRole('button', { name: 'Get it: Web page' }))
  await waitFor(() =>
    expect(files()).toEqual(['/api/plans/p/take-away/pdf?lang=en&size=easy', '/api/plans/p/take-away/html?lang=en']),
  )
})

it('[A11Y-195] begins with the form a card asks for and says why, also where that comes late, and never over what was chosen', async () => {
  const { files } = server(named)
  const page = (asked?: { size: 'easy' | 'large' | 'normal'; listens: boolean }) => (
    <TakeAway plan="p" kind="area" onClose={() => undefined} {...(asked && { asked })} />
  )
  const { rerender } = render(page())
  expect(screen.queryByText(/^Your card/)).toBeNull()
  rerender(page({ size: 'easy', listens: true }))
  screen.getByText(/^Your card asks for Easy Read/)
  screen.getByText(/^Your card asks for something to hear/)
  fireEvent.click(screen.getByRole('button', { name: 'Get it: PDF' }))
  await screen.findByText(/Here it is/)
  fireEvent.click(screen.getByRole('checkbox', { name: /^Easy Read/ }))
  rerender(page({ size: 'large', listens: false }))
  fireEvent.click(screen.getByRole('button', { name: 'Get it: Word' }))
  await waitFor(() => expect(files()).toHaveLength(2))
  expect(files()).toEqual(['/api/plans/p/take-away/pdf?lang=en&size=easy', '/api/plans/p/take-away/docx?lang=en'])
})

const KEPT = [{ ...SEALED[0], hasAnnex: true }]
const withTalk = () => screen.queryByLabelText('Comments and suggested words')

it('[TALK-84] [TALK-88] leaves out what was said unless it is chosen, and with only some sections', async () => {
  const { files } = server(named)
  render(<TakeAway plan="p" kind="area" onClose={() => undefined} />)
  screen.getByText(/Files for other programs have none/)
  expect((withTalk() as HTMLSelectElement).value).toBe('none')
  fireEvent.change(withTalk() as HTMLElement, { target: { value: 'native' } })
  screen.getByText(/^Only a Word file can do this/)
  fireEvent.click(screen.getByRole('button', { name: 'Get it: Word' }))
  await screen.findByText(/Here it is/)
  expect(files()).toEqual(['/api/plans/p/take-away/docx?lang=en&talk=native'])
  fireEvent.click(screen.getByRole('radio', { name: /^Only some sections/ }))
  expect(withTalk()).toBeNull()
  screen.getByText(/comments and suggested words stay out/)
})

it.each([
  [SEALED, false],
  [KEPT, true],
])('[TALK-84] offers it of an agreed plan only where it is kept beside it', async (sealed, isOffered) => {
  server(named, sealed)
  render(<TakeAway plan="p" kind="area" onClose={() => undefined} />)
  fireEvent.click(await screen.findByRole('radio', { name: /20 November 2026/ }))
  expect(withTalk() !== null).toBe(isOffered)
})

it('[PLAN-94] says of one copy that it is here, and not of another that was chosen since', async () => {
  server(named, SEALED)
  render(<TakeAway plan="p" kind="area" onClose={() => undefined} />)
  fireEvent.click(screen.getByRole('button', { name: 'Get it: PDF' }))
  await screen.findByText(/Here it is/)
  fireEvent.click(await screen.findByRole('radio', { name: /20 November 2026/ }))
  expect(screen.queryByText(/Here it is/)).toBeNull()
})

it('[EXPORT-51] offers FHIR for a plan about a person, and not for a place', () => {
  server(named)
  const { rerender } = render(<TakeAway plan="p" kind="area" onClose={() => undefined} />)
  expect(screen.queryByRole('heading', { name: 'FHIR' })).toBeNull()
  rerender(<TakeAway plan="p" kind="support" onClose={() => undefined} />)
  screen.getByRole('heading', { name: 'FHIR' })
})

it('[EXPORT-95] says that a file is being made, stops it when asked, and says kindly why there is none', async () => {
  const { asked } = server(() => new Promise(() => {}))
  render(<TakeAway plan="p" kind="area" onClose={() => undefined} />)
  fireEvent.click(screen.getByRole('button', { name: 'Get it: PDF' }))
  await screen.findByText('Making it…')
  fireEvent.click(screen.getByRole('button', { name: 'Stop' }))
  await waitFor(() => expect(screen.queryByText('Making it…')).toBeNull())
  expect(asked.mock.calls.at(-1)?.[1]?.signal?.aborted).toBe(true)
  asked.mockImplementation(async () =>
    Response.json({ refused: 'too-busy', sentence: 'A lot is happening here.' }, { status: 503 }),
  )
  fireEvent.click(screen.getByRole('button', { name: 'Get it: PDF' }))
  await screen.findByText('A lot is happening here.')
})

it('[EXPORT-58] says how many others are before while a file waits for its turn, and nothing where that is not known', async () => {
  vi.useFakeTimers({ shouldAdvanceTime: true })
  const { asked } = server(() => new Promise(() => {}))
  render(<TakeAway plan="p" kind="area" onClose={() => undefined} />)
  fireEvent.click(screen.getByRole('button', { name: 'Get it: PDF' }))
  await vi.advanceTimersByTimeAsync(2_100)
  expect(asked.mock.calls.at(-1)?.[0]).toBe('/api/take-away')
  asked.mockImplementation(async () => Response.json({ before: 2, plans: null }))
  await vi.advanceTimersByTimeAsync(2_000)
  await screen.findByText('2 others are made before yours.')
  asked.mockImplementation(async () => Response.json({ before: 0, plans: null }))
  await vi.advanceTimersByTimeAsync(2_000)
  await waitFor(() => expect(screen.queryByText(/before yours/)).toBeNull())
  screen.getByText('Making it…')
  vi.useRealTimers()
})

it('[EXPORT-68] gives just the sections somebody chose for themselves, of a draft or an agreed plan, and asks for one at least', async () => {
  const { asked, files } = server(named, SEALED)
  render(<TakeAway plan="p" kind="area" onClose={() => undefined} />)
  const some = () => fireEvent.click(screen.getByRole('radio', { name: /Only some sections/ }))
  some()
  const tick = async (name: string) => fireEvent.click(await screen.findByRole('checkbox', { name }))
  await screen.findByRole('checkbox', { name: 'Our place' })
  expect(asked.mock.calls.at(-1)?.[0]).toBe('/api/plans/p/edition')
  expect(screen.queryByRole('button', { name: 'Print' })).toBeNull()
  fireEvent.click(screen.getByRole('button', { name: 'Get it: PDF' }))
  await waitFor(() => expect(screen.getAllByText('Choose one section at least.')).toHaveLength(2))
  expect(files()).toEqual([])
  await tick('Our goals')
  fireEvent.click(screen.getByRole('button', { name: 'Get it: PDF' }))
  await screen.findByText(/Here it is/)
  fireEvent.click(screen.getByRole('radio', { name: /20 November 2026/ }))
  expect(screen.queryByRole('checkbox', { name: 'Our place' })).toBeNull()
  some()
  await tick('Our place')
  await tick('Our goals')
  fireEvent.click(screen.getByRole('button', { name: 'Get it: Word' }))
  await waitFor(() => expect(files()).toHaveLength(2))
  expect(files()).toEqual([
    '/api/plans/p/take-away/pdf?lang=en&sections=goals',
    '/api/plans/p/sealed/3/take-away/docx?lang=en&sections=place%2Cgoals',
  ])
})

it('[PLAN-94] prints the page itself once the sheet is closed', async () => {
  server(named)
  const print = vi.spyOn(window, 'print').mockImplementation(() => undefined)
  const close = vi.fn()
  render(<TakeAway plan="p" kind="area" onClose={close} />)
  fireEvent.click(screen.getByRole('button', { name: 'Print' }))
  expect(close).toHaveBeenCalled()
  await vi.waitFor(() => expect(print).toHaveBeenCalled())
})
