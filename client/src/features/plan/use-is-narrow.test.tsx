import { act, renderHook } from '@testing-library/react'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { useIsNarrow } from './use-is-narrow.ts'

/** A window of so many px, in which `em` is what the browser is set to and no letters of ours. */
const windowOf = (px: number) =>
  vi.stubGlobal('matchMedia', (query: string) =>
    Object.assign(new EventTarget(), { matches: px <= Number(/max-width: ([\d.]+)em/.exec(query)?.[1]) * 16 }),
  )

afterEach(() => {
  vi.unstubAllGlobals()
  delete document.documentElement.dataset.size
})

describe('whether there is room for one column only', () => {
  it('[A11Y-261] a laptop has one column as soon as letters are made twice as large, and two again after', async () => {
    windowOf(1280)
    const { result } = renderHook(useIsNarrow)
    const chosen = async (size: string | undefined) => {
      await act(async () => {
        if (size === undefined) delete document.documentElement.dataset.size
        else document.documentElement.dataset.size = size
      })
      return result.current
    }
    expect(await chosen('175')).toBe(false)
    expect(await chosen('200')).toBe(true)
    expect(await chosen('300')).toBe(true)
    expect(await chosen(undefined)).toBe(false)
  })

  it('[A11Y-261] a wall has room for two with the largest letters, a phone for one with any', () => {
    document.documentElement.dataset.size = '300'
    windowOf(2560)
    expect(renderHook(useIsNarrow).result.current).toBe(false)
    delete document.documentElement.dataset.size
    windowOf(360)
    expect(renderHook(useIsNarrow).result.current).toBe(true)
  })
})
