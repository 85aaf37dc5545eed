import { engineBench, times } from '../../engine/engine-bench.ts'
import { openRoom } from '../../engine/room.ts'
import { createTally } from '../../engine/tally.ts'
import { plan50 } from '../../engine/words.ts'

/** Opened before anything is counted: what a server needs for itself is there then. */
const FIRST = 50

export const bench = engineBench({
  shows:
    'What one more open plan of 50 kB takes of memory while one person has it open and nobody writes, their socket counted too; garbage is collected first.',
  of: 'main',
  seed: (much) => ({ crowds: times(FIRST + (much === 'full' ? 300 : 10), 1), words: plan50() }),
  async measure(engine, { crowds, words }) {
    const tally = createTally()
    const needs = { engine, words, tally }
    const rooms = []
    for (let plan = 0; plan < FIRST; plan += 1) rooms.push(await openRoom(needs, plan, 1))
    const before = await engine.process().memory()
    for (let plan = FIRST; plan < crowds.length; plan += 1) rooms.push(await openRoom(needs, plan, 1))
    const after = await engine.process().memory()
    for (const room of rooms) room.close()
    return [
      {
        name: 'one open plan',
        unit: 'KiB',
        value: (after - before) / 1_024 / (crowds.length - FIRST),
        ratio: { better: 'lower', must: 1 / 5, aim: 1 / 10 },
      },
      { name: 'the whole server', unit: 'KiB', value: after / 1_024 },
    ]
  },
})
