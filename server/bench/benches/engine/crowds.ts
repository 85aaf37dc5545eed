import type { Bench, Ratio } from '../../bench.ts'
import { engineBench, times } from '../../engine/engine-bench.ts'
import { assertAllArrived, delaysOf, KEYS_PER_SECOND, keepDoing, loadOf, measureLoad } from '../../engine/load.ts'
import type { Member } from '../../engine/member.ts'
import { openRooms } from '../../engine/room.ts'
import { createTally } from '../../engine/tally.ts'
import { plan50 } from '../../engine/words.ts'

type Crowd = {
  readonly shows: string
  readonly of: 'all' | 'main'
  readonly rooms: number
  readonly people: number
  /** In each room. */
  readonly typing: number
  /** Everyone who types also says where the caret is then. */
  readonly carets?: boolean
  readonly ratio: Omit<Ratio, 'better'>
}

function crowdBench({ shows, of, rooms, people, typing, carets = false, ratio }: Crowd): Bench {
  const act = (member: Member) => {
    member.type()
    if (carets) member.move()
  }
  return engineBench({
    shows,
    of,
    seed: (much) => ({
      crowds: much === 'full' ? times(rooms, people) : times(Math.min(rooms, 3), Math.min(people, 12)),
      words: plan50(),
    }),
    async measure(engine, { crowds, words }, much) {
      const tally = createTally()
      const open = await openRooms({ engine, words, tally }, crowds)
      const stop = keepDoing(
        open.flatMap(({ members }) => members.slice(0, typing)),
        KEYS_PER_SECOND,
        act,
      )
      const load = await measureLoad(engine, tally, much === 'full' ? 5_000 : 300, much === 'full' ? 6_000 : 1_000)
      stop()
      const delays = delaysOf(tally)
      await assertAllArrived(open)
      for (const room of open) room.close()
      return [
        {
          name: 'server CPU for 1,000 deliveries',
          unit: 'ms',
          value: load.serverMs / (load.letters / 1_000),
          ratio: { better: 'lower', ...ratio },
        },
        ...delays,
        { name: 'letters delivered', unit: '/s', value: load.letters / load.seconds },
        ...loadOf(load),
      ]
    },
  })
}

export const fanOut = crowdBench({
  shows:
    '50 rooms with 20 people in each, two of them typing at 5 keys a second: what one letter that reaches one person costs.',
  of: 'all',
  rooms: 50,
  people: 20,
  typing: 2,
  ratio: { must: 0.75, aim: 0.55 },
})

export const workshop200 = crowdBench({
  shows: 'One workshop of 200 people, ten of them typing.',
  of: 'all',
  rooms: 1,
  people: 200,
  typing: 10,
  ratio: { must: 0.75, aim: 0.5 },
})

export const workshop500 = crowdBench({
  shows: 'One workshop of 500 people, ten of them typing.',
  of: 'main',
  rooms: 1,
  people: 500,
  typing: 10,
  ratio: { must: 0.75, aim: 0.5 },
})

export const workshopCarets = crowdBench({
  shows: 'One workshop of 200 people, ten of them typing, each with a cursor move for every key.',
  of: 'all',
  rooms: 1,
  people: 200,
  typing: 10,
  carets: true,
  ratio: { must: 0.6, aim: 0.4 },
})
