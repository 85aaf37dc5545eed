import { expect, it, vi } from 'vitest'
import { isCopyOn, mayHaveCopies, setCopyOn } from '../../live/device-copy/copies-on.ts'
import { type KeptPlan, leavePlan, takeBack } from '../../live/kept-plans.ts'
import { openLivePlan } from '../../live/live-plan.ts'
import { createTabShelf } from '../../live/tab-shelf.ts'
import { createPeer } from '../../live/testing-peer.ts'
import { readyToForget, tellOtherTabs, whenForgotten } from './forgotten.ts'

/** What a browser tells every other tab when one of them stores something. */
const stored = (key: string, newValue: string | null) =>
  window.dispatchEvent(new StorageEvent('storage', { key, newValue }))

it('[ACCESS-24] other tabs of a device that was forgotten are opened again, once, and nothing of it stays stored', () => {
  const openAgain = vi.fn()
  const stop = whenForgotten(openAgain)
  stored('withy.name', 'Sam')
  expect(openAgain).not.toHaveBeenCalled()
  const set = vi.spyOn(Storage.prototype, 'setItem')
  tellOtherTabs()
  const [key = '', value = ''] = set.mock.calls[0] ?? []
  expect(localStorage.length).toBe(0)
  stored(key, value)
  stored(key, null)
  expect(openAgain).toHaveBeenCalledTimes(1)
  stop()
  stored(key, value)
  expect(openAgain).toHaveBeenCalledTimes(1)
})

it('[ACCESS-81] words that were left on this page are shown to nobody after it forgot, and go nowhere', async () => {
  const peer = createPeer()
  peer.acks = 'held'
  const live = openLivePlan({ plan: 'p', epoch: 'e1', server: 'ws://test/plans', Socket: peer.Socket })
  await vi.waitFor(() => expect(live.link().is).toBe('open'))
  live.doc.getText('map.have').insert(0, 'For nobody else')
  const left = { live, facts: { id: 'p' } } as KeptPlan
  leavePlan(left)
  expect(peer.connected()).toBe(1)
  await (await readyToForget())()
  expect(peer.connected()).toBe(0)
  expect(takeBack('p')).toEqual([])
  const closing = new Event('beforeunload', { cancelable: true })
  window.dispatchEvent(closing)
  expect(closing.defaultPrevented).toBe(false)
})

it('[ACCESS-81] what it takes to empty the device cannot be had: it forgets all the same, and the next visit empties it', async () => {
  vi.doMock('../../live/device-copy/wipe.ts', () => Promise.reject(new TypeError('no network')))
  setCopyOn('p', true)
  await (await readyToForget())()
  expect([isCopyOn('p'), mayHaveCopies()]).toEqual([false, true])
  vi.doUnmock('../../live/device-copy/wipe.ts')
  localStorage.clear()
})

it('[WORK-137] what was begun in a workshop goes too, in this tab and in the others', async () => {
  const shelf = createTabShelf('begun', (said) => typeof said === 'string')
  shelf.put('w', 'idea', 'For nobody else')
  await (await readyToForget())()
  expect([shelf.all('w'), sessionStorage.length]).toEqual([{}, 0])
  shelf.put('w', 'idea', 'Begun in another tab')
  const stop = whenForgotten(() => {})
  stored('withy.forgotten', 'yes')
  expect([shelf.all('w'), sessionStorage.length]).toEqual([{}, 0])
  stop()
})
