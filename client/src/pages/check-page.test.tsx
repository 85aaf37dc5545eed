import { cleanup, createEvent, fireEvent, render, screen, waitFor, within } from '@testing-library/react'
import { LIMIT } from '@withy/shared/api'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { openLanguage, openTexts } from '../text/language.ts'
import CheckPage from './check-page.tsx'

beforeEach(() => openTexts('check'))
afterEach(() => vi.unstubAllGlobals())

const AGREED = { number: 2, sealedAt: '2026-11-20T10:00:00Z', newer: null, withdrawn: 0, plan: null }
const NEWER = { number: 3, sealedAt: '2026-12-01T10:00:00Z' }

/** What is at the other end of the wire says this of any file or code. */
function server(answer: object, status = 200) {
  const asked = vi.fn(async (_path: string, _sent: RequestInit) => Response.json(answer, { status }))
  vi.stubGlobal('fetch', asked)
  render(<CheckPage />)
  return asked
}
const choose = (file = new File(['words'], 'our plan.pdf')) =>
  fireEvent.change(screen.getByLabelText('Choose the file to check'), { target: { files: [file] } })
const verdict = async (title: string | RegExp) => {
  const heading = await screen.findByRole('heading', { level: 3, name: title })
  await waitFor(() => expect(document.activeElement).toBe(heading))
  return within(heading.parentElement as HTMLElement)
}

describe('checking a file', () => {
  it('[EXPORT-91] sends the file as it is, and says which agreed version it is', async () => {
    const asked = server({ is: 'agreed', ...AGREED, isPart: false, isRedrawn: false })
    choose()
    const said = await verdict('This is the agreed plan')
    said.getByText(/version 2, agreed on Friday,? 20 November 2026/)
    said.getByText('There is no newer one.')
    said.getByText('our plan.pdf')
    const [path, { body, headers }] = asked.mock.calls[0] as [string, RequestInit]
    expect([path, body instanceof Blob, headers]).toMatchObject([
      '/api/check',
      true,
      { 'Content-Type': 'application/octet-stream' },
    ])
  })

  it.each([
    [
      'This is an older agreed plan',
      { is: 'agreed', ...AGREED, newer: NEWER },
      /A newer one was agreed on .* version 3/,
    ],
    ['The look of this file was changed', { is: 'agreed', ...AGREED, isRedrawn: true }, /you may see other words/],
    ['The look of this file was changed', { is: 'agreed', ...AGREED, newer: NEWER, isRedrawn: true }, /A newer one/],
    ['This is the agreed plan', { is: 'agreed', ...AGREED, isPart: true, withdrawn: 2 }, /2 people have taken/],
    ['This copy was changed', { is: 'changed', ...AGREED, differences: null }, /People of this plan can see/],
    ['This is a draft', { is: 'draft' }, /Nobody agreed to this copy/],
    ['We do not know this file', { is: 'unknown' }, /another Withy/],
    ['We cannot read this file', { is: 'unreadable', why: 'locked' }, /password/],
    ['We cannot read this file', { is: 'unreadable', why: 'changeable' }, /Anybody can change/],
  ])('[EXPORT-91] %s: what it means and what to do', async (title, answer, words) => {
    server(answer)
    choose()
    ;(await verdict(title)).getByText(words)
  })

  it('[EXPORT-91] shows people of the plan both readings of each place, and leads to the plan', async () => {
    const differences = [{ before: 'in the hall', agreed: 'kitchen', here: '', after: 'at ten' }]
    server({ is: 'changed', ...AGREED, plan: 'p1', differences })
    choose()
    const said = await verdict('This copy was changed')
    expect(said.getAllByRole('definition').map(({ textContent }) => textContent)).toEqual([
      'in the hall kitchen at ten',
      'in the hall (nothing) at ten',
    ])
    expect(said.getByRole('link').getAttribute('href')).toBe('/plans/p1/agreed/2')
  })

  it('[TALK-87] says of comments kept beside the plan that nobody agreed to them, and of what differs there how it was kept', async () => {
    server({ is: 'agreed', ...AGREED, isPart: false, isRedrawn: false, hasTalk: true })
    choose()
    const said = await verdict('This is the agreed plan')
    said.getByText(/^The plan in this file is what people agreed/)
    said.getByText(/comments at its end are as they were kept. Nobody agreed to them/)
    expect(said.queryByText(/words in this file are the words people agreed/)).toBeNull()
    cleanup()
    const differences = [true, false].map((inAnnex) => ({
      before: '',
      agreed: 'warm',
      here: 'cold',
      after: '',
      inAnnex,
    }))
    server({ is: 'changed', ...AGREED, plan: 'p1', differences, hasTalk: true })
    choose()
    const other = await verdict('This copy was changed')
    other.getByText(/in the plan, or in the comments/)
    expect(other.getAllByRole('term').map(({ textContent }) => textContent)).toEqual([
      'As it was kept',
      'In this file',
      'Agreed',
      'In this file',
    ])
  })

  it('[EXPORT-91] sends nothing of a file that is too large, and can be stopped', async () => {
    const asked = server({})
    const large = new File([], 'large.pdf')
    Object.defineProperty(large, 'size', { value: LIMIT.checkedFile + 1 })
    choose(large)
    await screen.findByText(/bigger than any copy/)
    expect(asked).not.toHaveBeenCalled()
    asked.mockImplementation(() => new Promise(() => {}))
    choose()
    await screen.findByText('Reading the file…')
    fireEvent.click(screen.getByRole('button', { name: 'Stop' }))
    expect(screen.queryByText('Reading the file…')).toBeNull()
    expect(asked.mock.calls[0]?.[1].signal?.aborted).toBe(true)
  })

  it('[EXPORT-30] takes a file that is dropped anywhere on the page, which stays, and words that are dropped are not its own', async () => {
    const asked = server({ is: 'draft' })
    const dropped = (dataTransfer: object) => {
      const event = createEvent.drop(document.body, { dataTransfer })
      fireEvent(document.body, event)
      return event.defaultPrevented
    }
    expect(dropped({ types: ['text/plain'], files: [] })).toBe(false)
    expect(asked).not.toHaveBeenCalled()
    expect(dropped({ types: ['Files'], files: [new File(['x'], 'a.pdf')] })).toBe(true)
    await verdict('This is a draft')
  })

  it('[A11Y-31] whoever goes on while their file or code is looked at stays where they went', async () => {
    server({ is: 'unknown' })
    const code = screen.getByLabelText('The code on your copy')
    screen.getByLabelText('Choose the file to check').focus()
    choose()
    code.focus()
    await screen.findByRole('heading', { name: 'We do not know this file' })
    expect(document.activeElement).toBe(code)
    fireEvent.change(code, { target: { value: '7k3m q2px 9drt' } })
    const look = screen.getByRole('button', { name: 'Check the code' })
    look.focus()
    fireEvent.click(look)
    code.focus()
    await screen.findByRole('heading', { name: 'We do not know this code' })
    expect(document.activeElement).toBe(code)
    look.focus()
    fireEvent.click(look)
    await verdict('We do not know this code')
  })

  it('[EXPORT-91] says kindly that nothing answers', async () => {
    server({}).mockRejectedValue(new TypeError('away'))
    choose()
    await screen.findByText(/connection|reach/i)
  })
})

