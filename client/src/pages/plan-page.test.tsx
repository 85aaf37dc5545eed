import 'fake-indexeddb/auto'
import { act, fireEvent, render, screen } from '@testing-library/react'
import { boxKey, type Plan, type PlanKind, TEMPLATES } from '@withy/shared/plan'
import { buildPlan } from '@withy/shared/testing'
import type { ReactNode } from 'react'
import { afterEach, expect, it, onTestFinished, vi } from 'vitest'
import { mayHaveCopies, setCopyOn } from '../live/device-copy/copies-on.ts'
import { wipesSoFar, writeRows } from '../live/device-copy/store.ts'
import { personOf } from '../live/testing-desk.tsx'
import { createPeer } from '../live/testing-peer.ts'
import { PageFrame } from '../ui/page.tsx'
import PlanPage from './plan-page.tsx'

afterEach(() => vi.unstubAllGlobals())

const facts = {
  id: 'p',
  kind: 'area',
  title: 'Orchard Lane',
  epoch: 'e1',
  me: 'me',
  people: [personOf('me', 'Anna')],
  former: [],
  shown: null,
  workshop: null,
  lastWorkshop: null,
  seat: null,
}
const plan = buildPlan('area', { items: { 'living-map.have': [{ what: 'Mill Lane hall' }] } })

const Frame = ({ bar, children }: { readonly bar?: ReactNode; readonly children: ReactNode }) => (
  <>
    {bar}
    {children}
  </>
)

/** A plan page whose server answers but lets no socket in. `refused`: all it answers. */
function withoutSocket(plan: Plan, kind: PlanKind = 'area', refused: object | null = null) {
  const peer = createPeer()
  peer.up = false
  vi.stubGlobal('WebSocket', peer.Socket)
  const answers: Readonly<Record<string, object>> = {
    '/api/plans/p': { ...facts, kind },
    '/api/plans/p/words': { plan },
    '/api/plans/p/tests': { tests: [] },
  }
  vi.stubGlobal('fetch', async (path: string) => {
    const answer = refused ? undefined : answers[path]
    return answer ? Response.json(answer) : Response.json(refused ?? { refused: 'not-found' }, { status: 404 })
  })
  render(
    <PageFrame value={Frame}>
      <PlanPage plan="p" />
    </PageFrame>,
  )
  return peer
}

it('[PLAN-97] shows a plan’s words to be read before it is open, with nothing to write in, then opens it', async () => {
  const peer = withoutSocket(plan)
  expect(await screen.findByText('Mill Lane hall')).toBeTruthy()
  expect(screen.getByRole('heading', { level: 1, name: 'Orchard Lane' })).toBeTruthy()
  expect(screen.queryByRole('button', { name: /Write here|Change/ })).toBeNull()
  peer.up = true
  expect((await screen.findAllByRole('button', { name: /^Write here/ }, { timeout: 15_000 })).length).toBeGreaterThan(
    10,
  )
}, 20_000)

it('[PLAN-97] says after 8 seconds without a connection that it can be read, and tries again', async () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'], shouldAdvanceTime: true })
  onTestFinished(() => void vi.useRealTimers())
  const peer = withoutSocket(plan)
  expect(await screen.findByText('Mill Lane hall')).toBeTruthy()
  // The second timer starts when what it takes to write has come.
  await vi.waitFor(() => expect(peer.addresses.length).toBeGreaterThan(0), { timeout: 15_000 })
  expect(screen.getByText('Opening the plan…')).toBeTruthy()
  await act(() => vi.advanceTimersByTimeAsync(8_100))
  expect(screen.getByText('Not connected. You can read.')).toBeTruthy()
  expect(screen.getByText('Mill Lane hall')).toBeTruthy()
  const tries = peer.addresses.length
  fireEvent.click(screen.getByRole('button', { name: 'Try again' }))
  await vi.waitFor(() => expect(peer.addresses.length).toBeGreaterThan(tries))
  vi.stubGlobal('fetch', async () => Promise.reject(new TypeError('no network')))
  fireEvent.click(screen.getByRole('button', { name: 'Try again' }))
  await act(() => vi.advanceTimersByTimeAsync(100))
  expect(screen.getByText('Mill Lane hall')).toBeTruthy()
}, 30_000)

it('[PLAN-97] has all words of a plan to be read: in folded parts, and without a place', async () => {
  const folded = TEMPLATES.support.parts.find((part) => part.folded)?.sections[0]
  const box = folded?.boxes.find(({ type }) => type === 'text')
  if (!folded || !box) throw new Error('no folded text box')
  const unplaced = [{ where: 'from.tomorrow', words: 'Words of tomorrow' }]
  withoutSocket(
    buildPlan('support', { text: { [boxKey(folded.id, box.id)]: ['I sing in the choir.'] }, unplaced }),
    'support',
  )
  expect((await screen.findByText('I sing in the choir.')).closest('details')?.open).toBe(false)
  expect(screen.getByText('Words of tomorrow')).toBeTruthy()
})

it.each(['not-found', 'sign-in'])(
  '[SYNC-109] [ACCESS-81] refused from the start (%s), it says that words kept on this device had to go',
  async (refused) => {
    setCopyOn('p', true)
    const row = { tab: 't', n: 1, kind: 'change', iv: new Uint8Array(12), bytes: new ArrayBuffer(8) } as const
    await writeRows([{ ...row, copy: 'me/p/e1' }], [], await wipesSoFar())
    withoutSocket(plan, 'area', { refused, sentence: 'We cannot find that.' })
    expect(await screen.findByText('We cannot find that.')).toBeTruthy()
    expect(
      await screen.findByText(/^Words you wrote here did not reach a plan\./, {}, { timeout: 15_000 }),
    ).toBeTruthy()
    expect(screen.getAllByRole('heading', { level: 1 })).toHaveLength(1)
    expect(mayHaveCopies()).toBe(false)
  },
  20_000,
)
