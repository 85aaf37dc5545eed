import { expect, type TestInfo } from '@playwright/test'

/** What a test looked at for one check of the inclusion score, as `scripts/inclusion/parts.mjs` reads it. */
export type Noted = {
  /** The check's id, e.g. `B5`; the test has it in its title as `@B5`. */
  readonly check: string
  /** How many things were looked at. */
  readonly looked: number
  /** What fell short, one line each; no more of them than things. */
  readonly short: readonly string[]
  /** What could not be looked at, and why. */
  readonly leftOut?: readonly string[]
  readonly measured?: readonly Measured[]
}

/** Something that was measured, and how much of it there may be. */
export type Measured = { readonly what: string; readonly is: number; readonly most: number; readonly unit: 's' | 'kB' }

/** What was measured as the page about the score tells it, and what of it is too much. */
export function weighed(all: readonly Measured[]): Pick<Noted, 'looked' | 'short' | 'measured'> {
  const measured = all.map((one) => ({ ...one, is: Math.round(one.is * 10) / 10 }))
  const short = all.flatMap(({ what, is, most, unit }) =>
    is > most ? [`${what}: ${is.toFixed(1)} ${unit}, and may be ${most}`] : [],
  )
  return { looked: all.length, short, measured }
}

/** Notes what was looked at, and fails the test at its end where something fell short. A look at nothing proves nothing. */
export function note(info: TestInfo, { check, looked, short, leftOut = [], measured = [] }: Noted): void {
  expect(looked, `${check}: what was looked at`).toBeGreaterThan(0)
  const part = { check, where: info.title, looked, short, leftOut, measured }
  info.annotations.push({ type: 'inclusion', description: JSON.stringify(part) })
  expect.soft(short, check).toEqual([])
}
