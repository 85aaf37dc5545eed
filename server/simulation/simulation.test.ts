import { describe, expect, it } from 'vitest'
import kept from './kept.json' with { type: 'json' }
import type { Script } from './script.ts'
import { scriptOf } from './seeds.ts'
import { type Played, simulate } from './simulate.ts'

const SEEDS = Array.from({ length: 50 }, (_, i) => i + 1)
const all: Played[] = []

describe('two to five pages, rooms and a disk, in a time of their own', () => {
  it.each(SEEDS)(
    '[SYNC-125] [SYNC-55] no word is lost, doubled, shown early or taken by others (seed %i)',
    async (seed) => {
      const played = await simulate(scriptOf(seed)).catch((problem: Error) => {
        throw new Error(`seed ${seed}: ${problem.message}\nPlay it again: npm run simulate -- --seed ${seed}`)
      })
      all.push(played)
    },
  )

  it.each(kept)('[SYNC-125] what once went wrong does not again: $why (seed $seed)', async ({ script }) => {
    await simulate(script as Script)
  })

  it('[SYNC-127] nobody writes in a plan that is only opened', async () => {
    const played = await simulate({ people: 5, chance: 1, isCalm: true, steps: [] })
    expect([played.words, played.changes]).toEqual([0, 0])
  })

  it('[SYNC-125] they went through all that can happen, each the same every time it is played', async () => {
    const sum = (count: (played: Played) => number) => all.reduce((total, played) => total + count(played), 0)
    expect(sum(({ words }) => words)).toBeGreaterThan(5_000)
    expect(sum(({ commits }) => commits)).toBeGreaterThan(1_000)
    expect(sum(({ failed }) => failed)).toBeGreaterThan(20)
    expect(sum(({ folds }) => folds)).toBeGreaterThan(20)
    expect(sum(({ snapshots }) => snapshots)).toBeGreaterThan(0)
    expect(sum(({ compacted }) => compacted)).toBeGreaterThan(20)
    expect(await simulate(scriptOf(2))).toEqual(all[1])
  })
})
