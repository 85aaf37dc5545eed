import type { Asked } from './asked.ts'
import type { Bench } from './bench.ts'

/** One round of one case. */
export type Job = { readonly bench: string; readonly case: string; readonly round: number }

/** Rounds one after another; every second one backwards, so that nothing always comes first. */
export function jobsOf(
  { names, much, rounds, isProfile }: Asked,
  benches: Readonly<Record<string, Bench>>,
): readonly Job[] {
  const roundsOf = (name: string) => rounds ?? (much === 'full' && !isProfile ? (benches[name]?.rounds ?? 1) : 1)
  const most = Math.max(...names.map(roundsOf))
  return Array.from({ length: most }, (_, i) => i + 1).flatMap((round) => {
    const jobs = names
      .filter((name) => round <= roundsOf(name))
      .flatMap((name) => casesOf(benches[name], round, isProfile).map((one) => ({ bench: name, case: one, round })))
    return round % 2 === 0 ? jobs.reverse() : jobs
  })
}

function casesOf(bench: Bench | undefined, round: number, isProfile: boolean): readonly string[] {
  const { cases = [], once = [] } = bench ?? {}
  if (isProfile) return cases.slice(0, 1)
  return cases.filter((one) => round === 1 || !once.includes(one))
}
