import { expect, it } from 'vitest'
import { keptSeeds } from './report/keep.ts'
import { runScenario } from './run-scenario.ts'
import { whyNoPoppler } from './stage/poppler.ts'
import { whyNoStrace } from './stage/strace.ts'

/** A small run of what `npm run faults` does at length. Seeds that broke something once are run here too. */
const seeds = (name: string, ...always: number[]) => [...new Set([...keptSeeds(name), ...always])]

async function holds(name: string, seed: number) {
  const outcome = await runScenario(name, seed, 'short')
  if (outcome.is === 'left out') throw new Error(outcome.why)
  expect(outcome).toMatchObject({ is: 'held' })
}

const LONG = { timeout: 120_000 }

it.each(seeds('D01', 1))('[SYNC-38] kill -9 while three people type (D01, seed %i)', LONG, (seed) => holds('D01', seed))

it.each(seeds('D11', 2))('[SYNC-122] anything at once (D11, seed %i)', LONG, (seed) => holds('D11', seed))

it('[AGREE-30] every kind of write after a plan was sealed (D36)', LONG, () => holds('D36', 1))

// Tracing needs a program and a right that a machine may lack; `npm run faults` says so too.
it('[SYNC-120] written, synced, shown, acked: by strace of the real server', LONG, async (context) => {
  context.skip(!process.env.CI && whyNoStrace() !== null, 'strace cannot be used here')
  await holds('order', 1)
})

it('[SYNC-121] a disk that refuses to sync (D03)', LONG, async (context) => {
  context.skip(!process.env.CI && whyNoStrace() !== null, 'strace cannot be used here')
  await holds('D03', 1)
})

it('[EXPORT-22] nothing is fetched and no file read while copies are made (D34)', LONG, async (context) => {
  context.skip(!process.env.CI && whyNoStrace() !== null, 'strace cannot be used here')
  await holds('D34', 1)
})

it(
  '[EXPORT-6] [EXPORT-19] [EXPORT-45] [EXPORT-64] hostile words, sealed and taken away in every format (D35)',
  LONG,
  async (context) => {
    context.skip(!process.env.CI && whyNoPoppler() !== null, 'pdftotext is not here')
    await holds('D35', 1)
  },
)
