// Plays seeds of the simulation on demand: `npm run simulate -- --runs 5000`, `npm run simulate -- --seed 17`.
import { parseArgs } from 'node:util'
import { scriptOf, shortestOf } from './seeds.ts'
import { simulate } from './simulate.ts'

const { values } = parseArgs({ options: { runs: { type: 'string' }, seed: { type: 'string' } } })
const first = Number(values.seed ?? Math.floor(Math.random() * 1_000_000_000))
const runs = Number(values.runs ?? (values.seed === undefined ? 50 : 1))
if (![first, runs].every((it) => Number.isSafeInteger(it) && it >= 0)) {
  console.error('--runs and --seed are whole numbers.')
  process.exit(2)
}

const began = Date.now()
const totals = { words: 0, commits: 0, failed: 0, folds: 0, snapshots: 0, compacted: 0 }
let red = 0
console.log(`${runs} ${runs === 1 ? 'run' : 'runs'} from seed ${first}`)
for (let seed = first; seed < first + runs; seed++) {
  const played = await simulate(scriptOf(seed)).catch((problem: Error) => problem)
  if (played instanceof Error) await tell(seed, played)
  else for (const name of Object.keys(totals) as (keyof typeof totals)[]) totals[name] += played[name]
}
const seconds = Math.round((Date.now() - began) / 1000)
console.log(
  `${Object.entries(totals)
    .map(([name, count]) => `${count} ${name}`)
    .join(', ')}; ${seconds} s`,
)
console.log(`${runs - red} passed, ${red} failed`)
process.exit(red === 0 ? 0 : 1)

async function tell(seed: number, problem: Error) {
  red += 1
  console.log(`seed ${seed}: ${problem.message}\nLooking for a shorter way there ...`)
  const shortest = await shortestOf(seed)
  if (!shortest) return
  console.log(`${shortest.why}\nOnce it is mended, keep this in server/simulation/kept.json:`)
  console.log(JSON.stringify({ seed, why: problem.message.split('\n')[0], script: shortest.script }))
}
