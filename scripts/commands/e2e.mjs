import { inWords } from '../ground/counts.mjs'
import { runJourneys } from '../ground/runners.mjs'

/** The journeys. `--full`: axe in every theme and both languages. Anything else goes to Playwright. */
export async function main(args) {
  const counts = await runJourneys(args)
  console.log(inWords(counts))
  return counts.failed === 0 ? 0 : 1
}
