import { describe, expect, it } from 'vitest'
import { until } from '../testing/until.ts'
import { createKeep, type Gathered, type Keep } from './keep.ts'

const news = { runs: [], deletes: new Map() }

/** A log whose commits the test lets happen, one by one. */
function setUp(ending: () => void = () => {}) {
  const batches: Gathered[] = []
  const open: { commit(): void; fail(): void }[] = []
  const events: string[] = []
  const keep: Keep = createKeep({
    waits: () => void setImmediate(() => keep.commit()),
    append: (batch) => {
      batches.push(batch)
      return new Promise((resolve, reject) =>
        open.push({ commit: resolve, fail: () => reject(new Error('disk full')) }),
      )
    },
    seq: 10,
    starting: () => {},
    committed() {
      events.push('committed')
      ending()
    },
    failed: () => events.push('failed'),
  })
  const put = (word: string) =>
    keep.put({
      change: {
        person: 'anna',
        connection: 'socket',
        at: 0,
        bytes: new TextEncoder().encode(word),
        news,
        saidFor: null,
      },
      kept: () => void events.push(word),
    })
  const nextCommit = () => until(() => open.shift() ?? expect.unreachable('no commit under way'))
  return { keep, put, batches, events, nextCommit }
}

const wordsIn = ({ entries }: Gathered) => entries.map(({ seq, bytes }) => `${seq} ${new TextDecoder().decode(bytes)}`)
const afterTurns = async (turns: number) => {
  for (let i = 0; i < turns; i++) await Promise.resolve()
}
const drained = (keep: Keep) => keep.drained()

describe('group commit', () => {
  it('[STORE-1] stores in one transaction what gathered while the last was under way, in order', async () => {
    const { keep, put, batches, events, nextCommit } = setUp()
    put('a')
    const first = await nextCommit()
    put('b')
    put('c')
    keep.put({ claims: [{ client: 1, person: 'ben' }], kept: () => events.push('claimed') })
    expect(batches.map(wordsIn)).toEqual([['11 a']])
    first.commit()
    const second = await nextCommit()
    expect(batches.map(wordsIn)).toEqual([['11 a'], ['12 b', '13 c']])
    expect(batches[1]?.claims).toEqual([{ client: 1, person: 'ben' }])
    second.commit()
    await drained(keep)
    expect(events).toEqual(['a', 'committed', 'b', 'c', 'claimed', 'committed'])
  })

  it('[SYNC-1] tells nobody before the commit has returned', async () => {
    const { put, events, nextCommit, keep } = setUp()
    put('a')
    const commit = await nextCommit()
    expect(events).toEqual([])
    commit.commit()
    await drained(keep)
    expect(events).toContain('a')
  })

  it('[STORE-1] needs no commit for what only has to come after others', async () => {
    const { keep, put, batches, events, nextCommit } = setUp()
    put('a')
    const commit = await nextCommit()
    keep.put({ kept: () => events.push('after') })
    commit.commit()
    await drained(keep)
    expect(batches).toHaveLength(1)
    expect(events.indexOf('after')).toBeGreaterThan(events.indexOf('a'))
  })

  it('[STORE-1] leaves nothing behind that comes while a commit ends', async () => {
    for (const turns of [0, 1, 2, 3]) {
      const { keep, put, events, nextCommit } = setUp(
        () => void afterTurns(turns).then(() => events.length < 3 && put('late')),
      )
      put('a')
      ;(await nextCommit()).commit()
      ;(await nextCommit()).commit()
      await drained(keep)
      expect(events, `${turns} turns`).toEqual(['a', 'committed', 'late', 'committed'])
      expect(keep.isIdle()).toBe(true)
    }
  })

  it('[STORE-1] keeps who waits for what came so far until that is on disk, and what comes later gathers as ever', async () => {
    const { keep, put, events, nextCommit } = setUp()
    put('a')
    const first = await nextCommit()
    put('b')
    let isDrained = false
    const both = keep.drained().then(() => {
      isDrained = true
    })
    first.commit()
    const second = await nextCommit()
    expect(isDrained).toBe(false)
    expect(events).toEqual(['a', 'committed'])
    put('c')
    second.commit()
    await both
    expect(events).toEqual(['a', 'committed', 'b', 'committed'])
    expect(keep.waiting()).toBe(1)
    ;(await nextCommit()).commit()
    await drained(keep)
    expect(events).toContain('c')
  })

  it('[SYNC-3] once stopped keeps nothing more, and how the commit under way ends is nobody’s matter', async () => {
    for (const how of ['commit', 'fail'] as const) {
      const { keep, put, batches, events, nextCommit } = setUp()
      put('a')
      const commit = await nextCommit()
      put('b')
      const waiting = drained(keep)
      keep.stop()
      put('c')
      commit[how]()
      await waiting
      await new Promise(setImmediate)
      expect(events, how).toEqual([])
      expect(batches, how).toHaveLength(1)
      expect(keep.isIdle(), how).toBe(true)
    }
  })

  it('[SYNC-3] stops for good at the first failed commit: nothing of it or after it is ever kept', async () => {
    const { keep, put, batches, events, nextCommit } = setUp()
    put('a')
    const commit = await nextCommit()
    put('b')
    commit.fail()
    await drained(keep)
    put('c')
    await drained(keep)
    expect(events).toEqual(['failed'])
    expect(batches).toHaveLength(1)
  })

  it('[SYNC-3] stops when what is stored cannot be taken further', async () => {
    const { keep, events, nextCommit } = setUp()
    keep.put({
      claims: [{ client: 1, person: 'ben' }],
      kept: () => {
        throw new Error('not applied')
      },
    })
    ;(await nextCommit()).commit()
    await drained(keep)
    expect(events).toEqual(['failed'])
  })
})
