import { expect, it } from 'vitest'
import { keptSeeds } from './report/keep.ts'
import { runScenario } from './run-scenario.ts'

/** A small run of what `npm run faults` does at length. Seeds that broke something once are run here too. */
const seeds = (name: string, ...always: number[]) => [...new Set([...keptSeeds(name), ...always])]

async function holds(name: string, seed: number) {
  const outcome = await runScenario(name, seed, 'short')
  if (outcome.is === 'left out') throw new Error(outcome.why)
  expect(outcome).toMatchObject({ is: 'held' })
}

it.each(seeds('D01', 1, 2))('[SYNC-38] kill -9 while three people type (D01, seed %i)', { timeout: 120_000 }, (seed) =>
  holds('D01', seed),
)
