import { act, renderHook } from '@testing-library/react'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { RefusedError } from '../../api/send.ts'
import { useKeptWords } from './use-kept-words.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => {
  vi.useRealTimers()
  sessionStorage.clear()
})

const later = (ms: number) => act(() => vi.advanceTimersByTimeAsync(ms))

/** A field of notes; `tell` says what the server has now, `sent` is what went there. */
function field(server: string, shelf?: string) {
  const sent: string[][] = []
  const answer: { refuses: Error | null } = { refuses: null }
  const save = async (words: string, was: string) => {
    sent.push([was, words])
    if (answer.refuses) throw answer.refuses
  }
  const { result, rerender } = renderHook(
    ({ server }) => useKeptWords({ server, save, cut: (words) => words.slice(-8), ...(shelf && { shelf }) }),
    { initialProps: { server } },
  )
  return {
    ...{ sent, answer },
    now: () => result.current,
    tell: (server: string) => rerender({ server }),
    write: (words: string) => act(() => result.current.write(words)),
    press: (what: 'keepMine' | 'takeTheirs') => act(() => result.current[what]()),
  }
}

describe('words that are kept as they are typed', () => {
  it('[WORK-175] are those written elsewhere, where nothing is written here', () => {
    const { tell, now } = field('one')
    tell('two')
    expect(now()).toMatchObject({ words: 'two', theirs: null, kept: 'kept' })
  })

  it('[WORK-175] stand beside those that were written elsewhere meanwhile, and go when that was decided', async () => {
    const { tell, now, write, sent, press } = field('one')
    write('mine')
    tell('two')
    await later(5_000)
    expect(now()).toMatchObject({ words: 'mine', theirs: 'two' })
    expect(sent).toEqual([])
    press('keepMine')
    await later(0)
    expect(sent).toEqual([['two', 'mine']])
    expect(now()).toMatchObject({ theirs: null, kept: 'kept' })
    write('mine 2')
    tell('three')
    press('takeTheirs')
    await later(5_000)
    expect(now()).toMatchObject({ words: 'three', theirs: null, kept: 'kept' })
    expect(sent).toHaveLength(1)
  })

  it('[WORK-175] do not go over others of which only the server knows', async () => {
    const { tell, now, write, sent, answer } = field('one')
    answer.refuses = new RefusedError({ refused: 'written-meanwhile', sentence: 'Look first.' })
    write('mine')
    await later(900)
    expect(sent).toEqual([['one', 'mine']])
    expect(now().kept).toBe('waiting')
    tell('two')
    await later(9_000)
    expect(now()).toMatchObject({ words: 'mine', theirs: 'two' })
    expect(sent).toHaveLength(1)
  })

  it('[WORK-175] are not asked about where what comes back, late or cut, is one’s own', async () => {
    const { tell, now, write, sent } = field('')
    write('one two three ')
    await later(900)
    write('one two three four')
    tell('o three')
    expect(now()).toMatchObject({ words: 'one two three four', theirs: null })
    await later(900)
    expect(sent.map(([was]) => was)).toEqual(['', 'o three'])
    tell('ree four')
    tell('o three')
    expect(now()).toMatchObject({ words: 'one two three four', theirs: null })
  })

  it('[WORK-175] that lay on the shelf do not go over newer ones', async () => {
    const before = field('one', 'withy.notes.w')
    before.answer.refuses = new TypeError('no network')
    before.write('mine')
    await later(900)
    const next = field('two', 'withy.notes.w')
    await later(5_000)
    expect(next.now()).toMatchObject({ words: 'mine', theirs: 'two' })
    expect(next.sent).toEqual([])
  })
})
