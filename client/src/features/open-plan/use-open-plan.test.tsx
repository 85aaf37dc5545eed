import { act, render, screen } from '@testing-library/react'
import type { PlanFacts } from '@withy/shared/api'
import type { Person } from '@withy/shared/protocol'
import { StrictMode } from 'react'
import { afterEach, expect, it, vi } from 'vitest'
import { createPeer, type Peer } from '../../live/testing-peer.ts'
import { useOpenPlan } from './use-open-plan.ts'

afterEach(() => vi.unstubAllGlobals())

const SAM = { id: 'sam', name: 'Sam' } as Person
const FACTS = {
  id: 'p',
  kind: 'area',
  title: 'Orchard Lane',
  epoch: 'e1',
  me: 'me',
  people: [SAM],
  former: [],
  shown: null,
}

let opened: ReturnType<typeof useOpenPlan>
function PlanPage() {
  opened = useOpenPlan('p')
  return <p>{opened.is === 'open' ? opened.facts.title : opened.is}</p>
}

/** A page on a server that answers each asking with the next of these (the last one again and again). */
function open(answers: readonly (Partial<PlanFacts> | 'not-found')[]): { peer: Peer; asked: () => number } {
  const peer = createPeer()
  let asked = 0
  vi.stubGlobal('WebSocket', peer.Socket)
  vi.stubGlobal('fetch', async () => {
    const answer = answers[Math.min(asked, answers.length - 1)]
    asked += 1
    return answer === 'not-found'
      ? Response.json({ refused: 'not-found', sentence: 'We cannot find that.' }, { status: 404 })
      : Response.json({ ...FACTS, ...answer })
  })
  render(<PlanPage />)
  return { peer, asked: () => asked }
}
const live = () => (opened.is === 'open' ? opened.live : null)
const saved = () => vi.waitFor(() => expect(live()?.link()).toEqual({ is: 'open', saved: 'saved' }))

it('[SYNC-66] keeps what the room tells of the plan', async () => {
  const { peer } = open([{}])
  await saved()
  act(() => {
    peer.say({ type: 'renamed', title: 'Orchard Lane and the Bank' })
    peer.say({ type: 'shown', section: 'living-map' })
    peer.say({ type: 'people', people: [] })
  })
  expect(await screen.findByText('Orchard Lane and the Bank')).toBeTruthy()
  expect(opened).toMatchObject({ facts: { shown: 'living-map', people: [], former: [{ id: 'sam', name: 'Sam' }] } })
})

it('[SYNC-66] asks again and opens anew when the role changed, and keeps unacked words to be copied', async () => {
  const { peer, asked } = open([{}, { title: 'As a facilitator' }])
  await saved()
  const before = live()
  peer.acks = 'held'
  act(() => before?.doc.getText('living-map.want').insert(0, 'in flight'))
  peer.acks = 'at once'
  act(() => peer.closeAll(4403))
  expect(await screen.findByText('As a facilitator')).toBeTruthy()
  expect(asked()).toBe(2)
  expect(live()).not.toBe(before)
  await saved()
  expect(opened.left?.live).toBe(before)
  expect(opened.left?.live.unsaved()).toEqual(['living-map.want'])
  act(() => opened.forgetLeft())
  expect(opened.left).toBeNull()
})

it('[SYNC-66] is refused when the plan is asked for again and the asker is no longer in it, and still has the words', async () => {
  const { peer } = open([{}, 'not-found'])
  await saved()
  peer.acks = 'held'
  act(() => live()?.doc.getText('living-map.want').insert(0, 'in flight'))
  act(() => peer.closeAll(4403))
  expect(await screen.findByText('refused')).toBeTruthy()
  expect(opened.left?.live.unsaved()).toEqual(['living-map.want'])
  expect(opened.left?.facts.title).toBe('Orchard Lane')
})

it('[SYNC-66] stays on a plan that ended for another reason, so that its words can still be read', async () => {
  const { peer, asked } = open([{}])
  await saved()
  act(() => peer.closeAll(4410))
  await vi.waitFor(() => expect(live()?.link()).toMatchObject({ is: 'ended', why: 'gone' }))
  expect(asked()).toBe(1)
})

it('[SYNC-66] opens one socket, also where React draws a page twice at first, and closes it with the page', async () => {
  const peer = createPeer()
  vi.stubGlobal('WebSocket', peer.Socket)
  vi.stubGlobal('fetch', async () => Response.json(FACTS))
  const page = render(
    <StrictMode>
      <PlanPage />
    </StrictMode>,
  )
  await saved()
  expect(peer.addresses).toHaveLength(1)
  expect(peer.connected()).toBe(1)
  page.unmount()
  expect(peer.connected()).toBe(0)
})
