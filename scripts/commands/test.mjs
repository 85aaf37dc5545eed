import { inWords, keepCounts, sum } from '../ground/counts.mjs'
import { runJourneys, runVitest } from '../ground/runners.mjs'

const seconds = (began) => `${((Date.now() - began) / 1000).toFixed(0)} s`

/** Unit and web tests, then every journey once. @returns the exit code */
export async function main() {
  const began = Date.now()
  console.log('1 of 2: unit and web tests')
  const unit = await runVitest(['--project', 'unit', '--project', 'web', '--project', 'alone'])
  const between = Date.now()
  console.log(`Unit and web tests: ${inWords(unit)} (${seconds(began)}).\n\n2 of 2: journeys in a real browser`)
  const journeys = await runJourneys()
  const all = sum([unit, journeys])
  keepCounts('test', all)
  console.log(`Journeys: ${inWords(journeys)} (${seconds(between)}).`)
  if (all.skipped > 0) console.log(`${all.skipped} left out, each with its reason above.`)
  console.log(`In all ${seconds(began)}.\n${inWords(all)}`)
  return all.failed === 0 ? 0 : 1
}
