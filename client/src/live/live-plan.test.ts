import { PLAN_EDIT } from '@withy/shared/plan'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { type LivePlan, openLivePlan } from './live-plan.ts'
import { PART_BYTES } from './outbox.ts'
import { createPeer, type Peer } from './testing-peer.ts'

const opened: LivePlan[] = []
afterEach(() => {
  for (const live of opened.splice(0)) live.close()
  vi.restoreAllMocks()
})

function open(peer: Peer): LivePlan {
  const live = openLivePlan({ plan: 'p 1', epoch: 'e1', server: 'ws://test/plans', Socket: peer.Socket })
  opened.push(live)
  return live
}
const becomes = (live: LivePlan, link: object, timeout = 2_000) =>
  vi.waitFor(() => expect(live.link()).toMatchObject(link), { timeout, interval: 10 })
const SAVED = { is: 'open', saved: 'saved' }

const type = (live: LivePlan, words: string, key = 'map.have') => live.doc.getText(key).insert(0, words)

describe('a live plan', () => {
  it('[SYNC-49] asks for its plan with its schema and epoch, and nothing secret', async () => {
    const peer = createPeer()
    await becomes(open(peer), SAVED)
    expect(peer.addresses).toEqual(['ws://test/plans/p%201/live?schema=1&epoch=e1'])
  })

  it('[SYNC-44] is opening until the plan has arrived', async () => {
    const peer = createPeer()
    peer.up = false
    peer.doc.getText('map.have').insert(0, 'the orchard')
    const live = open(peer)
    await vi.waitFor(() => expect(peer.addresses.length).toBeGreaterThan(1))
    expect(live.link()).toEqual({ is: 'opening' })
    peer.up = true
    await becomes(live, SAVED)
    expect(live.doc.getText('map.have').toString()).toBe('the orchard')
  })

  it('[SYNC-41] says Saved only after the ack of what was typed', async () => {
    const peer = createPeer()
    const live = open(peer)
    await becomes(live, SAVED)
    peer.acks = 'held'
    type(live, 'a')
    await becomes(live, { is: 'open', saved: 'saving' })
    expect(peer.doc.getText('map.have').toString()).toBe('a')
    expect(live.unsaved()).toEqual(['map.have'])
    peer.ackNow()
    await becomes(live, SAVED)
    expect(live.unsaved()).toEqual([])
  })

  it('[SYNC-41] needs the ack of its own first sync, even if nothing was typed', async () => {
    const peer = createPeer()
    peer.acks = 'held'
    const live = open(peer)
    await becomes(live, { is: 'open', saved: 'saving' })
    peer.ackNow()
    await becomes(live, SAVED)
  })

  it('[SYNC-41] stays Saved while the server compares what it has with a page that has nothing new', async () => {
    const peer = createPeer()
    const live = open(peer)
    await becomes(live, SAVED)
    peer.acks = 'held'
    peer.askAll()
    await vi.waitFor(() => expect(peer.received[0]).toEqual([1, 1]))
    expect(live.link()).toEqual(SAVED)
    type(live, 'b')
    await becomes(live, { saved: 'saving' })
    peer.ackNow()
    await becomes(live, SAVED)
  })

  it('[SYNC-42] is never Saved with a server that does not ack', async () => {
    const peer = createPeer()
    peer.acks = 'never offered'
    const live = open(peer)
    await becomes(live, { is: 'open', saved: 'saving' })
    const seen: object[] = []
    live.onLink((link) => seen.push(link))
    await becomes(live, { is: 'open', saved: 'not-saved' }, 8_000)
    expect(seen).not.toContainEqual(SAVED)
  }, 10_000)

  it('[SYNC-45] keeps what is typed while the connection is lost, and sends it in one sync on return', async () => {
    const peer = createPeer()
    const live = open(peer)
    await becomes(live, SAVED)
    peer.up = false
    peer.closeAll(1012)
    await becomes(live, { is: 'lost', unsaved: false })
    type(live, 'kept ')
    // At once: whoever asks now may be about to close the page.
    expect(live.link()).toEqual({ is: 'lost', unsaved: true, kept: 'no' })
    peer.acks = 'held'
    peer.up = true
    await becomes(live, { is: 'open', saved: 'saving' }, 5_000)
    await vi.waitFor(() => expect(peer.doc.getText('map.have').toString()).toBe('kept '))
    expect(live.unsaved()).toEqual(['map.have'])
    peer.ackNow()
    await becomes(live, SAVED)
    expect(peer.received.at(-1)).toEqual([1])
  }, 10_000)

  it('[SYNC-81] sends a pasted book in parts, says which, and goes on where it was after a break', async () => {
    const peer = createPeer()
    const live = open(peer)
    await becomes(live, SAVED)
    peer.acks = 'held'
    const book = 'a page of the book '.repeat(20_000)
    live.doc.transact(() => type(live, book), PLAN_EDIT)
    type(live, 'typed after it ')
    expect(live.sending()).toEqual({ part: 1, of: 6 })
    await becomes(live, { is: 'open', saved: 'saving' })
    const seen: unknown[] = []
    live.onLink(() => seen.push(live.sending()?.part))
    for (const part of [2, 3]) {
      peer.ackNow()
      await vi.waitFor(() => expect(live.sending()).toEqual({ part, of: 6 }))
    }
    expect(seen).toEqual([2, 3])
    const arrived = peer.doc.getText('map.have').length
    expect(arrived).toBeGreaterThan(PART_BYTES)
    expect(arrived).toBeLessThan(book.length)

    peer.closeAll(1006)
    expect(live.sending()).toBeNull()
    expect(live.unsaved()).toEqual(['map.have'])
    peer.acks = 'at once'
    await becomes(live, SAVED, 5_000)
    expect(peer.received.at(-1)).toEqual([1, 2, 2])
    expect(live.unsaved()).toEqual([])
    expect(peer.doc.getText('map.have').toString()).toBe(`typed after it ${book}`)
    live.undo.undo()
    await becomes(live, SAVED)
    expect(peer.doc.getText('map.have').toString()).toBe('typed after it ')
    live.undo.redo()
    expect(live.sending()).toEqual({ part: 1, of: 6 })
    await becomes(live, SAVED)
    expect(peer.doc.getText('map.have').toString()).toBe(live.doc.getText('map.have').toString())
    expect(peer.doc.getText('map.have').length).toBe(book.length + 15)
  }, 10_000)

  it('[SYNC-46] ends at a final verdict, keeps the words and does not come back', async () => {
    const peer = createPeer()
    const live = open(peer)
    await becomes(live, SAVED)
    peer.acks = 'held'
    type(live, 'mine')
    await becomes(live, { saved: 'saving' })
    peer.closeAll(4403)
    await becomes(live, { is: 'ended', why: 'role', unsaved: true })
    expect(live.unsaved()).toEqual(['map.have'])
    expect(live.doc.getText('map.have').toString()).toBe('mine')
    expect(peer.addresses).toHaveLength(1)
  })

  it('[SYNC-58] closed on purpose, here or by the server, it is never told as lost', async () => {
    const peer = createPeer()
    const [left, refused] = [open(peer), open(peer)]
    for (const live of [left, refused]) await becomes(live, SAVED)
    const told: string[] = []
    left.onLink(({ is }) => told.push(`left ${is}`))
    refused.onLink(({ is }) => told.push(`refused ${is}`))
    left.close()
    peer.closeAll(4403)
    await becomes(refused, { is: 'ended', why: 'role' })
    await vi.waitFor(() => expect(told).toEqual(['refused ended']))
  })

  it('[SYNC-47] after an exception in a listener of the document: not Saved, the words go over, then asks to open again', async () => {
    const peer = createPeer()
    const live = open(peer)
    await becomes(live, SAVED)
    const break_ = () => {
      throw new Error('planted')
    }
    live.doc.on('update', break_)
    expect(() => type(live, 'one ')).toThrow('planted')
    live.doc.off('update', break_)
    type(live, 'two ')
    expect(peer.doc.getText('map.have').toString()).not.toContain('two')
    const seen: object[] = []
    live.onLink((link) => seen.push(link))
    await becomes(live, { is: 'ended', why: 'reload' }, 5_000)
    expect(peer.doc.getText('map.have').toString()).toBe('two one ')
    expect(seen).not.toContainEqual(SAVED)
  }, 10_000)

  it('[SYNC-48] a listener of ours that throws harms neither the document nor the other listeners', async () => {
    const peer = createPeer()
    const live = open(peer)
    vi.spyOn(console, 'error').mockImplementation(() => {})
    const heard: object[] = []
    live.onLink(() => {
      throw new Error('planted')
    })
    live.onLink((link) => heard.push(link))
    await becomes(live, SAVED)
    expect(heard).toContainEqual(SAVED)
    type(live, 'still ')
    await vi.waitFor(() => expect(peer.doc.getText('map.have').toString()).toBe('still '))
  })

  it('[SYNC-50] passes room messages on and skips those it does not know', async () => {
    const peer = createPeer()
    const live = open(peer)
    await becomes(live, SAVED)
    const heard: object[] = []
    live.onMessage((message) => heard.push(message))
    peer.say({ type: 'of tomorrow' })
    peer.say({ type: 'shown', section: 'living-map' })
    await vi.waitFor(() => expect(heard).toEqual([{ type: 'shown', section: 'living-map' }]))
  })

  it('[SYNC-51] knows everyone else by the identity the server stamped, and nobody without one', async () => {
    const peer = createPeer()
    const live = open(peer)
    await becomes(live, SAVED)
    peer.present(7, { person: 'sam', section: 'living-map' })
    peer.present(8, { section: 'living-map' })
    await vi.waitFor(() => expect(live.here()).toEqual([{ client: 7, person: 'sam', section: 'living-map' }]))
    peer.present(7, null)
    await vi.waitFor(() => expect(live.here()).toEqual([]))
  })

  it('[SYNC-52] says where it is, the newest word on each thing, and forgets nobody on the way', async () => {
    const peer = createPeer()
    const live = open(peer)
    await becomes(live, SAVED)
    live.say({ section: 'living-map' })
    live.say({ box: 'living-map.have' })
    await vi.waitFor(() =>
      expect(live.awareness.getLocalState()).toEqual({ section: 'living-map', box: 'living-map.have' }),
    )
  })
})
