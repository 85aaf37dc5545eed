import type { Figure } from '../bench.ts'
import type { Machine } from './machine.ts'

/** One round of one case. */
export type Round = { readonly case: string; readonly round: number; readonly figures: readonly Figure[] }

/** All that one run of a bench measured. */
export type Result = {
  readonly shows: string
  /** ISO time of the end. */
  readonly at: string
  readonly command: string
  readonly machine: Machine
  readonly rounds: readonly Round[]
}
export type Results = Readonly<Record<string, Result>>
