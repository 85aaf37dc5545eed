import { engineBench, times } from '../../engine/engine-bench.ts'
import { delaysOf, KEYS_PER_SECOND, keepDoing, loadOf, measureLoad } from '../../engine/load.ts'
import { openRoom } from '../../engine/room.ts'
import { createTally } from '../../engine/tally.ts'
import { plan50 } from '../../engine/words.ts'
import { percentile } from '../../report/spread.ts'
import { syncTimes } from '../../stage/disk.ts'

const OVER_THE_DISK_MS = 5
const BUSY_MS = 60

export const bench = engineBench({
  shows:
    'Forty quiet rooms (four people, one of them typing) beside one busy one (200 people, ten typing with cursors): how long a letter takes to the others.',
  of: 'main',
  seed: (much) => ({ crowds: much === 'full' ? [200, ...times(40, 4)] : [12, 4, 4], words: plan50() }),
  async measure(engine, { crowds, words }, much) {
    const quiet = createTally()
    const busy = createTally()
    const rooms = []
    for (const [plan, people] of crowds.entries())
      rooms.push(await openRoom({ engine, words, tally: plan === 0 ? busy : quiet }, plan, people))
    const [hall, ...small] = rooms
    const stops = [
      keepDoing(hall?.members.slice(0, 10) ?? [], KEYS_PER_SECOND, (member) => {
        member.type()
        member.move()
      }),
      keepDoing(
        small.flatMap(({ members }) => members.slice(0, 1)),
        KEYS_PER_SECOND,
        (member) => void member.type(),
      ),
    ]
    busy.clear()
    const load = await measureLoad(engine, quiet, much === 'full' ? 5_000 : 300, much === 'full' ? 8_000 : 1_000)
    for (const stop of stops) stop()
    for (const room of rooms) room.close()
    const disk = percentile(syncTimes(engine.dataDir, much === 'full' ? 400 : 40), 0.99)
    const isOurs = engine.name === 'Withy'
    return [
      ...delaysOf(quiet, 'quiet rooms'),
      { name: '4 kB written and fdatasync, same disk, p99', unit: 'ms', value: disk },
      {
        name: 'quiet rooms, p99 over the disk',
        unit: 'ms',
        value: quiet.delays.percentile(0.99) - disk,
        ...(isOurs && { aim: OVER_THE_DISK_MS }),
      },
      ...delaysOf(busy, 'busy room').map((figure) =>
        isOurs && figure.name.endsWith('p99') ? { ...figure, aim: BUSY_MS } : figure,
      ),
      ...loadOf(load),
    ]
  },
})
