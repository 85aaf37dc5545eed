import { fork } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import type { Figure, Much } from './bench.ts'
import { BENCHES } from './benches.ts'
import { keepResults } from './report/keep.ts'
import { lookAtMachine } from './report/machine.ts'
import type { Result, Round } from './report/result.ts'
import { sectionsOf } from './report/table.ts'

const ROUND = fileURLToPath(new URL('./round.ts', import.meta.url))
const LONGEST_ROUND_MS = 3 * 60_000

type Job = { readonly bench: string; readonly case: string; readonly round: number }

/** Rounds one after another; every second one backwards, so that nothing always comes first. */
function jobsOf(names: readonly string[], much: Much): Job[] {
  const roundsOf = (name: string) => (much === 'full' ? (BENCHES[name]?.rounds ?? 1) : 1)
  const rounds = Math.max(...names.map(roundsOf))
  return Array.from({ length: rounds }, (_, i) => i + 1).flatMap((round) => {
    const jobs = names
      .filter((name) => round <= roundsOf(name))
      .flatMap((name) => BENCHES[name]?.cases.map((one) => ({ bench: name, case: one, round })) ?? [])
    return round % 2 === 0 ? jobs.reverse() : jobs
  })
}

/** @returns what the round measured; null when it could not, and then its own words are on the terminal */
async function measure(job: Job, much: Much): Promise<readonly Figure[] | null> {
  const child = fork(ROUND, [job.bench, job.case, much])
  const tooLong = setTimeout(() => {
    console.error(`A round that takes more than ${LONGEST_ROUND_MS / 60_000} minutes is stuck.`)
    child.kill('SIGTERM')
  }, LONGEST_ROUND_MS)
  let figures: readonly Figure[] | null = null
  child.once('message', (sent) => {
    figures = sent as readonly Figure[]
  })
  const [code] = await once(child, 'exit')
  clearTimeout(tooLong)
  return code === 0 ? figures : null
}

async function main(args: readonly string[]): Promise<number> {
  const much: Much = args.includes('--quick') ? 'quick' : 'full'
  const named = args.filter((arg) => arg !== '--quick')
  const strange = named.filter((name) => !BENCHES[name])
  if (strange.length > 0) {
    console.error(
      `The benches are: ${Object.keys(BENCHES).join(', ')}; --quick tries them. Not known: ${strange.join(', ')}.`,
    )
    return 2
  }
  const names = Object.keys(BENCHES).filter((name) => named.length === 0 || named.includes(name))
  const jobs = jobsOf(names, much)
  const machine = await lookAtMachine()
  const rounds = new Map<string, Round[]>(names.map((name) => [name, []]))
  let missing = 0
  for (const [i, job] of jobs.entries()) {
    console.log(`${i + 1} of ${jobs.length}: ${job.bench}, ${job.case}, round ${job.round}`)
    const figures = await measure(job, much)
    if (figures) rounds.get(job.bench)?.push({ case: job.case, round: job.round, figures })
    else missing += 1
  }

  const command = ['npm run bench', ...(args.length > 0 ? ['--', ...args] : [])].join(' ')
  const at = new Date().toISOString()
  const results: Record<string, Result> = {}
  for (const [name, measured] of rounds) {
    const { shows = '' } = BENCHES[name] ?? {}
    if (measured.length > 0) results[name] = { shows, at, command, machine, rounds: inOrder(name, measured) }
  }
  console.log(`\n${sectionsOf(results)}`)
  if (missing > 0) console.error(`${missing} of ${jobs.length} rounds could not be measured, so nothing was kept.`)
  else if (much === 'full') keepResults(results, Object.keys(BENCHES))
  return missing > 0 ? 1 : 0
}

/** By case as the bench names them, then by round. */
function inOrder(name: string, rounds: readonly Round[]): Round[] {
  const cases = BENCHES[name]?.cases ?? []
  return [...rounds].sort((a, b) => cases.indexOf(a.case) - cases.indexOf(b.case) || a.round - b.round)
}

process.exitCode = await main(process.argv.slice(2))
