import { fireEvent, render, screen, waitFor, within } from '@testing-library/react'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { keepName, keptName } from '../features/people/kept-name.ts'
import { keepWanted, takeWanted } from '../features/people/wanted-page.ts'
import { openTexts } from '../text/language.ts'
import BackPage from './back-page.tsx'

beforeEach(() => openTexts('people'))

const ORCHARD = { id: 'p1', kind: 'area', title: 'Orchard Lane', role: 'owner', people: 3, changedAt: '2026-06-14' }
const LINK = 'http://withy.test/back#theirs'

/** What is at the other end of the wire; `device` is what the server says of this device until it is told to replace. */
function server(device: 'became' | 'was' | 'is-other') {
  const asked: unknown[] = []
  const answer = (path: string, body: { replace?: boolean }) => {
    if (path === '/api/back') return { device: body.replace ? 'became' : device }
    if (path === '/api/me/way-back') return { link: LINK }
    return { person: 'ben', plans: [ORCHARD], start: 'anyone', contact: null, plainHttp: false, dictation: false }
  }
  vi.stubGlobal('fetch', async (path: string, { body }: { body: string | null }) => {
    const said = JSON.parse(body ?? '{}')
    asked.push([path, said])
    return Response.json(answer(path, said))
  })
  return asked
}

/** Whether other tabs are told: storage says it to them. */
const toldTabs = () => vi.mocked(Storage.prototype.setItem).mock.calls.some(([key]) => key === 'withy.forgotten')

beforeEach(() => {
  localStorage.clear()
  keepName('Ben')
  vi.spyOn(Storage.prototype, 'setItem')
  history.replaceState(null, '', '/back#s3cret')
})
afterEach(() => {
  vi.unstubAllGlobals()
  vi.restoreAllMocks()
})

const press = async (name: string) => fireEvent.click(await screen.findByRole('button', { name }))

describe('a private link', () => {
  it('[ACCESS-25] opened on a device nobody uses opens the plans there, and other tabs hear of it', async () => {
    const asked = server('became')
    render(<BackPage />)
    await press('Open my plans here')
    await waitFor(() => expect(location.pathname).toBe('/'))
    expect(asked).toEqual([['/api/back', { secret: 's3cret' }]])
    expect(toldTabs()).toBe(true)
  })

  it('[WORK-127] leads back to the page of their plan they came for, once and within a day; to no other’s', async () => {
    server('became')
    const comes = async () => {
      history.replaceState(null, '', '/back#s3cret')
      const { unmount } = render(<BackPage />)
      await press('Open my plans here')
      await waitFor(() => expect(location.pathname).not.toBe('/back'))
      unmount()
      return location.pathname
    }
    keepWanted('/plans/p1/did-it-happen')
    expect(await comes()).toBe('/plans/p1/did-it-happen')
    expect(await comes()).toBe('/')
    keepWanted('/plans/somebody-elses/did-it-happen')
    expect(await comes()).toBe('/')
    keepWanted('/plans/p1/did-it-happen')
    const tomorrow = Date.now() + 25 * 60 * 60 * 1000
    vi.spyOn(Date, 'now').mockReturnValue(tomorrow)
    expect(takeWanted()).toBeNull()
  })

  it('[ACCESS-27] opened where this person is already changes nothing', async () => {
    server('was')
    render(<BackPage />)
    await press('Open my plans here')
    await waitFor(() => expect(location.pathname).toBe('/'))
    expect(toldTabs()).toBe(false)
    expect(keptName()).toBe('Ben')
  })

  it('[ACCESS-27] opened where somebody else has plans says whose, offers their link, and replaces them only when told to', async () => {
    const asked = server('is-other')
    render(<BackPage />)
    await press('Open my plans here')
    await screen.findByRole('heading', { level: 1, name: 'This device has plans already' })
    screen.getByText('Orchard Lane')
    screen.getByText('Name used here: Ben')
    expect([location.pathname, toldTabs(), keptName()]).toEqual(['/back', false, 'Ben'])
    await press('Show my private link')
    expect((await screen.findByRole<HTMLInputElement>('textbox', { name: 'Your private link' })).value).toBe(LINK)
    expect(screen.queryByRole('button', { name: 'Make a new one' })).toBeNull()
    expect(screen.getByRole('link', { name: 'Leave it as it is' }).getAttribute('href')).toBe('/')
    await press('Open the other plans instead')
    await waitFor(() => expect(location.pathname).toBe('/'))
    expect(asked.at(-1)).toEqual(['/api/back', { secret: 's3cret', replace: true }])
    expect([toldTabs(), keptName()]).toEqual([true, ''])
  })
})

it('[ACCESS-81] before a device is forgotten the private link can be had there, and what an owner loses is said', async () => {
  const asked = server('was')
  history.replaceState(null, '', '/back')
  render(<BackPage />)
  await press('Forget me on this device')
  const dialog = within(screen.getByRole('dialog', { name: 'Forget you on this device?' }))
  dialog.getByText(/^You are the owner of these plans\./)
  dialog.getByText('Orchard Lane')
  fireEvent.click(dialog.getByRole('button', { name: 'Show my private link' }))
  expect((await dialog.findByRole<HTMLInputElement>('textbox', { name: 'Your private link' })).value).toBe(LINK)
  fireEvent.click(dialog.getByRole('button', { name: 'Forget me' }))
  await screen.findByText('This device no longer knows you.')
  screen.getByText(/^If you have no private link, ask who runs the plan/)
  expect(asked.at(-1)).toEqual(['/api/me/forget', {}])
})
