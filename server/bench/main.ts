import { fork } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { type Asked, readAsked } from './asked.ts'
import type { Figure } from './bench.ts'
import { BENCHES } from './benches.ts'
import { PROFILE_DIR, profileTables } from './engine/profile.ts'
import { type Job, jobsOf } from './jobs.ts'
import { prepare } from './prepare.ts'
import { keepResults } from './report/keep.ts'
import { lookAtMachine } from './report/machine.ts'
import { sectionsOf } from './report/readme.ts'
import type { Result, Round } from './report/result.ts'

const ROUND = fileURLToPath(new URL('./round.ts', import.meta.url))
const LONGEST_ROUND_MS = 3 * 60_000

/** @returns what the round measured; null when it could not, and then its own words are on the terminal */
async function measure(job: Job, { much }: Asked): Promise<readonly Figure[] | null> {
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
  const asked = readAsked(args)
  if (typeof asked === 'string') {
    console.error(asked)
    return 2
  }
  const { names, isProfile, much } = asked
  await prepare(names)
  if (isProfile) process.env[PROFILE_DIR] = mkdtempSync(join(tmpdir(), 'withy-profile-'))
  const jobs = jobsOf(asked, BENCHES)
  const machine = await lookAtMachine()
  const rounds = new Map<string, Round[]>(names.map((name) => [name, []]))
  const missing: Job[] = []
  for (const [i, job] of jobs.entries()) {
    console.log(`${i + 1} of ${jobs.length}: ${job.bench}, ${job.case}, round ${job.round}`)
    const figures = await measure(job, asked)
    if (figures) rounds.get(job.bench)?.push({ case: job.case, round: job.round, figures })
    else missing.push(job)
  }

  const command = ['npm run bench', ...(args.length > 0 ? ['--', ...args] : [])].join(' ')
  const at = new Date().toISOString()
  const results: Record<string, Result> = {}
  for (const [name, measured] of rounds) {
    const { shows = '' } = BENCHES[name] ?? {}
    // A bench with a round less is not the same bench.
    if (measured.length > 0 && !missing.some(({ bench }) => bench === name))
      results[name] = { shows, at, command, machine, rounds: inOrder(name, measured) }
  }
  console.log(`\n${sectionsOf(results)}`)
  const profiles = process.env[PROFILE_DIR]
  if (profiles) console.log(`${profileTables(profiles)}\n\nThe profiles are in ${profiles}.`)
  for (const job of missing) console.error(`Could not be measured: ${job.bench}, ${job.case}, round ${job.round}.`)
  // A server that is being profiled is slower.
  if (much === 'full' && !isProfile) keepResults(results, Object.keys(BENCHES))
  return missing.length > 0 ? 1 : 0
}

/** By case as the bench names them, then by round. */
function inOrder(name: string, rounds: readonly Round[]): Round[] {
  const cases = BENCHES[name]?.cases ?? []
  return [...rounds].sort((a, b) => cases.indexOf(a.case) - cases.indexOf(b.case) || a.round - b.round)
}

process.exitCode = await main(process.argv.slice(2))
