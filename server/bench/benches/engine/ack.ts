import { engineBench } from '../../engine/engine-bench.ts'
import { pause, seeded } from '../../engine/load.ts'
import { openRoom } from '../../engine/room.ts'
import { createTally } from '../../engine/tally.ts'
import { plan50 } from '../../engine/words.ts'
import { percentile } from '../../report/spread.ts'
import { syncTimes } from '../../stage/disk.ts'

const OVER_THE_DISK_MS = 20

export const bench = engineBench({
  shows:
    'One person types and another reads, with nothing else going on: until the writer knows that a letter is on disk.',
  of: 'withy',
  seed: () => ({ crowds: [2], words: plan50() }),
  async measure(engine, { words }, much) {
    const letters = much === 'full' ? 400 : 30
    const room = await openRoom({ engine, words, tally: createTally() }, 0, 2)
    const [writer] = room.members
    const random = seeded(1)
    const acks: number[] = []
    while (writer && acks.length < letters) {
      const began = performance.now()
      writer.type()
      await writer.durable()
      acks.push(performance.now() - began)
      await pause(random() * 20)
    }
    room.close()
    const disk = percentile(syncTimes(engine.dataDir, letters), 0.95)
    const p95 = percentile(acks, 0.95)
    return [
      { name: 'letter → ack, p50', unit: 'ms', value: percentile(acks, 0.5) },
      { name: 'letter → ack, p95', unit: 'ms', value: p95 },
      { name: '4 kB written and fdatasync, same disk, p95', unit: 'ms', value: disk },
      { name: 'letter → ack, p95 over the disk', unit: 'ms', value: p95 - disk, aim: OVER_THE_DISK_MS },
    ]
  },
})
