import type { Figure } from '../../bench.ts'
import { engineBench, times } from '../../engine/engine-bench.ts'
import { keepDoing, pause } from '../../engine/load.ts'
import { openMember } from '../../engine/member.ts'
import { openRoom, type Room } from '../../engine/room.ts'
import type { Engine } from '../../engine/servers.ts'
import { createTally } from '../../engine/tally.ts'
import { plan50, type Words } from '../../engine/words.ts'

const PEOPLE = 6
const TYPING = 3
const KEYS_PER_SECOND = 40
const LONGEST_MS = 1_500

export const bench = engineBench({
  shows:
    'Three of six people type fast when the server is killed with SIGKILL, ten times at moments of chance; after each restart the plan is read again: how much is gone of what others had seen, or what was acked.',
  of: 'main',
  seed: (much) => ({ crowds: times(much === 'full' ? 10 : 2, PEOPLE), words: plan50() }),
  async measure(engine, { crowds, words }) {
    const counted = { shown: 0, acked: 0, shownAndLost: 0, ackedAndLost: 0 }
    for (const plan of crowds.keys()) {
      const kept = await killInTheMidst(engine, plan, words)
      for (const { client, shown, acked } of kept.promised) {
        const has = kept.clocks.get(client) ?? 0
        counted.shown += shown
        counted.acked += acked
        counted.shownAndLost += Math.max(0, shown - has)
        counted.ackedAndLost += Math.max(0, acked - has)
      }
    }
    const none = engine.name === 'Withy' ? { aim: 0 } : {}
    const figures: Figure[] = [
      { name: 'shown to others, then lost', unit: 'letters', value: counted.shownAndLost, ...none },
      { name: 'shown to others', unit: 'letters', value: counted.shown },
    ]
    if (!engine.dialect.acks) return figures
    return [
      ...figures,
      { name: 'acked, then lost', unit: 'letters', value: counted.ackedAndLost, ...none },
      { name: 'acked', unit: 'letters', value: counted.acked },
    ]
  },
})

async function killInTheMidst(engine: Engine, plan: number, words: Words) {
  const tally = createTally()
  const room = await openRoom({ engine, words, tally }, plan, PEOPLE)
  const stop = keepDoing(room.members.slice(0, TYPING), KEYS_PER_SECOND, (member) => void member.type())
  await pause(200 + Math.random() * (LONGEST_MS - 200))
  room.mayEnd()
  await engine.restart('SIGKILL')
  stop()
  // What was on its way to somebody when the server died has arrived by now.
  const promised = promisedIn(room)
  room.close()
  const lost = (why: string) => {
    throw new Error(`The plan could not be opened again: ${why}`)
  }
  const reader = openMember({ engine, plan, person: 0, wants: new Map(), tally, writtenAt: () => undefined, lost })
  await reader.open()
  // All of the plan comes before the answer to a second question, in however many frames.
  await reader.ask(words.vector)
  reader.close()
  return { promised, clocks: reader.has() }
}

const promisedIn = ({ members }: Room) =>
  members.slice(0, TYPING).map((writer) => ({
    client: writer.client,
    acked: writer.kept(),
    shown: Math.max(...members.filter((other) => other !== writer).map((other) => other.hasOf(writer.person))),
  }))
