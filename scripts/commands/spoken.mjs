import { inWords } from '../ground/counts.mjs'
import { runSpoken } from '../ground/runners.mjs'

/**
 * Journeys that a real screen reader speaks; what it said is kept in docs/spoken. Where none can run it says so and leaves them
 * out. Anything more goes to Playwright. @returns the exit code
 */
export async function main(args) {
  const counts = await runSpoken(args)
  console.log(inWords(counts))
  return counts.failed === 0 ? 0 : 1
}
