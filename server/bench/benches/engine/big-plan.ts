import * as Y from 'yjs'
import { engineBench } from '../../engine/engine-bench.ts'
import { pause } from '../../engine/load.ts'
import { type Member, openMember } from '../../engine/member.ts'
import type { Engine } from '../../engine/servers.ts'
import { createTally } from '../../engine/tally.ts'
import type { Clocks } from '../../engine/updates.ts'
import { plan50 } from '../../engine/words.ts'
import { median } from '../../report/spread.ts'

/** What one socket may send at once, with some room left (SPEC LIMIT-5): each writer sends so many, one writer after the other. */
const LETTERS_EACH = 800
const WRITERS = 125
/** Peers store some seconds after the last change. */
const REST_MS = 3_000
const tally = createTally()

export const bench = engineBench({
  shows:
    'A hundred thousand letters, a change each: 125 people, one after the other, send 800 as fast as the socket takes them. Then the plan is opened, and once more after a restart. Taken in means on disk for Withy, and in memory for the others, which promise no more.',
  of: 'main',
  seed: (much) => ({ crowds: [much === 'full' ? WRITERS + 1 : 4], words: plan50() }),
  async measure(engine, { crowds: [people = 2], words }) {
    let mayEnd = false
    const comeIn = (person: number, as: { vector: Uint8Array } | { wants: Clocks }) =>
      openMember({
        engine,
        plan: 0,
        person,
        ...as,
        tally,
        writtenAt: () => undefined,
        lost(why) {
          if (!mayEnd) throw new Error(`A writer was let go: ${why}`)
        },
      })
    const clocks = Y.decodeStateVector(words.vector)
    let ms = 0
    engine.process().measuring()
    let stays: Member | null = null
    for (let person = 0; person < people - 1; person += 1) {
      const writer = comeIn(person, { vector: Y.encodeStateVector(clocks) })
      await writer.open()
      writer.sitAt(words.ends[person % words.ends.length] ?? { client: 0, clock: 0 })
      clocks.set(writer.client, LETTERS_EACH)
      ms += await bringLetters(engine, writer, Y.encodeStateVector(clocks))
      // Without somebody in it a peer puts the plan away.
      stays?.close()
      stays = writer
    }
    const openOnce = async () => {
      const began = performance.now()
      const reader = comeIn(people - 1, { wants: clocks })
      await reader.open()
      const taken = performance.now() - began
      reader.close()
      return taken
    }
    await pause(REST_MS)
    const warm = [await openOnce(), await openOnce(), await openOnce()]
    mayEnd = true
    await engine.restart()
    const cold = await openOnce()
    return [
      {
        name: 'taken in',
        unit: '/s',
        value: ((people - 1) * LETTERS_EACH) / (ms / 1_000),
        ratio: { better: 'higher', must: 2, aim: 3 },
      },
      { name: 'then opened', unit: 'ms', value: median(warm), ratio: { better: 'lower', must: 1, aim: 1 / 2 } },
      {
        name: 'opened by a server that has just started',
        unit: 'ms',
        value: cold,
        ratio: { better: 'lower', must: 1, aim: 1 / 2 },
      },
    ]
  },
})

/** @returns ms until the server has all of them, as it says itself, or as it shows by answering what came after them */
async function bringLetters({ dialect }: Engine, writer: Member, vector: Uint8Array): Promise<number> {
  const began = performance.now()
  writer.together(() => {
    for (let i = 0; i < LETTERS_EACH; i += 1) writer.type()
  })
  await (dialect.acks ? writer.durable() : writer.ask(vector))
  return performance.now() - began
}
