import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { OfflineError, reach, reachOnce } from './reach.ts'

const lost = () => Promise.reject(new TypeError('Failed to fetch'))

describe('reach', () => {
  beforeEach(() => void vi.useFakeTimers())
  afterEach(() => {
    vi.useRealTimers()
    vi.restoreAllMocks()
  })

  it('[SYNC-141] asks again after 300 ms, 1 s and 2.5 s where nothing answers, then no more', async () => {
    const ask = vi.fn(lost)
    const asked = reach(ask).catch((problem: unknown) => problem)
    for (const [after, times] of [
      [299, 1],
      [1, 2],
      [999, 2],
      [1, 3],
      [2_499, 3],
      [1, 4],
      [60_000, 4],
    ] as const) {
      await vi.advanceTimersByTimeAsync(after)
      expect(ask).toHaveBeenCalledTimes(times)
    }
    expect(await asked).toBeInstanceOf(OfflineError)
  })

  it('[SYNC-141] gives what comes the second time, and asks no third time', async () => {
    const ask = vi.fn(async () => 'words').mockImplementationOnce(lost)
    const asked = reach(ask)
    await vi.advanceTimersByTimeAsync(10_000)
    expect(await asked).toBe('words')
    expect(ask).toHaveBeenCalledTimes(2)
  })

  it('[SYNC-141] says at once that there is no connection where the browser knows that, and where it was stopped', async () => {
    const stop = new AbortController()
    stop.abort()
    const stopped = vi.fn(lost)
    await expect(reach(stopped, stop.signal)).rejects.toBeInstanceOf(OfflineError)
    expect(stopped).toHaveBeenCalledOnce()
    vi.spyOn(navigator, 'onLine', 'get').mockReturnValue(false)
    const away = vi.fn(lost)
    await expect(reach(away)).rejects.toBeInstanceOf(OfflineError)
    expect(away).toHaveBeenCalledOnce()
  })

  it('[SYNC-141] what must not be asked for twice is asked for once', async () => {
    const ask = vi.fn(lost)
    await expect(reachOnce(ask)).rejects.toBeInstanceOf(OfflineError)
    await vi.advanceTimersByTimeAsync(10_000)
    expect(ask).toHaveBeenCalledOnce()
  })
})
