import 'fake-indexeddb/auto'
import { openDB } from 'idb'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type * as Y from 'yjs'
import { type LivePlan, openLivePlan } from '../live-plan.ts'
import { createPeer, type Peer } from '../testing-peer.ts'
import { type Attached, attachCopy } from './attach.ts'
import { isCopyOn, mayHaveCopies, setCopyOn } from './copies-on.ts'
import type { Row } from './store.ts'
import { holdsWords, wipeAllBut, wipeDevice, wipePlan } from './wipe.ts'

const opened: LivePlan[] = []

beforeEach(async () => {
  await wipeDevice()
  localStorage.clear()
  vi.stubGlobal('fetch', async (path: string) => Response.json({ key: keyOf(path) }))
})
afterEach(() => {
  vi.restoreAllMocks()
  for (const live of opened.splice(0)) live.close()
  vi.unstubAllGlobals()
})

/** Another key for each person, plan and epoch, as the server gives them; here the address tells them apart. */
const keyOf = (path: string) => btoa(path.padEnd(32, '-').slice(-32)).replaceAll('+', '-').replaceAll('/', '_')

const words = (doc: Y.Doc, roots: readonly string[]) =>
  roots.map((root) => ({ root, title: root, words: doc.getText(root).toString() })).filter(({ words }) => words)

type Page = { readonly live: LivePlan; readonly type: (said: string) => void; readonly attached: Promise<Attached> }

/** A page of the plan, with its copy switched on. */
function open(peer: Peer, { epoch = 'e1', mayWrite = true, person = 'anna', attach = attachCopy } = {}): Page {
  setCopyOn('p', true)
  const live = openLivePlan({ plan: 'p', epoch, server: 'ws://test/plans', Socket: peer.Socket })
  opened.push(live)
  const attached = attach({ live, person, plan: 'p', epoch, mayWrite, words })
  attached.catch(() => {})
  return { live, attached, type: (said) => live.doc.getText('map.have').insert(0, said) }
}
/** So much later, without waiting for it. */
function inSeconds(seconds: number): void {
  const now = Date.now.bind(Date)
  vi.spyOn(Date, 'now').mockImplementation(() => now() + seconds * 1000)
}
async function rows(): Promise<Row[]> {
  const db = await openDB('withy')
  const all = db.objectStoreNames.contains('rows') ? await db.getAll('rows') : []
  db.close()
  return all
}
const becomes = (live: LivePlan, link: object) =>
  vi.waitFor(() => expect(live.link()).toMatchObject(link), { timeout: 4_000, interval: 10 })
const SAVED = { is: 'open', saved: 'saved' }
const isEmpty = () => vi.waitFor(async () => expect(await rows()).toEqual([]))

