import { afterEach, expect, it, vi } from 'vitest'
import { emptyTab } from './empty-tab.ts'
import { createTabShelf } from './tab-shelf.ts'

afterEach(() => vi.restoreAllMocks())

const isWords = (said: unknown): said is string => typeof said === 'string'

it('[WORK-137] words begun on a tab are in no page and no storage of it once the device has forgotten who used it', () => {
  const shelf = createTabShelf('test', isWords)
  const heard = vi.fn()
  shelf.onChange(heard)
  shelf.put('w', 'idea', 'For nobody else')
  sessionStorage.setItem('withy.notes.w', 'Nor this')
  sessionStorage.setItem('of something else', 'stays')
  expect(createTabShelf('test', isWords).all('w')).toEqual({ idea: 'For nobody else' })
  heard.mockClear()
  emptyTab()
  expect(shelf.all('w')).toEqual({})
  expect(heard).toHaveBeenCalled()
  expect(Object.values({ ...sessionStorage })).toEqual(['stays'])
  sessionStorage.clear()
})

it('[WORK-137] where storage is blocked a tab forgets what it holds all the same', () => {
  vi.spyOn(Storage.prototype, 'setItem').mockImplementation(() => {
    throw new Error('blocked')
  })
  const shelf = createTabShelf('blocked', isWords)
  shelf.put('w', 'idea', 'For nobody else')
  expect(shelf.all('w')).toEqual({ idea: 'For nobody else' })
  emptyTab()
  expect(shelf.all('w')).toEqual({})
})
