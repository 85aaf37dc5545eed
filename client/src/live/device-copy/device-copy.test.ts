import { openDB } from 'idb'
import { describe, expect, it, vi } from 'vitest'
import { createPeer } from '../testing-peer.ts'
import { setCopyOn } from './copies-on.ts'
import type { Row } from './store.ts'
import { becomes, inSeconds, isEmpty, open, rows, SAVED, typesAndDies } from './testing-pages.ts'

describe('words that are not saved, on the device', () => {
  it('[SYNC-101] are kept while there is no connection, locked, and go when they are saved', async () => {
    const peer = createPeer()
    const { live, type, attached } = open(peer)
    await attached
    await becomes(live, SAVED)
    expect(await rows()).toEqual([])
    peer.up = false
    peer.closeAll(1012)
    type('the secret orchard')
    expect(live.link()).toMatchObject({ is: 'lost', unsaved: true, kept: 'soon' })
    await vi.waitFor(async () => expect(await rows()).not.toEqual([]), { interval: 5 })
    inSeconds(1)
    await becomes(live, { is: 'lost', kept: 'yes' })
    const all = await rows()
    expect(all.map(({ copy }) => copy)).toEqual(['anna/p/e1'])
    for (const { bytes } of all) expect(new TextDecoder().decode(bytes)).not.toContain('orchard')
    peer.up = true
    await becomes(live, SAVED)
    await isEmpty()
  })

  it('[SYNC-101] never touch the device where the server acks soon', async () => {
    const peer = createPeer()
    const { live, type, attached } = open(peer)
    const keep = vi.spyOn((await attached).copy, 'keep')
    await becomes(live, SAVED)
    peer.acks = 'held'
    type('quick')
    await new Promise((later) => setTimeout(later, 40))
    peer.ackNow()
    await becomes(live, SAVED)
    await new Promise((later) => setTimeout(later, 300))
    expect(keep).not.toHaveBeenCalled()
    type('slow')
    await vi.waitFor(() => expect(keep).toHaveBeenCalledOnce())
    // Until it lies there: the next test begins with an empty device.
    await vi.waitFor(async () => expect(await rows()).not.toEqual([]))
  })

  it('[SYNC-101] go when they are acked, also where the page goes at once', async () => {
    const peer = createPeer()
    const { live, type, attached } = open(peer)
    await attached
    await becomes(live, SAVED)
    peer.acks = 'held'
    type('An orchard')
    await vi.waitFor(async () => expect(await rows()).not.toEqual([]), { interval: 5 })
    type('More ')
    peer.ackNow()
    await becomes(live, SAVED)
    live.close()
    await isEmpty()
  })

  it('[SYNC-105] come back when the page is gone, once, and go from the device when they are acked', async () => {
    const peer = createPeer()
    peer.doc.getText('map.have').insert(0, 'and a choir')
    await typesAndDies(peer, 'An orchard ')
    expect(peer.doc.getText('map.have').toString()).toBe('and a choir')
    const again = open(peer)
    expect((await again.attached).drafts).toEqual([])
    await vi.waitFor(() => expect(peer.doc.getText('map.have').toString()).toBe('An orchard and a choir'))
    await becomes(again.live, SAVED)
    await isEmpty()
    await open(peer).attached
    expect(peer.doc.getText('map.have').toString()).toBe('An orchard and a choir')
  })

  it('[SYNC-105] are not lost while they go over a second time', async () => {
    const peer = createPeer()
    await typesAndDies(peer, 'An orchard')
    peer.acks = 'held'
    const again = open(peer)
    await vi.waitFor(() => expect(peer.received.at(-1)).toEqual([1]))
    peer.ackNow()
    await again.attached
    await vi.waitFor(() => expect(peer.doc.getText('map.have').toString()).toBe('An orchard'))
    expect((await rows()).length).toBeGreaterThan(0)
    peer.ackNow()
    await becomes(again.live, SAVED)
    await isEmpty()
  })

  it('[SYNC-109] that are damaged are counted and taken away, and the rest comes back', async () => {
    const peer = createPeer()
    await typesAndDies(peer, 'An orchard')
    const db = await openDB('withy')
    const [row] = (await db.getAll('rows')) as Row[]
    await db.put('rows', { ...row, n: 99, iv: new Uint8Array(12), bytes: new ArrayBuffer(40) })
    db.close()
    expect((await open(peer).attached).unreadable).toBe(1)
    await vi.waitFor(() => expect(peer.doc.getText('map.have').toString()).toBe('An orchard'))
    await isEmpty()
  })

  it('[ACCESS-80] cannot be read with another key', async () => {
    await typesAndDies(createPeer(), 'An orchard')
    vi.stubGlobal('fetch', async () => Response.json({ key: btoa('x'.repeat(32)) }))
    const { drafts, unreadable } = await open(createPeer()).attached
    expect([drafts, unreadable]).toEqual([[], 1])
  })

  it('[ACCESS-80] cannot be passed off as what another page kept', async () => {
    const peer = createPeer()
    await typesAndDies(peer, 'An orchard')
    const db = await openDB('withy')
    const [row] = (await db.getAll('rows')) as Row[]
    await db.put('rows', { ...row, tab: 'another' })
    db.close()
    expect((await open(peer).attached).unreadable).toBe(1)
  })
})

describe('a copy that is being opened', () => {
  it('[SYNC-100] keeps nothing where another tab has switched it off meanwhile', async () => {
    const { live, attached } = open(createPeer())
    setCopyOn('p', false)
    await expect(attached).rejects.toThrow('switched off')
    expect(live.keeper.shelf()).toBeNull()
  })

  it('[SYNC-104] does not wait for a plan that is closed before it has arrived', async () => {
    const peer = createPeer()
    peer.up = false
    const { live, attached } = open(peer)
    await vi.waitFor(() => expect(live.keeper.shelf()).not.toBeNull())
    live.close()
    expect((await attached).drafts).toEqual([])
  })
})