/** Types where there is no connection, until it lies on the device; then the page is gone, as when a phone ends it. */
async function typesAndDies(peer: Peer, said: string, page = open(peer)): Promise<void> {
  await page.attached
  await becomes(page.live, SAVED)
  peer.up = false
  peer.closeAll(1012)
  page.type(said)
  await vi.waitFor(async () => expect(await rows()).not.toEqual([]), { interval: 5 })
  page.live.close()
  peer.up = true
}

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

  it('[SYNC-106] are a draft, and not in the plan, after it was put back from a copy', async () => {
    const peer = createPeer()
    peer.doc.getText('map.have').insert(0, 'and a choir')
    const page = open(peer)
    await page.attached
    await becomes(page.live, SAVED)
    peer.up = false
    peer.closeAll(1012)
    page.type('An orchard ')
    // Long enough for all of the plan to be kept with them.
    inSeconds(3)
    await vi.waitFor(async () => expect((await rows()).map(({ kind }) => kind)).toEqual(['whole']))
    page.live.close()
    const restored = createPeer()
    restored.doc.getText('map.have').insert(0, 'as it was')
    const again = open(restored, { epoch: 'e2' })
    const { drafts } = await again.attached
    expect(drafts.map(({ draft }) => draft.boxes)).toEqual([
      [{ root: 'map.have', title: 'map.have', words: 'An orchard and a choir' }],
    ])
    await becomes(again.live, SAVED)
    expect(restored.doc.getText('map.have').toString()).toBe('as it was')
    const all = await rows()
    expect(all.map(({ copy, kind }) => [copy, kind])).toEqual([['anna/p/e2', 'draft']])
    again.live.close()
    expect((await open(restored, { epoch: 'e2' }).attached).drafts).toHaveLength(1)
  })

  it('[SYNC-106] can be read in another epoch also where all of the plan was not kept with them yet', async () => {
    const peer = createPeer()
    peer.doc.getText('map.have').insert(0, 'and a choir')
    await typesAndDies(peer, 'An orchard ')
    const { drafts } = await open(createPeer(), { epoch: 'e2' }).attached
    expect(drafts.flatMap(({ draft }) => draft.boxes.map(({ words }) => words))).toEqual(['An orchard'])
  })

  it('[SYNC-106] can be read there also where they are titles, dates and numbers; what cannot be read is counted', async () => {
    const gives = async (entries: Record<string, unknown>) => {
      const peer = createPeer()
      const page = open(peer)
      await becomes(page.live, SAVED)
      page.type('Saved before')
      const map = page.live.doc.getMap('plan.titles')
      const type = () =>
        page.live.doc.transact(() => {
          for (const [at, said] of Object.entries(entries)) map.set(at, said)
        })
      await typesAndDies(peer, '', { ...page, type })
      const { drafts, unreadable } = await open(createPeer(), { epoch: 'e2' }).attached
      return [drafts.flatMap(({ draft }) => draft.boxes.flatMap(({ words }) => words.split(/\s+/))), unreadable]
    }
    const said = { order: 'a0', map: 'Our map', when: '2026-12-01', scale: 7, ticked: true, lang: 'cy' }
    expect(await gives(said)).toEqual([['Our', 'map', '2026-12-01', '7'], 0])
    await wipeDevice()
    expect(await gives({ ticked: true })).toEqual([[], 1])
  })

  it('[SYNC-106] are a draft of somebody who may only read now', async () => {
    const peer = createPeer()
    await typesAndDies(peer, 'An orchard')
    const { drafts } = await open(peer, { mayWrite: false }).attached
    expect(drafts[0]?.draft.boxes.map(({ words }) => words)).toEqual(['An orchard'])
    expect(peer.doc.getText('map.have').toString()).toBe('')
  })

  it('[SYNC-106] which the server has refused are not sent to it again each time the plan is opened', async () => {
    const peer = createPeer()
    const page = open(peer)
    await page.attached
    await becomes(page.live, SAVED)
    peer.acks = 'held'
    page.type('An orchard')
    await vi.waitFor(async () => expect(await rows()).not.toEqual([]), { interval: 5 })
    inSeconds(1)
    peer.closeAll(4413)
    await becomes(page.live, { is: 'ended', why: 'too-large', kept: 'yes' })
    await vi.waitFor(async () => expect((await rows()).map(({ kind }) => kind)).toContain('refused'))
    page.live.close()
    const other = createPeer()
    const again = open(other)
    expect((await again.attached).drafts[0]?.draft.boxes[0]?.words).toBe('An orchard')
    expect(other.doc.getText('map.have').toString()).toBe('')
    expect((await rows()).map(({ kind }) => kind)).toEqual(['draft'])
  })

  it('[SYNC-106] which the server refuses before they lie on the device are marked there too', async () => {
    const peer = createPeer()
    const { live, type, attached } = open(peer)
    await attached
    await becomes(live, SAVED)
    peer.acks = 'held'
    type('An orchard')
    peer.closeAll(4413)
    const kinds = async () => (await rows()).map(({ kind }) => kind).sort()
    await vi.waitFor(async () => expect(await kinds()).toEqual(['change', 'refused']))
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

describe('what a device may not keep', () => {
  it('[ACCESS-81] goes when it is forgotten, and nothing tells that there ever was any', async () => {
    await typesAndDies(createPeer(), 'An orchard')
    expect(await holdsWords()).toBe(true)
    expect(await wipeDevice()).toEqual(['p'])
    expect(await rows()).toEqual([])
    expect([mayHaveCopies(), localStorage.length]).toEqual([false, 0])
  })

  it('[ACCESS-81] goes of one plan, and of everybody and everything else than the person and plans that are known', async () => {
    await typesAndDies(createPeer(), 'An orchard')
    expect(await wipeAllBut('anna', ['p', 'q'])).toEqual([])
    expect((await rows()).length).toBe(1)
    expect([await wipeAllBut('ben', ['p']), await rows()]).toEqual([[], []])
    await typesAndDies(createPeer(), 'An orchard')
    expect(await wipeAllBut('anna', ['q'])).toEqual(['p'])
    await typesAndDies(createPeer(), 'An orchard')
    expect(await wipePlan('p')).toEqual(['p'])
    expect([isCopyOn('p'), await rows()]).toEqual([false, []])
  })
})

describe('a store that does not work', () => {
  const full = () => {
    throw new DOMException('full', 'QuotaExceededError')
  }
  const broken = [
    ['cannot be opened', 'full', () => vi.stubGlobal('indexedDB', { open: full })],
    ['never answers', 'did not answer', () => vi.stubGlobal('indexedDB', { open: () => new IDBOpenDBRequest() })],
  ] as const
  it.each(broken)('[SYNC-104] that %s leaves the plan as it is, and the light honest', async (_, why, break_) => {
    vi.resetModules()
    const fresh = await import('./attach.ts')
    await (await import('../../text/language.ts')).openLanguage('en')
    break_()
    const peer = createPeer()
    const { live, type, attached } = open(peer, { attach: fresh.attachCopy })
    await becomes(live, SAVED)
    type('An orchard')
    await becomes(live, SAVED)
    await expect(attached).rejects.toThrow(why)
    peer.up = false
    peer.closeAll(1012)
    type('More ')
    expect(live.link()).toMatchObject({ is: 'lost', unsaved: true, kept: 'no' })
    peer.up = true
    await becomes(live, SAVED)
    expect(peer.doc.getText('map.have').toString()).toBe('More An orchard')
  })

  it('[SYNC-104] that is full says so, and keeps all there is once there is room again', async () => {
    const peer = createPeer()
    const { live, type, attached } = open(peer)
    const { copy } = await attached
    await becomes(live, SAVED)
    const keep = vi.spyOn(copy, 'keep').mockRejectedValue(new DOMException('full', 'QuotaExceededError'))
    peer.up = false
    peer.closeAll(1012)
    type('An orchard')
    await becomes(live, { is: 'lost', unsaved: true, kept: 'no' })
    keep.mockRestore()
    type('And ')
    inSeconds(6)
    await becomes(live, { kept: 'yes' })
    expect((await rows()).map(({ kind }) => kind)).toEqual(['whole'])
  })
})
