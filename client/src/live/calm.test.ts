import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { CALM, createCalm } from './calm.ts'

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

it('[WORK-70] shows a change at once in a quiet room', () => {
  const seen: string[] = []
  createCalm().show('count', () => seen.push('1'))
  expect(seen).toEqual(['1'])
})

it('[WORK-70] brings what changes in many places to one moment, at most once a second, and loses none', async () => {
  const calm = createCalm()
  const moments = new Map<number, string[]>()
  const at = (what: string) => () => moments.set(Date.now(), [...(moments.get(Date.now()) ?? []), what])
  for (let i = 0; i < 47; i++) {
    calm.show('count', at(`count ${i}`))
    await vi.advanceTimersByTimeAsync(37)
    calm.show('words', at(`words ${i}`))
    await vi.advanceTimersByTimeAsync(63)
  }
  await vi.advanceTimersByTimeAsync(5_000)
  const times = [...moments.keys()]
  expect(times).toHaveLength(6)
  expect(Math.min(...times.slice(1).map((time, i) => time - (times[i] ?? 0)))).toBeGreaterThanOrEqual(CALM)
  expect([...moments.values()].at(-1)).toEqual(['count 46', 'words 46'])
})

it('[WORK-72] shows nothing that was forgotten while it waited', async () => {
  const calm = createCalm()
  const seen: string[] = []
  calm.show('count', () => seen.push('1'))
  calm.show('count', () => seen.push('2'))
  calm.show('words', () => seen.push('words'))
  calm.forget('count')
  await vi.advanceTimersByTimeAsync(5_000)
  expect(seen).toEqual(['1', 'words'])
})

it('[WORK-70] counts the second from when a change was drawn, where that came late', async () => {
  const late = 120
  vi.stubGlobal('requestAnimationFrame', (drawn: () => void) => setTimeout(drawn, late))
  const calm = createCalm()
  const seen: number[] = []
  const began = Date.now()
  calm.show('count', () => seen.push(Date.now() - began))
  await vi.advanceTimersByTimeAsync(late / 2)
  calm.show('count', () => seen.push(Date.now() - began))
  await vi.advanceTimersByTimeAsync(5_000)
  expect(seen).toEqual([0, late + CALM])
})
