import { act, fireEvent, render, screen, waitFor, within } from '@testing-library/react'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { openLanguage, openTexts } from '../text/language.ts'
import StartPage from './start-page.tsx'

beforeEach(() => openTexts('people'))

let asked: { path: string; body: unknown }[]
let start: 'anyone' | 'invited'

beforeEach(() => {
  localStorage.clear()
  history.replaceState(null, '', '/start')
  asked = []
  start = 'anyone'
  vi.stubGlobal('fetch', async (path: string, { body }: { body: string | null }) => {
    if (path === '/api/me')
      return Response.json({ person: null, plans: [], start, contact: null, plainHttp: false, dictation: false })
    asked.push({ path, body: JSON.parse(body ?? 'null') })
    return Response.json({ plan: 'p1' })
  })
})
afterEach(() => vi.unstubAllGlobals())

const fill = (voice: string) => {
  fireEvent.click(screen.getByRole('radio', { name: /^One person/ }))
  fireEvent.change(screen.getByLabelText('What is the plan called?'), { target: { value: 'Rosa’s plan' } })
  fireEvent.change(screen.getByLabelText('Your name'), { target: { value: 'Kofi' } })
  fireEvent.click(screen.getByRole('radio', { name: voice }))
}

describe('starting a plan', () => {
  it('[A11Y-8] says all that is missing at once, and asks the server nothing', () => {
    render(<StartPage />)
    fireEvent.click(screen.getByRole('button', { name: 'Start the plan' }))
    const missing = within(screen.getByRole('alert')).getAllByRole('link')
    expect(missing.map((link) => link.textContent)).toEqual([
      'Choose what the plan is about',
      'Give the plan a name',
      'Type your name',
      'Choose who you are here',
    ])
    fireEvent.click(screen.getByRole('link', { name: 'Choose who you are here' }))
    expect(document.activeElement).toBe(screen.getAllByRole('radio', { name: /care/ })[0])
    expect(asked).toEqual([])
  })

  it('for someone else says whose plan it is, and goes on to their own link', async () => {
    render(<StartPage />)
    fill('Supporter or advocate')
    screen.getByText(/^You are starting this for someone else/)
    fireEvent.click(screen.getByRole('button', { name: 'Start the plan' }))
    await waitFor(() => expect(location.pathname).toBe('/plans/p1/share'))
    expect(asked[0]?.body).toEqual({
      ...{ kind: 'support', title: 'Rosa’s plan', lang: 'en', name: 'Kofi', voice: 'supporter' },
    })
  })

  it('[PLAN-134] asks in which language it will be: that of the page, also where that changes, until another is chosen', async () => {
    render(<StartPage />)
    const field = () => screen.getByRole<HTMLSelectElement>('combobox')
    expect(field().value).toBe('en')
    await act(() => openLanguage('cy'))
    expect(field().value).toBe('cy')
    fireEvent.change(field(), { target: { value: 'pl' } })
    await act(() => openLanguage('en'))
    fill('Supporter or advocate')
    fireEvent.click(screen.getByRole('button', { name: 'Start the plan' }))
    await waitFor(() => expect(asked[0]?.body).toMatchObject({ lang: 'pl' }))
  })

  it('for oneself opens the plan, and the name is not asked again on this device', async () => {
    const { unmount } = render(<StartPage />)
    fill('The plan is about me')
    fireEvent.click(screen.getByRole('button', { name: 'Start the plan' }))
    await waitFor(() => expect(location.pathname).toBe('/plans/p1'))
    unmount()
    render(<StartPage />)
    expect(screen.getByLabelText<HTMLInputElement>('Your name').value).toBe('Kofi')
  })

  it('offers no seat of a person in a plan about a place', () => {
    render(<StartPage />)
    fill('The plan is about me')
    fireEvent.click(screen.getByRole('radio', { name: /^A place/ }))
    expect(screen.queryByRole('radio', { name: 'The plan is about me' })).toBeNull()
    expect(screen.queryByRole('radio', { checked: true, name: 'The plan is about me' })).toBeNull()
  })

  it('asks for a start link where only those invited may start, and sends its secret along', async () => {
    start = 'invited'
    const { unmount } = render(<StartPage />)
    await screen.findByRole('heading', { name: 'You need a start link here' })
    unmount()
    history.replaceState(null, '', '/start#st4rt')
    render(<StartPage />)
    location.hash = '#main' // The skip link has been used: the secret stays.
    fill('The plan is about me')
    fireEvent.click(screen.getByRole('button', { name: 'Start the plan' }))
    await waitFor(() => expect(asked[0]?.body).toMatchObject({ startSecret: 'st4rt' }))
    expect(location.href).not.toContain('st4rt')
  })
})
