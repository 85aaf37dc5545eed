import { act, render, screen } from '@testing-library/react'
import type { WorkshopSeen } from '@withy/shared/api'
import { buildPlan } from '@withy/shared/testing'
import { afterEach, expect, it, vi } from 'vitest'
import { ideaOf, seenOf } from '../features/workshop-record/testing-record.ts'
import { personOf } from '../live/testing-desk.tsx'
import { createPeer } from '../live/testing-peer.ts'
import { openTexts } from '../text/language.ts'
import YouSaidPage from './you-said-page.tsx'

afterEach(() => vi.unstubAllGlobals())

const IDEA = ideaOf('a', 'A bench by the ford')
const facts = {
  ...{ id: 'p', kind: 'area', title: 'Orchard Lane', epoch: 'e1', me: 'me', people: [personOf('me', 'Anna')] },
  ...{ former: [], shown: null, workshop: null, lastWorkshop: null, seat: null },
}

/** The page, with a server that answers what it has now. */
async function page({ isLinked = true } = {}) {
  await openTexts('workshop')
  const peer = createPeer()
  peer.up = isLinked
  const server: { seen: WorkshopSeen; asked: number } = { seen: seenOf({ ideas: [IDEA] }), asked: 0 }
  vi.stubGlobal('WebSocket', peer.Socket)
  vi.stubGlobal('fetch', async (path: string) => {
    if (path.endsWith('/words')) return Response.json({ plan: buildPlan('area', {}) })
    if (!path.endsWith('/workshops/w')) return Response.json(facts)
    server.asked += 1
    return Response.json(server.seen)
  })
  render(<YouSaidPage plan="p" workshop="w" />)
  expect(await screen.findByText('1 idea has no answer yet.')).toBeTruthy()
  return { peer, server }
}

it('[WORK-138] shows an answer as soon as the room tells of it', async () => {
  const { peer, server } = await page()
  await vi.waitFor(() => expect(peer.connected()).toBe(1), { timeout: 10_000 })
  const { now } = server.seen
  const changed = {
    from: 1,
    ideas: [{ ...IDEA, fate: 'not-yet', why: 'The money comes in May' }],
    groups: [],
    gone: [],
  }
  // Said again until the page has begun to follow, as a room tells more than once.
  await vi.waitFor(
    () => {
      act(() => peer.say({ type: 'workshop', now: { ...now, rev: 2 }, changed }))
      expect(screen.getByText('Because: The money comes in May')).toBeTruthy()
    },
    { timeout: 10_000 },
  )
  expect(screen.queryByText('1 idea has no answer yet.')).toBeNull()
})

it('[WORK-138] looks again when it is seen again, and stays to be read where nobody answers', async () => {
  const { server } = await page({ isLinked: false })
  // By the page, and by what follows the room where there is a connection.
  await vi.waitFor(() => expect(server.asked).toBe(2), { timeout: 10_000 })
  const newer = seenOf({ ideas: [{ ...IDEA, fate: 'changed' }] })
  // As the server counts: what was asked for before, and comes later, is older.
  server.seen = { ...newer, now: { ...newer.now, rev: 2 } }
  act(() => void document.dispatchEvent(new Event('visibilitychange')))
  await vi.waitFor(() => expect(screen.queryByText('1 idea has no answer yet.')).toBeNull())
  vi.stubGlobal('fetch', () => Promise.reject(new TypeError('no network')))
  act(() => void document.dispatchEvent(new Event('visibilitychange')))
  expect(await screen.findByText('A bench by the ford')).toBeTruthy()
})
