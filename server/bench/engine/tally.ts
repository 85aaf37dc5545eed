import { createHistogram } from './histogram.ts'

export type Tally = ReturnType<typeof createTally>

/** What a generator has seen arrive: changes and caret moves, each counted once for every person who got it. */
export function createTally() {
  const delays = createHistogram()
  let letters = 0
  let moves = 0
  return {
    delays,
    /** One letter has reached one person, so long after it was written (ms). */
    letter(ms: number) {
      letters += 1
      delays.add(ms)
    },
    /** One person's newest caret has reached another: with it all moves before, also those nobody needs any more. */
    moved(count: number) {
      moves += count
    },
    read: () => ({ letters, moves }),
    clear() {
      letters = 0
      moves = 0
      delays.clear()
    },
  }
}
