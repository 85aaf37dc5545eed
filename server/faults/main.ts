import { writeFileSync } from 'node:fs'
import { keepResults, keepSeed, keptSeeds } from './report/keep.ts'
import { addUp, inWords, type Result } from './report/result.ts'
import { runScenario } from './run-scenario.ts'
import type { Figures } from './scenario.ts'
import { ELSEWHERE, SCENARIOS } from './scenarios.ts'

type Wishes = {
  readonly names: readonly string[]
  readonly short: boolean
  readonly seeds?: number
  readonly seed?: number
  /** A file for how many held, broke and were left out, as `.ci/run` adds them up. */
  readonly counts?: string
}

/** @returns null when something in it is not known */
function readWishes(args: readonly string[]): Wishes | null {
  const numbers: Record<string, number> = {}
  const names: string[] = []
  let isShort = false
  let counts: string | undefined
  for (let i = 0; i < args.length; i++) {
    const word = args[i] ?? ''
    if (word === '--short') isShort = true
    else if (word === '--counts') counts = args[++i]
    else if (word === '--seeds' || word === '--seed') numbers[word.slice(2)] = Number(args[++i])
    else names.push(word)
  }
  const isKnown =
    names.every((name) => SCENARIOS[name]) && Object.values(numbers).every((n) => Number.isInteger(n) && n > 0)
  return isKnown ? { names, short: isShort, ...numbers, ...(counts && { counts }) } : null
}

async function runAll(name: string, seeds: readonly number[], { short }: Wishes, command: string): Promise<Result> {
  const began = performance.now()
  const brokenSeeds: number[] = []
  const why: string[] = []
  let figures: Required<Figures> = { total: {}, worst: {} }
  let ran = 0
  for (const seed of seeds) {
    const outcome = await runScenario(name, seed, short ? 'short' : 'full')
    if (outcome.is === 'left out') {
      why.push(outcome.why)
      break
    }
    ran += 1
    if (outcome.is === 'held') figures = addUp(figures, outcome.figures)
    else {
      brokenSeeds.push(seed)
      why.push(outcome.why)
      keepSeed(name, seed)
      console.error(`${name}: seed ${seed} broke it: ${outcome.why}\n${name}: what happened is in ${outcome.kept}`)
    }
  }
  return {
    shows: SCENARIOS[name]?.shows ?? '',
    outcome: brokenSeeds.length > 0 ? 'broken' : ran === 0 ? 'left out' : 'held',
    ...(why.length > 0 && { why: why.join('; ') }),
    seeds: ran,
    brokenSeeds,
    figures,
    seconds: Math.round((performance.now() - began) / 100) / 10,
    at: new Date().toISOString(),
    command,
  }
}

async function main(args: readonly string[]): Promise<number> {
  const wishes = readWishes(args)
  if (!wishes) {
    console.error(
      `The scenarios are: ${Object.keys(SCENARIOS).join(', ')}. --short takes less of each, --seeds 200 so many seeds, --seed 17 that one.`,
    )
    return 2
  }
  const command = ['npm run faults', ...(args.length > 0 ? ['--', ...args] : [])].join(' ')
  const names = Object.keys(SCENARIOS).filter((name) => wishes.names.length === 0 || wishes.names.includes(name))
  // New seeds every time find what the last ones did not; each is printed, and one that breaks something is kept. A short run is the same every time.
  const first = wishes.seed ?? (wishes.short ? 1 : Math.floor(Math.random() * 1_000_000))
  console.log(`Seeds from ${first}.`)
  const results: Record<string, Result> = {}
  for (const name of names) {
    const count = wishes.seed ? 1 : wishes.short ? 1 : Math.min(wishes.seeds ?? Infinity, SCENARIOS[name]?.seeds ?? 1)
    const fresh = Array.from({ length: count }, (_, i) => first + i)
    const seeds = wishes.seed ? fresh : [...new Set([...keptSeeds(name), ...fresh])]
    const result = await runAll(name, seeds, wishes, command)
    results[name] = result
    const figures = result.outcome === 'left out' ? result.why : inWords(result.figures)
    console.log(`${name} ${result.outcome}, ${result.seeds} seeds, ${result.seconds} s: ${figures}`)
  }
  if (!wishes.short && !wishes.seed) keepResults(results, Object.keys(SCENARIOS), ELSEWHERE)
  if (wishes.counts) writeFileSync(wishes.counts, JSON.stringify(countsOf(results)))
  return Object.values(results).some(({ outcome }) => outcome === 'broken') ? 1 : 0
}

function countsOf(results: Readonly<Record<string, Result>>) {
  const having = (wanted: Result['outcome']) => Object.entries(results).filter(([, { outcome }]) => outcome === wanted)
  const broken = having('broken')
  return {
    passed: having('held').length,
    failed: broken.length,
    skipped: having('left out').length,
    failures: broken.map(([name, { why }]) => `${name}: ${why}`),
  }
}

// Sockets of a run that was cut short may not keep the command from ending.
process.exit(await main(process.argv.slice(2)))
