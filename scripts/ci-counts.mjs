// The last line of a CI run: what the gates, the planted faults, the broken product and the tests say, added up from their own results.
import { join } from 'node:path'
import { countsIn, inWords, RESULTS, sum } from './ground/counts.mjs'

const total = sum(
  ['check', 'check-gates', 'broken', 'unit', 'journeys'].map((name) => countsIn(join(RESULTS, `${name}.json`))),
)
console.log(inWords(total))
process.exit(total.failed === 0 ? 0 : 1)
