import { afterEach, expect, it, vi } from 'vitest'
import { tellOtherTabs, whenForgotten } from './forgotten.ts'

afterEach(() => localStorage.clear())

it('[ACCESS-24] other tabs of a device that was forgotten are opened again, and nothing else opens them again', () => {
  const openAgain = vi.fn()
  const stop = whenForgotten(openAgain)
  // What a browser tells every other tab when one of them stores something.
  const stored = () =>
    Object.keys(localStorage).forEach(
      (key) => void window.dispatchEvent(new StorageEvent('storage', { key, newValue: localStorage.getItem(key) })),
    )
  localStorage.setItem('withy.name', 'Sam')
  stored()
  expect(openAgain).not.toHaveBeenCalled()
  localStorage.clear()
  tellOtherTabs()
  stored()
  expect(openAgain).toHaveBeenCalledTimes(1)
  stop()
  stored()
  expect(openAgain).toHaveBeenCalledTimes(1)
})
