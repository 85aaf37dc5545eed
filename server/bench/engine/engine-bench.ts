import type { Bench, Figure, Much } from '../bench.ts'
import type { Seed } from './seed.ts'
import { type Engine, MAIN_PEER, PEERS, startEngine } from './servers.ts'

export type EngineBenchNeeds = {
  readonly shows: string
  /** Which servers: all of them, those that keep plans on disk and every ratio is to, or Withy alone. */
  readonly of: 'all' | 'main' | 'withy'
  seed(much: Much): Seed
  measure(engine: Engine, seed: Seed, much: Much): Promise<readonly Figure[]>
}

/** A bench whose cases are servers, each started with the same plans. Peers besides the main one are measured in one round. */
export function engineBench({ shows, of, seed, measure }: EngineBenchNeeds): Bench {
  const others = of === 'all' ? PEERS.filter((peer) => peer !== MAIN_PEER) : []
  return {
    shows,
    cases: ['Withy', ...(of === 'withy' ? [] : [MAIN_PEER]), ...others],
    once: others,
    rounds: 3,
    async measure(name, much) {
      const plans = seed(much)
      const engine = await startEngine(name, plans)
      try {
        return await measure(engine, plans, much)
      } finally {
        await engine.end()
      }
    },
  }
}

/** The same number again and again: crowds of equal rooms. */
export const times = <T>(count: number, one: T): T[] => Array.from({ length: count }, () => one)
