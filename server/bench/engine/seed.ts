import type { Words } from './words.ts'

/** What is there before a server starts. Plans, and people of each plan, go by number, from 0. */
export type Seed = {
  /** How many people each plan has. */
  readonly crowds: readonly number[]
  /** What each plan holds. */
  readonly words: Words
}
