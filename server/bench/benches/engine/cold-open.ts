import * as Y from 'yjs'
import { engineBench, times } from '../../engine/engine-bench.ts'
import { openMember } from '../../engine/member.ts'
import type { Engine } from '../../engine/servers.ts'
import { createTally, type Tally } from '../../engine/tally.ts'
import type { Clocks } from '../../engine/updates.ts'
import { plan50 } from '../../engine/words.ts'

const AT_ONCE = 8

export const bench = engineBench({
  shows: 'A thousand stored plans of 50 kB, each opened once, eight at a time, by a server that has just started.',
  of: 'main',
  seed: (much) => ({ crowds: times(much === 'full' ? 1_000 : 20, 1), words: plan50() }),
  async measure(engine, { crowds, words }) {
    const left = [...crowds.keys()]
    const tally = createTally()
    const wants = Y.decodeStateVector(words.vector)
    engine.process().measuring()
    const cpu = engine.process().cpu()
    const began = performance.now()
    await Promise.all(
      times(AT_ONCE, async () => {
        for (let plan = left.shift(); plan !== undefined; plan = left.shift()) await open(engine, plan, wants, tally)
      }).map((run) => run()),
    )
    const seconds = (performance.now() - began) / 1_000
    return [
      {
        name: 'plans opened',
        unit: '/s',
        value: crowds.length / seconds,
        ratio: { better: 'higher', must: 6, aim: 10 },
      },
      { name: 'server CPU for one plan', unit: 'ms', value: (engine.process().cpu() - cpu) / crowds.length },
    ]
  },
})

async function open(engine: Engine, plan: number, wants: Clocks, tally: Tally) {
  const lost = (why: string) => {
    throw new Error(`A plan could not be opened: ${why}`)
  }
  const member = openMember({ engine, plan, person: 0, wants, tally, writtenAt: () => undefined, lost })
  await member.open()
  member.close()
}
