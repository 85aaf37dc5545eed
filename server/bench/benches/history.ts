import { compareVersions, type Endpoint, listVersions, NOW, readVersion, whoWrote } from '@withy/shared/api'
import type { Bench } from '../bench.ts'
import { asked } from '../stage/asked-times.ts'
import { writeLongHistory } from '../stage/long-history.ts'
import { ask } from '../stage/people.ts'
import { emptyDataDir, startWithy } from '../stage/withy.ts'
import { openWriter } from '../stage/writer.ts'

const [TIDY, WHOLE] = ['its log compacted', 'every change in its log'] as const

export const bench: Bench = {
  shows:
    'A plan of twenty pages with a hundred thousand edits by twelve people behind it, on a server that has just started: opened to write, the list of its history, one version read, who wrote what, and what putting back the one in the middle would change.',
  cases: [TIDY, WHOLE],
  once: [WHOLE],
  rounds: 3,

  async measure(name, much) {
    const again = much === 'full' ? 5 : 1
    const dataDir = await emptyDataDir()
    const { plan, owner, middle } = await writeLongHistory(dataDir, much === 'full' ? 100_000 : 10_000, name === TIDY)
    const withy = await startWithy(dataDir)
    try {
      const get = async (how: Endpoint, named: Readonly<Record<string, string>> = {}) => {
        const path = how.path.replace(/:(\w+)/g, (_all, part) => (part === 'plan' ? plan : (named[part] ?? '')))
        await (await ask(withy, owner, how, path)).arrayBuffer()
      }
      const open = async () => (await openWriter(withy, plan, owner)).close()
      const steps: [string, () => Promise<unknown>][] = [
        ['opened', open],
        ['list of history', () => get(listVersions)],
        ['a version', () => get(readVersion, { version: middle })],
        ['who wrote what', () => get(whoWrote)],
        ['what putting back changes', () => get(compareVersions, { version: NOW, other: middle })],
      ]
      const figures = []
      for (const [what, step] of steps) figures.push(...(await asked(withy, what, step, { again, aim: 2_000 })))
      return [...figures, { name: 'most memory', unit: 'kB' as const, value: withy.mostMemory() }]
    } finally {
      await withy.end()
    }
  },
}
