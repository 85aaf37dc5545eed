import { afterEach, expect, it, vi } from 'vitest'
import { type LivePlan, openLivePlan } from './live-plan.ts'
import { createPeer } from './testing-peer.ts'

// Before y-websocket is loaded: it keeps the Date.now of that moment.
vi.hoisted(() => vi.useFakeTimers())

let live: LivePlan
afterEach(() => live.close())

const SAVED = { is: 'open', saved: 'saved' }
const wait = (ms: number) => vi.advanceTimersByTimeAsync(ms)
/** The device sleeps: time goes by, and nothing on the page runs. */
const sleep = (ms: number) => vi.setSystemTime(Date.now() + ms)
const type = (words: string) => live.doc.getText('map.have').insert(0, words)

/** A plan that is open and saved, on a socket that has died without a word. */
async function onDeadSocket() {
  const peer = createPeer()
  live = openLivePlan({ plan: 'p', epoch: 'e1', server: 'ws://test/plans', Socket: peer.Socket })
  await wait(600)
  expect(live.link()).toEqual(SAVED)
  peer.halfOpen()
  const read = () => peer.doc.getText('map.have').toString()
  return { peer, read }
}

it('[SYNC-84] after a sleep a dead socket is given up within 2 s, and what was typed goes over once', async () => {
  for (const words of ['', 'typed before the lid closed']) {
    const { peer, read } = await onDeadSocket()
    type(words)
    sleep(180_000)
    await wait(2_000)
    expect(live.link()).toEqual(SAVED)
    expect(read()).toBe(words)
    expect(peer.addresses).toHaveLength(2)
    live.close()
  }
})

it('[SYNC-84] after a sleep a socket that lives is kept', async () => {
  const peer = createPeer()
  live = openLivePlan({ plan: 'p', epoch: 'e1', server: 'ws://test/plans', Socket: peer.Socket })
  await wait(600)
  sleep(25_000)
  await wait(2_000)
  expect(live.link()).toEqual(SAVED)
  expect(peer.addresses).toHaveLength(1)
})

const EVENTS: readonly (readonly [name: string, on: () => EventTarget])[] = [
  ['online', () => window],
  ['offline', () => window],
  ['pageshow', () => window],
  ['resume', () => document],
  ['visibilitychange', () => document],
  ['change', () => (navigator as unknown as { connection: EventTarget }).connection],
]
it.each(EVENTS)(
  '[SYNC-84] where the network or the page changes (%s) a dead socket is given up in 5 s',
  async (name, on) => {
    Object.defineProperty(navigator, 'connection', { value: new EventTarget(), configurable: true })
    const { peer } = await onDeadSocket()
    on().dispatchEvent(new Event(name))
    await wait(3_000)
    expect(peer.addresses).toHaveLength(1)
    await wait(2_000)
    expect(peer.addresses).toHaveLength(2)
    expect(live.link()).toEqual(SAVED)
  },
)

it('[SYNC-84] when the network is back a plan is opened again within half a second, not all in one moment', async () => {
  const waits = []
  for (let i = 0; i < 6; i++) {
    const { peer } = await onDeadSocket()
    peer.up = false
    window.dispatchEvent(new Event('offline'))
    await wait(20_000)
    peer.up = true
    const tries = peer.addresses.length
    window.dispatchEvent(new Event('online'))
    let waited = 0
    for (; peer.addresses.length === tries; waited += 10) await wait(10)
    waits.push(waited)
    live.close()
  }
  expect(Math.max(...waits)).toBeLessThanOrEqual(510)
  expect(new Set(waits).size).toBeGreaterThan(1)
})

it('[SYNC-84] when the network is back a try that began without it, and hangs, is begun anew', async () => {
  const tries: object[] = []
  class Hanging {
    readyState = 0
    constructor() {
      tries.push(this)
    }
    close() {}
  }
  const Socket = Hanging as unknown as typeof WebSocket
  live = openLivePlan({ plan: 'p', epoch: 'e1', server: 'ws://test/plans', Socket })
  await wait(600)
  window.dispatchEvent(new Event('online'))
  await wait(510)
  expect(tries).toHaveLength(2)
})

it('[SYNC-85] words without an answer for 5 s make a silent socket doubtful: they are over within 10 s', async () => {
  const { peer, read } = await onDeadSocket()
  type('typed into nothing')
  await wait(5_600)
  expect(live.link()).toEqual({ is: 'open', saved: 'not-saved', kept: 'no' })
  await wait(4_400)
  expect(read()).toBe('typed into nothing')
  expect(live.link()).toEqual(SAVED)
  expect(peer.addresses).toHaveLength(2)
})

it('[SYNC-85] a slow line that carries something large, and has not yet brought an answer, is left alone', async () => {
  const { peer } = await onDeadSocket()
  type('x'.repeat(200_000))
  await wait(20_000)
  expect(peer.addresses).toHaveLength(1)
  expect(live.sending()?.part).toBe(1)
})
