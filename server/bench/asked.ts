import { parseArgs } from 'node:util'
import type { Much } from './bench.ts'
import { BENCHES, GROUPS } from './benches.ts'

export type Asked = {
  /** In the order of the README. */
  readonly names: readonly string[]
  readonly much: Much
  /** Of each bench; null: as many as it says itself. */
  readonly rounds: number | null
  /** Withy alone, with a processor profile. */
  readonly isProfile: boolean
}

/** What stands after `npm run bench --`: groups or single benches, and how. @returns a sentence when it cannot be understood */
export function readAsked(args: readonly string[]): Asked | string {
  const known = `The benches are: ${Object.keys(BENCHES).join(', ')}; product, documents and engine name a group. --quick tries them, --rounds 5 sets how often, --profile shows where Withy's time goes.`
  let parsed: ReturnType<typeof parse>
  try {
    parsed = parse(args)
  } catch (problem) {
    return `${problem instanceof Error ? problem.message : problem}\n${known}`
  }
  const { values, positionals } = parsed
  const strange = positionals.filter((name) => !(name in BENCHES) && !(name in GROUPS))
  if (strange.length > 0) return `${known}\nNot known: ${strange.join(', ')}.`
  const rounds = values.rounds === undefined ? null : Number(values.rounds)
  if (rounds !== null && !(Number.isInteger(rounds) && rounds > 0 && rounds <= 100)) {
    return '--rounds is how often each is measured: a whole number from 1 to 100. For example: --rounds 5.'
  }
  const single = positionals.filter((name) => name in BENCHES)
  // `engine fan-out` is one bench of a group, `engine` alone is all of it.
  const wanted = single.length > 0 ? single : positionals.flatMap((name) => Object.keys(membersOf(name)))
  const names = Object.keys(BENCHES).filter((name) => positionals.length === 0 || wanted.includes(name))
  return { names, rounds, much: values.quick ? 'quick' : 'full', isProfile: values.profile ?? false }
}

const parse = (args: readonly string[]) =>
  parseArgs({
    args: [...args],
    allowPositionals: true,
    options: { quick: { type: 'boolean' }, rounds: { type: 'string' }, profile: { type: 'boolean' } },
  })

const membersOf = (group: string) => (group in GROUPS ? GROUPS[group as keyof typeof GROUPS] : {})
