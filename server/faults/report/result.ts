import type { Figures } from '../scenario.ts'

/** All that one scenario gave in a run of the command. */
export type Result = {
  readonly shows: string
  readonly outcome: 'held' | 'broken' | 'left out'
  /** Why it was left out, or what each broken seed found. */
  readonly why?: string
  readonly seeds: number
  readonly brokenSeeds: readonly number[]
  readonly figures: Required<Figures>
  readonly seconds: number
  /** ISO time of the end, and what was typed to run it. */
  readonly at: string
  readonly command: string
}
export type Results = Readonly<Record<string, Result>>

/** Figures of several runs as those of one. */
export function addUp(a: Required<Figures>, { total = {}, worst = {} }: Figures): Required<Figures> {
  const both = { total: { ...a.total }, worst: { ...a.worst } }
  for (const [name, value] of Object.entries(total)) both.total[name] = (both.total[name] ?? 0) + value
  for (const [name, value] of Object.entries(worst)) both.worst[name] = Math.max(both.worst[name] ?? 0, value)
  return both
}

/** Figures as people read them: `kills 200, lost 0, recovery (ms) at most 1,204`. */
export const inWords = ({ total, worst }: Required<Figures>): string =>
  [
    ...Object.entries(total).map(([name, value]) => `${name} ${short(value)}`),
    ...Object.entries(worst).map(([name, value]) => `${name} at most ${short(value)}`),
  ].join(', ')

const short = (value: number): string =>
  value.toLocaleString('en-GB', { maximumFractionDigits: Math.abs(value) < 10 ? 1 : 0 })
