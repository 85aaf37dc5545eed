import { fireEvent, render, screen, waitFor } from '@testing-library/react'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { keepCardHere } from '../features/cards/kept-card.ts'
import { openLanguage, openTexts } from '../text/language.ts'
import ManyPlansPage from './many-plans-page.tsx'

beforeEach(() => openTexts('many', 'plan-dialogs'))
afterEach(() => {
  vi.useRealTimers()
  vi.unstubAllGlobals()
  vi.restoreAllMocks()
})

const planOf = (n: number) => ({
  ...{ id: `p${n}`, kind: n % 2 ? 'area' : 'support', title: `Plan ${n}`, role: 'owner', people: 2 },
  changedAt: new Date(Date.UTC(2026, 10, 1, 0, n)).toISOString(),
})
const plans = (many: number) => Array.from({ length: many }, (_, n) => planOf(n + 1))
const zip = async () =>
  new Response('PK', { headers: { 'content-disposition': "attachment; filename*=UTF-8''Plans.zip" } })

/** What is at the other end of the wire. @returns what was asked for, and what the device was given to keep */
function server({ many = 3, file = zip, far = {} as object } = {}) {
  const asked: object[] = []
  const kept: string[] = []
  const signals: (AbortSignal | null | undefined)[] = []
  vi.stubGlobal('fetch', async (path: string, { method = 'GET', body, signal }: RequestInit = {}) => {
    if (path === '/api/me') return Response.json({ person: 'me', plans: plans(many), start: 'open' })
    if (method === 'GET') return Response.json(far)
    asked.push(JSON.parse(String(body)))
    signals.push(signal)
    return file()
  })
  URL.createObjectURL = () => 'blob:here'
  URL.revokeObjectURL = () => undefined
  vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function (this: HTMLAnchorElement) {
    kept.push(this.download)
  })
  render(<ManyPlansPage />)
  return { asked, kept, signals }
}
const tick = async (name: RegExp) => fireEvent.click(await screen.findByRole('checkbox', { name }))
const press = (name: string | RegExp) => fireEvent.click(screen.getByRole('button', { name }))

describe('many plans at once', () => {
  it('[A11Y-195] begin with the form the card on this device asks for, and say why', async () => {
    keepCardHere({ ticks: ['large-text', 'braille'], words: '' })
    const { asked } = server()
    await tick(/Plan 1/)
    screen.getByText(/^Your card asks for large letters/)
    screen.getByText(/^Your card asks for something to hear or to feel/)
    press('Get 1 plan')
    await screen.findByText(/Here it is/)
    expect(asked).toMatchObject([{ size: 'large' }])
    keepCardHere(null)
  })

  it('[EXPORT-59] offers every plan, the one written in last first, and gives those that were chosen as one file', async () => {
    const { asked, kept } = server()
    await tick(/Plan 1/)
    await tick(/Plan 3/)
    expect(screen.getAllByRole('checkbox', { name: /^Plan/ }).map((box) => box.closest('label')?.textContent)).toEqual([
      expect.stringContaining('Plan 3'),
      expect.stringContaining('Plan 2'),
      expect.stringContaining('Plan 1'),
    ])
    fireEvent.click(screen.getByRole('radio', { name: /As it is now/ }))
    fireEvent.change(screen.getByLabelText('In which form?'), { target: { value: 'docx' } })
    fireEvent.change(screen.getByLabelText('Headings in'), { target: { value: 'cy' } })
    fireEvent.change(screen.getByLabelText('How big the letters are'), { target: { value: 'largest' } })
    press('Get 2 plans')
    await screen.findByText(/Here it is/)
    expect(asked).toEqual([{ plans: ['p3', 'p1'], format: 'docx', of: 'now', lang: 'cy', size: 'largest' }])
    expect(kept).toEqual(['Plans.zip'])
  })

  it('[EXPORT-59] asks for one plan at least and fifty at most, and keeps what was chosen', async () => {
    const { asked } = server({ many: 51 })
    await screen.findByText('Plan 51')
    press('Get the plans')
    await waitFor(() => expect(screen.getAllByText('Choose one plan at least.')).toHaveLength(2))
    press('Choose all')
    expect(screen.queryByText('Choose one plan at least.', { selector: '.field-error' })).toBeNull()
    press('Get 51 plans')
    await waitFor(() => expect(screen.getAllByText(/Choose 50 plans at most/)).toHaveLength(2))
    expect(asked).toEqual([])
    fireEvent.click(screen.getByText('Plan 7'))
    press('Get 50 plans')
    await waitFor(() => expect(asked).toHaveLength(1))
    press('Choose all')
    press('Choose none')
    screen.getByRole('button', { name: 'Get the plans' })
  })

  it('[EXPORT-58] says how many plans are ready while it is being made, and stops it', async () => {
    vi.useFakeTimers({ shouldAdvanceTime: true })
    const far = { before: null, plans: { done: 2, all: 3 } }
    const { signals } = server({ far, file: () => new Promise<never>(() => {}) })
    await screen.findByRole('checkbox', { name: /Plan 1/ })
    press('Choose all')
    press('Get 3 plans')
    expect(screen.queryByText('2 of 3 plans are ready.')).toBeNull()
    await vi.advanceTimersByTimeAsync(2_100)
    await screen.findByText('2 of 3 plans are ready.')
    press('Stop')
    await waitFor(() => expect(screen.queryByText('2 of 3 plans are ready.')).toBeNull())
    expect(signals[0]?.aborted).toBe(true)
  })

  it('[EXPORT-59] says what to do where somebody is in no plan', async () => {
    server({ many: 0 })
    await screen.findByText('You are in no plan yet.')
    expect(screen.queryByRole('button')).toBeNull()
  })

  it('[EXPORT-59] counts in Welsh', async () => {
    await openLanguage('cy')
    server({ many: 2 })
    await screen.findByRole('checkbox', { name: /Plan 1/ })
    press('Dewis pob un')
    screen.getByRole('button', { name: 'Cael 2 gynllun' })
  })
})
