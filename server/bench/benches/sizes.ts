import { fileURLToPath } from 'node:url'
import type { Bench } from '../bench.ts'

/** What the size gate of `npm run check` found (scripts/gates/size.mjs); kilobytes are of 1000 bytes, gzipped. */
type Weighed = { readonly findings: readonly string[]; readonly sizes?: readonly Size[] }
type Size = { readonly name: string; readonly kilobytes: number; readonly limit: number }

const ROOT = new URL('../../../', import.meta.url)

export const bench: Bench = {
  shows: 'How much JavaScript a phone fetches to join, to read, and in all by the time it writes.',
  cases: ['gzipped'],
  rounds: 1,

  async measure() {
    const gate: { look(root: string): Promise<Weighed> } = await import(new URL('scripts/gates/size.mjs', ROOT).href)
    const { sizes, findings } = await gate.look(fileURLToPath(ROOT))
    if (!sizes) throw new Error(findings.join('\n'))
    return sizes.map(({ name, kilobytes, limit }) => ({ name, unit: 'kB', value: kilobytes, aim: limit }))
  },
}
