import type { Figure } from '../bench.ts'
import type { Member } from './member.ts'
import type { Engine } from './servers.ts'
import type { Tally } from './tally.ts'

/** Numbers from 0 to 1 that are the same on every run (mulberry32). */
export function seeded(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296
  }
}

/** A brisk typist. */
export const KEYS_PER_SECOND = 5

/**
 * Lets people do something again and again, each at moments of their own, about so often. @returns how to stop it
 */
export function keepDoing(people: readonly Member[], perSecond: number, act: (member: Member) => void): () => void {
  const random = seeded(20_261_122)
  const timers = new Map<Member, NodeJS.Timeout>()
  const ms = 1_000 / perSecond
  const next = (member: Member, wait: number) =>
    timers.set(
      member,
      setTimeout(() => {
        next(member, ms * (0.5 + random()))
        act(member)
      }, wait),
    )
  for (const member of people) next(member, ms * random())
  return () => {
    for (const timer of timers.values()) clearTimeout(timer)
  }
}

export type Load = {
  /** Changes that reached somebody, one for each person reached. */
  readonly letters: number
  readonly moves: number
  readonly seconds: number
  /** Processor time of the server, all threads (ms). */
  readonly serverMs: number
  readonly generatorMs: number
}

export const pause = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms))

/** What happens in so many ms, after some in which everything warms up. */
export async function measureLoad(engine: Engine, tally: Tally, warmMs: number, ms: number): Promise<Load> {
  await pause(warmMs)
  tally.clear()
  engine.process().measuring()
  const cpu = engine.process().cpu()
  const own = process.cpuUsage()
  const began = performance.now()
  await pause(ms)
  const { user, system } = process.cpuUsage(own)
  return {
    ...tally.read(),
    seconds: (performance.now() - began) / 1_000,
    serverMs: engine.process().cpu() - cpu,
    generatorMs: (user + system) / 1_000,
  }
}

/** How busy each side was: a generator near 100 % says nothing about the server. */
export const loadOf = ({ seconds, serverMs, generatorMs }: Load): Figure[] => [
  { name: 'server busy', unit: '%', value: serverMs / seconds / 10 },
  { name: 'generator busy', unit: '%', value: generatorMs / seconds / 10 },
]

/** From a letter being typed to somebody else having it. */
export const delaysOf = ({ delays }: Tally, name = 'letter → others'): Figure[] =>
  [0.5, 0.95, 0.99].map((share) => ({
    name: `${name}, p${share * 100}`,
    unit: 'ms' as const,
    value: delays.percentile(share),
  }))

/** @throws {Error} when somebody has not got all that the others wrote, a while after the last letter */
export async function assertAllArrived(rooms: readonly { readonly members: readonly Member[] }[]): Promise<void> {
  const isHere = () =>
    rooms.every(({ members }) =>
      members.every((reader) => members.every((by) => by === reader || reader.hasOf(by.person) === by.written())),
    )
  for (let i = 0; i < 100; i += 1) {
    if (isHere()) return
    await pause(100)
  }
  throw new Error('Ten seconds after the last letter somebody has not got all of them.')
}
