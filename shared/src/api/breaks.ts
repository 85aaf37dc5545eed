import type { StepKind } from '../protocol/workshop.ts'

/** The longest people sit without a break (minutes). */
const LONGEST_SITTING = 75

/**
 * Where a break is missing. `before` a step, or `within` one that is too long by itself; `minutes`: how long people would sit without it.
 */
export type MissingBreak = { readonly place: 'before' | 'within'; readonly step: string; readonly minutes: number }

/** Where an agenda asks people to sit longer than they can listen. A word to who prepares it, and never in the way of opening. */
export function missingBreaks(
  steps: readonly { readonly id: string; readonly kind: StepKind; readonly minutes: number }[],
): MissingBreak[] {
  const missing: MissingBreak[] = []
  let sat = 0
  for (const { id, kind, minutes } of steps) {
    if (kind === 'break') {
      sat = 0
      continue
    }
    if (sat > 0 && sat + minutes > LONGEST_SITTING) {
      missing.push({ place: 'before', step: id, minutes: sat + minutes })
      sat = 0
    }
    if (minutes > LONGEST_SITTING) missing.push({ place: 'within', step: id, minutes })
    sat += minutes
  }
  return missing
}
