import 'fake-indexeddb/auto'
import { fireEvent, render, screen, waitFor } from '@testing-library/react'
import type { Me } from '@withy/shared/api'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { setCopyOn } from '../live/device-copy/copies-on.ts'
import { wipesSoFar, writeRows } from '../live/device-copy/store.ts'
import { openLanguage, openTexts } from '../text/language.ts'
import { noConnection } from '../ui/testing-connection.ts'
import HomePage from './home-page.tsx'

beforeEach(() => openTexts('home'))

const NOBODY: Me = { person: null, plans: [], start: 'anyone', contact: null, plainHttp: false, dictation: false }
const card = (id: string, title: string, changedAt: string): Me['plans'][number] => ({
  id,
  kind: 'area',
  title,
  role: 'contributor',
  people: 2,
  changedAt,
  startedAt: changedAt,
  asked: false,
  agreedAt: null,
})

let me: Me | null
let asked: unknown[]
beforeEach(() => {
  me = NOBODY
  asked = []
  localStorage.clear()
  history.replaceState(null, '', '/')
  vi.stubGlobal('fetch', async (path: string, { body }: { body: string | null }) => {
    if (path === '/api/examples') {
      asked.push(JSON.parse(body ?? 'null'))
      return Response.json({ plan: 'copy' })
    }
    return me ? Response.json(me) : Promise.reject(new TypeError('network'))
  })
})
afterEach(() => vi.unstubAllGlobals())

describe('the first page', () => {
  it('has starting, joining and two examples, and a kind word where there is no plan yet', async () => {
    render(<HomePage />)
    await screen.findByText(/^No plans yet/)
    expect(screen.getByRole('link', { name: 'Start a plan' }).getAttribute('href')).toBe('/start')
    expect(screen.getByRole('link', { name: 'Join with a code' }).getAttribute('href')).toBe('/join')
    expect(screen.getAllByRole('button', { name: /^See this example/ })).toHaveLength(2)
  })

  it('lists the plans of a device that is known, the one written in last first', async () => {
    me = {
      ...NOBODY,
      person: 'me',
      plans: [card('a', 'Old Street', '2026-05-01T10:00:00Z'), card('b', 'New Street', '2026-06-01T10:00:00Z')],
    }
    render(<HomePage />)
    await screen.findByRole('link', { name: 'New Street' })
    expect(screen.getAllByRole('heading', { level: 3 }).map((heading) => heading.textContent)).toEqual([
      'New Street',
      'Old Street',
      'Brackenford East',
      'Rosa Tillingham',
    ])
    screen.getByRole('link', { name: 'Your devices' })
  })

  it('[AGREE-47] says of which one is asked to agree, when one was agreed, and of two with one name when each was started', async () => {
    me = {
      ...NOBODY,
      person: 'me',
      plans: [
        { ...card('a', 'Old Street', '2026-05-01T10:00:00Z'), asked: true },
        { ...card('b', 'Mill Lane', '2026-04-01T10:00:00Z'), agreedAt: '2026-04-02T10:00:00Z' },
        { ...card('c', 'Mill Lane', '2026-03-01T10:00:00Z'), startedAt: '2026-02-01T10:00:00Z' },
      ],
    }
    render(<HomePage />)
    await screen.findByRole('link', { name: 'Old Street' })
    const lines = screen
      .getAllByRole('listitem')
      .slice(0, 3)
      .map((item) => [...item.querySelectorAll('p')].map(({ textContent }) => textContent?.replace('day,', 'day')))
    const told = /asked|^Agreed|^Started/
    expect(lines.map((each) => each.filter((line) => told.test(line ?? '')))).toEqual([
      ['You are asked: do you agree to this plan?'],
      ['Agreed on Thursday 2 April 2026', 'Started on Wednesday 1 April 2026, 11:00 am'],
      ['Started on Sunday 1 February 2026, 10:00 am'],
    ])
  })

  it('opens an example at one press, under the name this device knows', async () => {
    localStorage.setItem('withy.name', 'Siân')
    render(<HomePage />)
    fireEvent.click(screen.getByRole('button', { name: 'See this example: Rosa Tillingham' }))
    await waitFor(() => expect(location.pathname).toBe('/plans/copy'))
    expect(asked).toEqual([{ example: 'rosa-tillingham', name: 'Siân', lang: 'en' }])
  })

  it('[A11Y-275] says on a Welsh page that the examples are in English, and on an English page nothing of it', async () => {
    const { unmount } = render(<HomePage />)
    await screen.findByRole('heading', { name: 'See an example' })
    expect(screen.queryByText(/written in English/)).toBeNull()
    unmount()
    await openLanguage('cy')
    render(<HomePage />)
    expect(await screen.findByText(/^Yn Saesneg mae’r enghreifftiau/)).toBeTruthy()
    await openLanguage('en')
  })

  it('offers no start where only those invited may', async () => {
    me = { ...NOBODY, start: 'invited' }
    render(<HomePage />)
    await screen.findByText(/open a start link/)
    expect(screen.queryByRole('link', { name: 'Start a plan' })).toBeNull()
  })

  it('[SYNC-109] [ACCESS-81] says where words had to go, and that the plan is this person’s no more', async () => {
    const row = { tab: 't', n: 1, kind: 'change', iv: new Uint8Array(12), bytes: new ArrayBuffer(8) } as const
    setCopyOn('a', true)
    await writeRows([{ ...row, copy: 'me/a/e1' }], [], await wipesSoFar())
    me = { ...NOBODY, person: 'me', plans: [card('a', 'Old Street', '2026-05-01T10:00:00Z')] }
    const { unmount } = render(<HomePage />)
    await screen.findByRole('link', { name: 'Old Street' })
    unmount()
    me = { ...NOBODY, person: 'me' }
    render(<HomePage />)
    await screen.findByText(/^Words you wrote here did not reach a plan\. You are not in that plan any more\./)
  })

  it('[SYNC-109] [ACCESS-81] says where words had to go because the device knows nobody any more', async () => {
    const row = { tab: 't', n: 1, kind: 'change', iv: new Uint8Array(12), bytes: new ArrayBuffer(8) } as const
    setCopyOn('a', true)
    await writeRows([{ ...row, copy: 'me/a/e1' }], [], await wipesSoFar())
    render(<HomePage />)
    await screen.findByText(/This device does not know you any more\. So it may not keep them/)
  })

  it('[A11Y-17] without a connection says so, and tries again', async () => {
    noConnection()
    me = null
    render(<HomePage />)
    const again = await screen.findByRole('button', { name: 'Try again' })
    screen.getByText(/^We cannot reach Withy just now/)
    me = NOBODY
    fireEvent.click(again)
    await screen.findByText(/^No plans yet/)
  })
})
