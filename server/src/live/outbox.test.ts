import { readAck } from '@withy/shared/protocol'
import * as decoding from 'lib0/decoding'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { createKeep } from './keep.ts'
import { createOutbox, type Outbox } from './outbox.ts'
import { createSeat, type Seat } from './seat.ts'

const limits = { shareMs: 50, sharePerSeatMs: 2.5, presenceMs: 50 }

/** A hall of people who have asked for the plan, what each write to each of them held, and when commits began. */
function hall(people: number, commitMs = 0) {
  const wrote = new Map<Seat, string[][]>()
  const inOrder: string[] = []
  const seats = new Map<string, Seat>()
  for (let i = 0; i < people; i++) {
    const seat = createSeat(
      {
        id: `s${i}`,
        person: `p${i}`,
        session: '',
        acks: true,
        send({ frames }) {
          wrote.get(seat)?.push(frames.map(inWords))
          inOrder.push(`s${i}: ${frames.map(inWords)}`)
        },
        answer: () => expect.unreachable(),
        close: () => expect.unreachable(),
      },
      'contributor',
    )
    seat.hasAsked = true
    seats.set(seat.socket.id, seat)
    wrote.set(seat, [])
  }
  const moves: string[] = []
  const acked: number[] = []
  const commits: number[] = []
  const outbox: Outbox = createOutbox({
    epoch: 'e',
    seats,
    presence: () => (moves.length > 0 ? frame(moves.splice(0).join('+')) : null),
    commit: () => keep.commit(),
    measures: { ended: () => expect.unreachable(), acked: (seconds) => void acked.push(seconds) },
    limits,
  })
  const keep = createKeep({
    async append({ entries }) {
      commits.push(entries.length)
      if (commitMs > 0) await new Promise((resolve) => setTimeout(resolve, commitMs))
    },
    seq: 0,
    waits: outbox.waits,
    starting: () => undefined,
    committed: () => outbox.committed(0),
    failed: (problem) => expect.unreachable(String(problem)),
  })
  const all = [...seats.values()]
  const got = (at: number) => wrote.get(all[at] as Seat)
  return {
    acked,
    commits,
    inOrder,
    moves,
    answered: outbox.answered,
    all: all as [Seat, Seat, ...Seat[]],
    got,
    moved(who: string) {
      moves.push(who)
      outbox.moved()
    },
    writes(at: number, words: string, count: number) {
      const cameAt = performance.now()
      const seat = all[at] as Seat
      keep.put({
        change: { person: 'p', connection: 'c', at: 0, bytes: frame(words), news, saidFor: null },
        kept() {
          outbox.change(seat, frame(words), cameAt)
          outbox.ack(seat, count)
        },
      })
    },
  }
}

const news = { runs: [], deletes: new Map() }
const after = (ms: number) => vi.advanceTimersByTimeAsync(ms)
const frame = (words: string) => new TextEncoder().encode(`-${words}`)
const inWords = (bytes: Uint8Array) => {
  const decoder = decoding.createDecoder(bytes)
  return decoding.readVarUint(decoder) === 100
    ? `ack ${readAck(decoder).count}`
    : new TextDecoder().decode(bytes.slice(1))
}

