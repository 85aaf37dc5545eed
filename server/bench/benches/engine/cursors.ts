import { engineBench } from '../../engine/engine-bench.ts'
import { keepDoing, loadOf, measureLoad } from '../../engine/load.ts'
import { openRooms } from '../../engine/room.ts'
import { createTally } from '../../engine/tally.ts'
import { plan50 } from '../../engine/words.ts'

const MOVES_PER_SECOND = 5

export const bench = engineBench({
  shows:
    'One room of 200 people, 40 of whom move their cursor five times a second. A move that a newer one of the same person replaced on its way counts as delivered with it.',
  of: 'all',
  seed: (much) => ({ crowds: [much === 'full' ? 200 : 12], words: plan50() }),
  async measure(engine, { crowds, words }, much) {
    const tally = createTally()
    const rooms = await openRooms({ engine, words, tally }, crowds)
    const moving = rooms.flatMap(({ members }) => members.slice(0, members.length / 5))
    const stop = keepDoing(moving, MOVES_PER_SECOND, (member) => member.move())
    const load = await measureLoad(engine, tally, much === 'full' ? 5_000 : 300, much === 'full' ? 6_000 : 1_000)
    stop()
    for (const room of rooms) room.close()
    return [
      {
        name: 'server CPU for 1,000 moves delivered',
        unit: 'ms',
        value: load.serverMs / (load.moves / 1_000),
        ratio: { better: 'lower', must: 0.3, aim: 0.2 },
      },
      { name: 'moves delivered', unit: '/s', value: load.moves / load.seconds },
      ...loadOf(load),
    ]
  },
})
