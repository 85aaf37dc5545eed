// The last line of a CI run: what the gates, the planted faults, the broken product and the tests say, added up from their own results. Which tests
// failed comes before it: the end is what is kept of a long log.
import { join } from 'node:path'
import { countsIn, failuresIn, inWords, RESULTS, secondTimesIn, sum } from './ground/counts.mjs'

const total = sum(
  ['check', 'check-gates', 'broken', 'unit', 'journeys', 'scenarios', 'faults', 'inclusion-short'].map((name) =>
    countsIn(join(RESULTS, `${name}.json`)),
  ),
)
for (const journey of secondTimesIn(join(RESULTS, 'journeys.json')))
  console.log(`passed only the second time: ${journey}`)
for (const name of ['unit', 'journeys', 'scenarios', 'faults', 'inclusion-short'])
  for (const failure of failuresIn(join(RESULTS, `${name}.json`))) console.log(`failed: ${failure}`)
console.log(inWords(total))
process.exit(total.failed === 0 ? 0 : 1)
