import { afterEach, expect, it, vi } from 'vitest'
import { HEARD } from './announcements.ts'
import { chooseTold, silent } from './told.ts'

afterEach(() => {
  vi.restoreAllMocks()
  chooseTold({ quiet: false, not: [] })
  localStorage.clear()
})

const next = async () => {
  vi.resetModules()
  return (await import('./told.ts')).toldChoice()
}

it('[SYNC-154] @D5 what is told is kept on this device, as far as the next page knows it', async () => {
  chooseTold({ quiet: true, not: ['comments'] })
  expect(await next()).toEqual({ quiet: true, not: ['comments'] })
  localStorage.setItem('withy.told', JSON.stringify({ quiet: 'yes', not: ['comments', 'weather'] }))
  expect(await next()).toEqual({ quiet: false, not: ['comments'] })
  localStorage.setItem('withy.told', 'null')
  expect(await next()).toEqual({ quiet: false, not: [] })
})

it('[SYNC-154] where storage is blocked it holds until the page closes', () => {
  vi.spyOn(Storage.prototype, 'setItem').mockImplementation(() => {
    throw new DOMException('blocked', 'SecurityError')
  })
  chooseTold({ quiet: false, not: ['people'] })
  expect(silent(false)).toEqual(['people'])
})

it('[SYNC-154] @D5 Quiet and calm mode silence all of it', () => {
  expect(silent(false)).toEqual([])
  expect(silent(true)).toEqual(HEARD)
  chooseTold({ quiet: true, not: [] })
  expect(silent(false)).toEqual(HEARD)
})
