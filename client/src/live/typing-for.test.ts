import { afterEach, describe, expect, it, vi } from 'vitest'
import * as Y from 'yjs'
import { type LivePlan, openLivePlan } from './live-plan.ts'
import { PART_BYTES } from './outbox.ts'
import { createPeer, type Peer } from './testing-peer.ts'

const opened: LivePlan[] = []
afterEach(() => {
  for (const live of opened.splice(0)) live.close()
})

async function open(peer: Peer): Promise<LivePlan> {
  const live = openLivePlan({ plan: 'p', epoch: 'e1', server: 'ws://test/plans', Socket: peer.Socket })
  opened.push(live)
  await isSaved(live)
  peer.order.splice(0)
  return live
}
const isSaved = (live: LivePlan) =>
  vi.waitFor(() => expect(live.link()).toEqual({ is: 'open', saved: 'saved' }), { timeout: 3_000, interval: 10 })
const type = (live: LivePlan, words: string) => live.doc.getText('map.have').insert(0, words)

/** The connection breaks and comes back after some typing. */
async function away(peer: Peer, live: LivePlan, typing: () => void) {
  peer.up = false
  peer.closeAll(1006)
  typing()
  peer.up = true
  await isSaved(live)
}

describe('typing for somebody', () => {
  it('[SYNC-133] is said at once, before what is typed for them, and ends the same way', async () => {
    const peer = createPeer()
    const live = await open(peer)
    type(live, 'a')
    live.typeFor('rosa')
    expect(peer.order).toEqual(['update', 'for rosa'])
    live.typeFor('rosa')
    type(live, 'b')
    type(live, 'c')
    live.typeFor(null)
    expect(peer.order).toEqual(['update', 'for rosa', 'update', 'update', 'for '])
    type(live, 'd')
    await isSaved(live)
    expect(peer.order).toEqual(['update', 'for rosa', 'update', 'update', 'for ', 'update'])
  })

  it('[SYNC-133] [SYNC-164] is said again on a new socket, also where nothing was typed meanwhile', async () => {
    const peer = createPeer()
    const live = await open(peer)
    live.typeFor('rosa')
    peer.order.splice(0)
    await away(peer, live, () => {})
    await vi.waitFor(() => expect(peer.order).toEqual(['step2', 'for rosa']))
  })

  it('[SYNC-133] an end waits for what was typed before it', async () => {
    const peer = createPeer()
    const live = await open(peer)
    live.typeFor('rosa')
    type(live, 'y'.repeat(2 * PART_BYTES))
    live.typeFor(null)
    await isSaved(live)
    expect(peer.order[0]).toBe('for rosa')
    expect(peer.order.at(-1)).toBe('for ')
    expect(new Set(peer.order.slice(1, -1))).toEqual(new Set(['update']))
  })

  it('[SYNC-133] is said again on a new socket before what was typed meanwhile, and before what follows', async () => {
    const peer = createPeer()
    const live = await open(peer)
    type(live, 'my own, long since saved')
    await isSaved(live)
    peer.order.splice(0)
    live.typeFor('rosa')
    peer.order.splice(0)
    await away(peer, live, () => type(live, 'for Rosa'))
    type(live, 'more')
    expect(peer.order).toEqual(['for rosa', 'step2', 'update'])
    peer.order.splice(0)
    await away(peer, live, () => {
      type(live, 'for Rosa')
      live.typeFor(null)
    })
    type(live, 'my own')
    expect(peer.order).toEqual(['for rosa', 'step2', 'for ', 'update'])
  })

  it('[SYNC-133] is not said of what was typed for several people and goes over in one', async () => {
    const peer = createPeer()
    const live = await open(peer)
    await away(peer, live, () => {
      type(live, 'my own')
      live.typeFor('rosa')
      type(live, 'for Rosa')
    })
    type(live, 'more for Rosa')
    expect(peer.order).toEqual(['step2', 'for rosa', 'update'])
  })

  it('[SYNC-133] is not said of a sync that carries nothing typed on this page', async () => {
    const peer = createPeer()
    const live = openLivePlan({ plan: 'p', epoch: 'e1', server: 'ws://test/plans', Socket: peer.Socket })
    opened.push(live)
    live.typeFor('rosa')
    await isSaved(live)
    type(live, 'for Rosa')
    expect(peer.order).toEqual(['step2', 'for rosa', 'update'])
  })

  it('[SYNC-133] is not said of what comes back from the device', async () => {
    const peer = createPeer()
    const live = await open(peer)
    const before = new Y.Doc()
    before.getText('map.have').insert(0, 'on a page that is gone')
    live.typeFor('rosa')
    type(live, 'for Rosa')
    live.bringBack([Y.encodeStateAsUpdate(before)])
    type(live, 'more for Rosa')
    await isSaved(live)
    expect(peer.order).toEqual(['for rosa', 'update', 'for ', 'update', 'for rosa', 'update'])
  })

  it('[SYNC-133] goes before the first part of something large, and after the last of what was before', async () => {
    const peer = createPeer()
    const live = await open(peer)
    type(live, 'x'.repeat(2 * PART_BYTES))
    live.typeFor('rosa')
    type(live, 'y'.repeat(2 * PART_BYTES))
    await isSaved(live)
    const at = peer.order.indexOf('for rosa')
    expect(peer.order.filter((one) => one === 'for rosa')).toHaveLength(1)
    expect(at).toBeGreaterThan(1)
    expect(peer.order.length - at).toBeGreaterThan(2)
  })

  it('[WORK-65] is said of one change only, where that is typed for somebody else', async () => {
    const peer = createPeer()
    const live = await open(peer)
    live.typeFor('rosa')
    type(live, 'a')
    live.changeFor('kofi', () => type(live, 'b'))
    live.changeFor(null, () => type(live, 'c'))
    type(live, 'd')
    expect(peer.order).toEqual(['for rosa', 'update', 'for kofi', 'update', 'for ', 'update', 'for rosa', 'update'])
  })

  it('[SYNC-164] ends right after what was kept as typed for somebody, and several of these go together', async () => {
    const peer = createPeer()
    const live = await open(peer)
    for (const word of ['a', 'b']) live.changeFor('kofi', () => type(live, word))
    await vi.waitFor(() => expect(peer.order).toEqual(['for kofi', 'update', 'update', 'for ']))
  })

  it('[SYNC-132] ends when the server says that they are not in the plan', async () => {
    const peer = createPeer()
    const live = await open(peer)
    const heard: unknown[] = []
    live.onMessage((message) => heard.push(message))
    live.typeFor('rosa')
    type(live, 'a')
    peer.say({ type: 'not-typing-for', person: 'rosa' })
    await vi.waitFor(() => expect(heard).toEqual([{ type: 'not-typing-for', person: 'rosa' }]))
    type(live, 'b')
    expect(peer.order).toEqual(['for rosa', 'update', 'for ', 'update'])
  })
})
