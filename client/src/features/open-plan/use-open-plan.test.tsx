import { act, render, screen } from '@testing-library/react'
import type { PlanFacts } from '@withy/shared/api'
import type { Person } from '@withy/shared/protocol'
import { StrictMode } from 'react'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { createAnnouncements } from '../../live/announcements.ts'
import { AnnouncerContext } from '../../live/announcer-context.ts'
import { createPeer, type Peer } from '../../live/testing-peer.ts'
import RoleNotice from './role-notice.tsx'
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
  workshop: null,
  lastWorkshop: null,
}

let opened: ReturnType<typeof useOpenPlan>
function PlanPage() {
  opened = useOpenPlan('p')
  return <p>{opened.is === 'open' ? opened.facts.title : opened.is}</p>
}

/** Whether the browser would ask before it closes. */
function closing(): boolean {
  // Newer browsers look at the one, older ones at the other.
  const event = Object.assign(new Event('beforeunload', { cancelable: true }), { said: '' })
  Object.defineProperty(event, 'returnValue', { set: (said) => Object.assign(event, { said }) })
  window.dispatchEvent(event)
  expect(event.said !== '').toBe(event.defaultPrevented)
  return event.defaultPrevented
}

/** A page on a server that answers each asking with the next of these (the last one again and again). */
function open(answers: readonly (Partial<PlanFacts> | 'not-found')[]): {
  peer: Peer
  asked: () => number
  leave: () => void
} {
  const peer = createPeer()
  let asked = 0
  vi.stubGlobal('WebSocket', peer.Socket)
  vi.stubGlobal('fetch', async (path: string) => {
    // Without a socket the page tries requests too: they go nowhere.
    if (path.includes('/streams?')) throw new TypeError('no network')
    const answer = answers[Math.min(asked, answers.length - 1)]
    asked += 1
    return answer === 'not-found'
      ? Response.json({ refused: 'not-found', sentence: 'We cannot find that.' }, { status: 404 })
      : Response.json({ ...FACTS, ...answer })
  })
  const page = render(<PlanPage />)
  return { peer, asked: () => asked, leave: () => page.unmount() }
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

it('[SYNC-66] [WORK-89] [WORK-172] knows the workshop that is open, and the one that has just closed', async () => {
  const { peer } = open([{}])
  await saved()
  let said = 0
  const told = async (now: unknown, facts: Partial<PlanFacts>) => {
    said += 1
    const title = `after ${said}`
    act(() => {
      peer.say({ type: 'workshop', now, changed: null })
      peer.say({ type: 'renamed', title })
    })
    await vi.waitFor(() => expect(opened).toMatchObject({ facts: { title } }))
    expect(opened).toMatchObject({ facts })
  }
  const may = { id: 'w', title: 'May' }
  await told({ ...may, stage: 'open' }, { workshop: may, lastWorkshop: null })
  await told({ ...may, stage: 'closed' }, { workshop: null, lastWorkshop: may })
  await told({ id: 'v', title: 'June', stage: 'open' }, { workshop: { id: 'v', title: 'June' }, lastWorkshop: may })
  // An idea of the one that is over gets its answer meanwhile.
  await told({ ...may, stage: 'closed' }, { workshop: { id: 'v', title: 'June' }, lastWorkshop: may })
  await told(null, { workshop: null, lastWorkshop: may })
  await told({ id: 'v', title: 'June', stage: 'open' }, { workshop: { id: 'v', title: 'June' }, lastWorkshop: may })
  await told({ id: 'v', title: 'June', stage: 'closed' }, { workshop: null, lastWorkshop: { id: 'v', title: 'June' } })
  await told({ ...may, stage: 'closed' }, { workshop: null, lastWorkshop: { id: 'v', title: 'June' } })
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
  expect(opened.left.map(({ live }) => live)).toEqual([before])
  expect(opened.left[0]?.live.unsaved()).toEqual(['living-map.want'])
  expect(closing()).toBe(true)
  act(() => opened.forgetLeft())
  expect(opened.left).toEqual([])
  expect(closing()).toBe(false)
})

it('[SYNC-66] is refused when the plan is asked for again and the asker is no longer in it, and still has the words', async () => {
  const { peer } = open([{}, 'not-found'])
  await saved()
  peer.acks = 'held'
  act(() => live()?.doc.getText('living-map.want').insert(0, 'in flight'))
  act(() => peer.closeAll(4403))
  expect(await screen.findByText('refused')).toBeTruthy()
  expect(opened.left[0]?.live.unsaved()).toEqual(['living-map.want'])
  expect(opened.left[0]?.facts.title).toBe('Orchard Lane')
  expect(opened).toMatchObject({ is: 'refused', takenOut: 'Orchard Lane' })
  act(() => opened.forgetLeft())
})

it('[SYNC-102] tells somebody who was taken out while there was no connection, and gives them their words', async () => {
  const { peer, asked } = open([{}, {}, 'not-found'])
  await saved()
  vi.useFakeTimers({ shouldAdvanceTime: true })
  peer.up = false
  act(() => peer.closeAll(1006))
  act(() => live()?.doc.getText('living-map.want').insert(0, 'in a tunnel'))
  await act(() => vi.advanceTimersByTimeAsync(5_000))
  expect([asked(), opened.is]).toEqual([2, 'open'])
  await act(() => vi.advanceTimersByTimeAsync(13_000))
  vi.useRealTimers()
  expect(await screen.findByText('refused')).toBeTruthy()
  expect(opened).toMatchObject({ is: 'refused', takenOut: 'Orchard Lane' })
  expect(opened.left[0]?.live.unsaved()).toEqual(['living-map.want'])
  act(() => opened.forgetLeft())
})

it('[SYNC-68] knows what the asker was before their role changed, until that was read', async () => {
  const as = (role: Person['role']) => ({ people: [SAM, { id: 'me', role } as Person] })
  const { peer } = open([as('viewer'), as('contributor')])
  await saved()
  expect(opened.roleBefore).toBeNull()
  act(() => peer.closeAll(4403))
  await vi.waitFor(() => expect(opened.roleBefore).toBe('viewer'))
  act(() => opened.forgetRole())
  expect(opened.roleBefore).toBeNull()
})

it('[SYNC-68] [TALK-13] shows and tells what changed for somebody whose role was changed', () => {
  const announcements = createAnnouncements()
  const sentences = (before: Person['role'], now: Person['role']) => {
    const { container, unmount } = render(
      <AnnouncerContext value={announcements}>
        <RoleNotice before={before} now={now} onDone={() => {}} />
      </AnnouncerContext>,
    )
    const said = container.querySelector('p')?.textContent
    unmount()
    expect(announcements.list()[0]?.notice).toEqual({ kind: 'done', sentence: said })
    return said
  }
  expect(sentences('contributor', 'viewer')).toBe('You can only read this plan now. The owner can let you write again.')
  expect(sentences('facilitator', 'suggester')).toBe(
    'You can read, comment and suggest other words here now. The owner can let you write again.',
  )
  expect(sentences('suggester', 'contributor')).toBe('You can write here now.')
  expect(sentences('viewer', 'suggester')).toMatch(/^What you may do here has changed: Commenter\. Can read, comment/)
  expect(sentences('suggester', 'viewer')).toBe('What you may do here has changed: Reader. Can read.')
  expect(sentences('viewer', 'facilitator')).toBe('You can write here now.')
  expect(sentences('facilitator', 'owner')).toBe('This plan is yours now.')
  expect(sentences('contributor', 'facilitator')).toMatch(/^What you may do here has changed: Facilitator\. Can read/)
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

describe('a page left for another page of Withy', () => {
  it('[SYNC-67] brings what was just typed to the server, asks before Withy is closed, and then closes its plan', async () => {
    const { peer, leave } = open([{}])
    await saved()
    peer.acks = 'held'
    act(() => live()?.doc.getText('living-map.want').insert(0, 'in flight'))
    leave()
    expect(peer.connected()).toBe(1)
    expect(closing()).toBe(true)
    peer.ackNow()
    await vi.waitFor(() => expect(peer.connected()).toBe(0))
    expect(closing()).toBe(false)
  })

  it('[SYNC-67] keeps what was typed without a connection, is the same plan on return, and brings it over', async () => {
    const { peer, leave } = open([{}])
    await saved()
    peer.up = false
    act(() => peer.closeAll(1012))
    const before = live()
    act(() => before?.doc.getText('living-map.want').insert(0, 'kept'))
    leave()
    expect(closing()).toBe(true)
    const again = render(<PlanPage />)
    await vi.waitFor(() => expect(live()).toBe(before))
    expect(live()?.unsaved()).toEqual(['living-map.want'])
    again.unmount()
    peer.up = true
    await vi.waitFor(() => expect(peer.doc.getText('living-map.want').toString()).toBe('kept'), { timeout: 5_000 })
    await vi.waitFor(() => expect(peer.connected()).toBe(0))
    expect(closing()).toBe(false)
  })

  it('[SYNC-67] shows on return the words of a plan that was closed for good meanwhile', async () => {
    const { peer, leave } = open([{}])
    await saved()
    peer.acks = 'held'
    const before = live()
    act(() => before?.doc.getText('living-map.want').insert(0, 'in flight'))
    leave()
    peer.acks = 'at once'
    peer.closeAll(4403)
    render(<PlanPage />)
    await saved()
    expect(live()).not.toBe(before)
    expect(opened.left[0]?.live.unsaved()).toEqual(['living-map.want'])
    expect(closing()).toBe(true)
    act(() => opened.forgetLeft())
    expect(closing()).toBe(false)
  })

  it('[SYNC-67] goes on in the same plan where it was asked for again with words on their way', async () => {
    const { peer } = open([{}, { title: 'Asked again' }])
    await saved()
    peer.acks = 'held'
    const before = live()
    act(() => before?.doc.getText('living-map.want').insert(0, 'in flight'))
    act(() => opened.again())
    expect(await screen.findByText('Asked again')).toBeTruthy()
    expect(live()).toBe(before)
    expect(opened.left).toEqual([])
    peer.ackNow()
    await saved()
  })
})
