import type { Figure } from '../../bench.ts'
import { engineBench, times } from '../../engine/engine-bench.ts'
import { KEYS_PER_SECOND, keepDoing, type Load, loadOf, measureLoad } from '../../engine/load.ts'
import { openRooms } from '../../engine/room.ts'
import { createTally } from '../../engine/tally.ts'
import { plan50 } from '../../engine/words.ts'

const TOO_LATE_MS = 250
const DELIVERED = 'letters delivered by one core'
const RATIO = { better: 'higher', must: 1.2, aim: 1.5 } as const
const FIRST = 10
const MORE = 1.25

export const bench = engineBench({
  shows:
    'Twelve halls of 100 people in which more and more of them type at 5 keys a second, until one letter in a hundred takes more than 250 ms: what one core delivers before that.',
  of: 'main',
  seed: (much) => ({ crowds: times(much === 'full' ? 12 : 2, much === 'full' ? 100 : 12), words: plan50() }),
  async measure(engine, { crowds, words }, much) {
    const tally = createTally()
    let wasLost = false
    const lost = () => {
      wasLost = true
    }
    const rooms = await openRooms({ engine, words, tally, lost }, crowds)
    const crowd = Math.min(...crowds)
    let best: { typing: number; load: Load; p99: number } | null = null
    for (let typing = Math.min(FIRST, crowd); ; typing = Math.min(crowd, Math.ceil(typing * MORE))) {
      const stop = keepDoing(
        rooms.flatMap(({ members }) => members.slice(0, typing)),
        KEYS_PER_SECOND,
        (member) => void member.type(),
      )
      const load = await measureLoad(engine, tally, 700, much === 'full' ? 2_300 : 500)
      stop()
      const p99 = tally.delays.count() > 0 ? tally.delays.percentile(0.99) : Number.POSITIVE_INFINITY
      if (wasLost || p99 > TOO_LATE_MS) break
      best = { typing, load, p99 }
      if (typing === crowd) break
    }
    for (const room of rooms) room.close()
    // Too late with the fewest: then this is what it can do.
    if (!best) return [{ name: DELIVERED, unit: '/s', value: 0, ratio: RATIO }]
    const { typing, load, p99 } = best
    const figures: Figure[] = [
      { name: DELIVERED, unit: '/s', value: load.letters / load.seconds, ratio: RATIO },
      { name: 'share of the people who typed then', unit: '%', value: (typing / crowd) * 100 },
      { name: 'letter → others then, p99', unit: 'ms', value: p99 },
    ]
    return [...figures, ...loadOf(load)]
  },
})
