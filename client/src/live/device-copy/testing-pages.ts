import 'fake-indexeddb/auto'
import { openDB } from 'idb'
import { afterEach, beforeEach, expect, vi } from 'vitest'
import type * as Y from 'yjs'
import { type LivePlan, openLivePlan } from '../live-plan.ts'
import type { Peer } from '../testing-peer.ts'
import { type Attached, attachCopy } from './attach.ts'
import { setCopyOn } from './copies-on.ts'
import type { Row } from './store.ts'
import { wipeDevice } from './wipe.ts'

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
export function open(peer: Peer, { epoch = 'e1', mayWrite = true, person = 'anna', attach = attachCopy } = {}): Page {
  setCopyOn('p', true)
  const live = openLivePlan({ plan: 'p', epoch, server: 'ws://test/plans', Socket: peer.Socket })
  opened.push(live)
  const attached = attach({ live, person, plan: 'p', epoch, mayWrite, words })
  attached.catch(() => {})
  return { live, attached, type: (said) => live.doc.getText('map.have').insert(0, said) }
}
/** So much later, without waiting for it. */
export function inSeconds(seconds: number): void {
  const now = Date.now.bind(Date)
  vi.spyOn(Date, 'now').mockImplementation(() => now() + seconds * 1000)
}
export async function rows(): Promise<Row[]> {
  const db = await openDB('withy')
  const all = db.objectStoreNames.contains('rows') ? await db.getAll('rows') : []
  db.close()
  return all
}
export const becomes = (live: LivePlan, link: object) =>
  vi.waitFor(() => expect(live.link()).toMatchObject(link), { timeout: 4_000, interval: 10 })
export const SAVED = { is: 'open', saved: 'saved' }
export const isEmpty = () => vi.waitFor(async () => expect(await rows()).toEqual([]))

/** Types where there is no connection, until it lies on the device; then the page is gone, as when a phone ends it. */
export async function typesAndDies(peer: Peer, said: string, page = open(peer)): Promise<void> {
  await page.attached
  await becomes(page.live, SAVED)
  peer.up = false
  peer.closeAll(1012)
  page.type(said)
  await vi.waitFor(async () => expect(await rows()).not.toEqual([]), { interval: 5 })
  page.live.close()
  peer.up = true
}
