import * as fc from 'fast-check'
import { anyScript, type Script } from './script.ts'
import { simulate } from './simulate.ts'

const once = (seed: number) => ({ seed, numRuns: 1, unbiased: true })

/** The script of a seed: always the same, as long as script.ts is. */
export function scriptOf(seed: number): Script {
  const [script] = fc.sample(anyScript, once(seed))
  if (!script) throw new Error('no script')
  return script
}

/** The shortest script that goes wrong of those that are like a seed's, as far as fast-check finds it in a minute; null when none does. */
export async function shortestOf(seed: number): Promise<{ readonly script: Script; readonly why: string } | null> {
  const property = fc.asyncProperty(anyScript, async (script) => void (await simulate(script)))
  const { counterexample, errorInstance } = await fc.check(property, { ...once(seed), skipAllAfterTimeLimit: 60_000 })
  return counterexample && { script: counterexample[0], why: String(errorInstance) }
}
