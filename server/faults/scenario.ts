import type { Stage } from './stage/stage.ts'

/** What a run counted. Of many seeds, `total` figures are added up, of `worst` the largest stays. Times are ms. */
export type Figures = {
  readonly total?: Readonly<Record<string, number>>
  readonly worst?: Readonly<Record<string, number>>
}

export type Scenario = {
  /** One sentence: what goes wrong, and what has to come of it. */
  readonly shows: string
  /** How many seeds a full run takes; those where chance decides little need one. */
  readonly seeds: number
  /** @throws {Broken} when an oracle is red, {LeftOut} when this machine cannot do it */
  run(stage: Stage): Promise<Figures>
}