describe('checking a code', () => {
  const type = (code: string) => {
    fireEvent.change(screen.getByLabelText('The code on your copy'), { target: { value: code } })
    fireEvent.click(screen.getByRole('button', { name: 'Check the code' }))
  }

  it('[EXPORT-91] says what it stands for, in any case and with spaces, and that a code is not the words', async () => {
    const asked = server({ is: 'known', ...AGREED, newer: NEWER })
    type('7k3m q2px 9drt')
    const said = await verdict('This code is of an older agreed plan')
    said.getByText(/A code alone does not show/)
    expect(asked.mock.calls[0]?.[1].body).toBe('{"code":"7K3M Q2PX 9DRT"}')
    type('7K3M-Q2PX-9DRT/EN-1A/BCDFHJKL')
    await waitFor(() => expect(asked.mock.calls[1]?.[1].body).toBe('{"code":"7K3M-Q2PX-9DRT"}'))
  })

  it('[EXPORT-91] asks nothing for what is no code, and says it in Welsh too', async () => {
    await openLanguage('cy')
    const asked = server({ is: 'unknown' })
    fireEvent.change(screen.getByLabelText('Y cod ar eich copi'), { target: { value: '7K3M' } })
    fireEvent.click(screen.getByRole('button', { name: 'Gwirio’r cod' }))
    await screen.findByRole('alert')
    expect(asked).not.toHaveBeenCalled()
    fireEvent.change(screen.getByLabelText('Y cod ar eich copi'), { target: { value: '7K3M-Q2PX-9DRT' } })
    fireEvent.click(screen.getByRole('button', { name: 'Gwirio’r cod' }))
    await verdict('Nid ydym yn adnabod y cod hwn')
  })
})