describe('what goes out to a room', () => {
  beforeEach(() => void vi.useFakeTimers())
  afterEach(() => void vi.useRealTimers())

  it('[SYNC-110] goes at once in a quiet room: the words to the others, the ack to who wrote them', async () => {
    const { writes, got } = hall(3)
    writes(0, 'a', 1)
    await after(0)
    expect([got(0), got(1), got(2)]).toEqual([[['ack 1']], [['a']], [['a']]])
  })

  it('[SYNC-110] gathers in one commit and one write what comes close together, the longer the more people there are, and no longer than 50 ms', async () => {
    const { writes, got, commits } = hall(200)
    writes(0, 'a', 1)
    await after(10)
    writes(0, 'b', 2)
    await after(10)
    writes(1, 'c', 1)
    await after(29)
    expect(got(2)).toEqual([['a']])
    await after(1)
    expect(got(2)).toEqual([['a'], ['b', 'c']])
    expect(commits).toEqual([1, 2])
    const two = hall(2)
    two.writes(0, 'a', 1)
    await after(0)
    two.writes(0, 'b', 2)
    await after(5)
    expect(two.got(1)).toEqual([['a'], ['b']])
  })

  it('[STORE-71] measures a change until its ack goes out, and not until it is on disk', async () => {
    const { writes, acked } = hall(200)
    writes(0, 'a', 1)
    await after(10)
    writes(0, 'b', 2)
    expect(acked).toEqual([0])
    await after(40)
    expect(acked).toEqual([0, 0.04])
  })

  it('[SYNC-1] [SYNC-110] shows others’ words before the ack, and one’s own words to nobody who alone wrote', async () => {
    const { writes, got } = hall(3)
    writes(0, 'a', 1)
    writes(1, 'b', 1)
    await after(0)
    expect(got(0)).toEqual([['a', 'b'], ['ack 1']])
    expect(got(2)).toEqual([['a', 'b']])
    await after(60)
    writes(0, 'c', 2)
    await after(0)
    expect(got(0)?.at(-1)).toEqual(['ack 2'])
  })

  it('[SYNC-1] sends an ack after the words have gone to everyone', async () => {
    const { writes, inOrder } = hall(4)
    writes(0, 'a', 1)
    writes(1, 'b', 1)
    await after(0)
    expect(inOrder).toEqual(['s0: a,b', 's1: a,b', 's2: a,b', 's3: a,b', 's0: ack 1', 's1: ack 1'])
  })

  it('[SYNC-26] [SYNC-110] takes along who moved, and says it by itself within 50 ms where nobody writes', async () => {
    const { moved, writes, got } = hall(2)
    moved('anna')
    writes(0, 'a', 1)
    await after(0)
    expect(got(1)).toEqual([['a', 'anna']])
    expect(got(0)).toEqual([['anna', 'ack 1']])
    moved('ben')
    moved('cara')
    await after(50)
    expect(got(1)?.at(-1)).toEqual(['ben+cara'])
    await after(500)
    expect(got(1)).toHaveLength(2)
  })

  it('[SYNC-110] where who moved went with what was written, neither goes nor gathers by the time that was meant for it', async () => {
    const { moved, writes, got, commits } = hall(200, 10)
    writes(0, 'a', 1)
    await after(0)
    moved('ben')
    await after(10)
    expect(got(2)).toEqual([['a', 'ben']])
    writes(1, 'b', 1)
    await after(49)
    expect(commits).toEqual([1])
    await after(1)
    expect(commits).toEqual([1, 1])
  })

  it('[SYNC-110] a time at which there is nothing to say holds nobody up', async () => {
    const { moves, moved, writes, got } = hall(200)
    moved('anna')
    moves.length = 0
    await after(60)
    writes(0, 'a', 1)
    await after(0)
    expect(got(2)).toEqual([['a']])
  })

  it('[SYNC-105] holds an ack back until the plan that was asked for has gone out', async () => {
    const { all, writes, got, answered } = hall(2)
    Object.assign(all[1], { hasAsked: false, answersToCome: 1 })
    writes(1, 'b', 1)
    await after(60)
    writes(1, 'c', 2)
    await after(60)
    expect(got(1)).toEqual([])
    Object.assign(all[1], { hasAsked: true, answersToCome: 0 })
    answered(all[1])
    expect(got(1)).toEqual([['ack 2']])
    answered(all[1])
    writes(0, 'a', 1)
    await after(60)
    expect(got(1)).toEqual([['ack 2'], ['a']])
  })

  it('[SYNC-110] says nothing to who has not asked for the plan but that their own words are kept', async () => {
    const { all, writes, got } = hall(2)
    all[1].hasAsked = false
    writes(0, 'a', 1)
    await after(60)
    writes(1, 'b', 1)
    await after(0)
    expect(got(1)).toEqual([['ack 1']])
  })
})
