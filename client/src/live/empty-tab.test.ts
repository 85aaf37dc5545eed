import { afterEach, expect, it, vi } from 'vitest'
import { emptyTab } from './empty-tab.ts'

afterEach(() => vi.unstubAllGlobals())

it('[A11Y-191] what a tab keeps goes where a browser blocks what the device keeps', () => {
  vi.stubGlobal('localStorage', {
    removeItem() {
      throw new DOMException('Blocked', 'SecurityError')
    },
  })
  sessionStorage.setItem('withy.begun', 'After ten')
  sessionStorage.setItem('other', 'stays')
  emptyTab()
  expect([sessionStorage.getItem('withy.begun'), sessionStorage.getItem('other')]).toEqual([null, 'stays'])
  sessionStorage.clear()
})
