import { expect, it, vi } from 'vitest'
import { tellOtherTabs, whenForgotten } from './forgotten.ts'

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
