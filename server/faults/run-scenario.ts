import type { Figures } from './scenario.ts'
import { SCENARIOS } from './scenarios.ts'
import { type Much, openStage } from './stage/stage.ts'
import { inTime, LeftOut } from './stage/within.ts'

const LONGEST_MS = 10 * 60_000

export type Outcome =
  | { readonly is: 'held'; readonly figures: Figures }
  | { readonly is: 'broken'; readonly why: string; readonly kept: string }
  | { readonly is: 'left out'; readonly why: string }

/** Runs one scenario with one seed, from an empty folder to an empty folder. Whatever goes wrong in it makes it broken. */
export async function runScenario(name: string, seed: number, much: Much): Promise<Outcome> {
  const scenario = SCENARIOS[name]
  if (!scenario) throw new Error(`There is no scenario ${name}.`)
  const stage = await openStage(seed, much)
  try {
    return { is: 'held', figures: await inTime('the scenario is done', scenario.run(stage), LONGEST_MS) }
  } catch (problem) {
    const why = problem instanceof Error ? problem.message : String(problem)
    if (problem instanceof LeftOut) return { is: 'left out', why }
    return { is: 'broken', why, kept: stage.keep(name, problem) }
  } finally {
    await stage.close()
  }
}
