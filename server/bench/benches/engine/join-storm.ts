import * as Y from 'yjs'
import { engineBench } from '../../engine/engine-bench.ts'
import { openMember } from '../../engine/member.ts'
import { openRoom } from '../../engine/room.ts'
import { createTally } from '../../engine/tally.ts'
import { plan200 } from '../../engine/words.ts'

export const bench = engineBench({
  shows:
    'A hall of 200 people opens one plan of 200 kB at the same moment, while somebody has it open: until the last one has all of it.',
  of: 'all',
  seed: (much) => ({ crowds: [much === 'full' ? 201 : 11], words: plan200() }),
  async measure(engine, { crowds: [people = 1], words }) {
    const tally = createTally()
    const room = await openRoom({ engine, words, tally }, 0, 1)
    // The server may only just have got the words.
    await room.members[0]?.ask(words.vector)
    const wants = Y.decodeStateVector(words.vector)
    engine.process().measuring()
    const cpu = engine.process().cpu()
    const began = performance.now()
    const comers = Array.from({ length: people - 1 }, (_, i) =>
      openMember({ engine, plan: 0, person: i + 1, wants, tally, writtenAt: () => undefined, lost: mustNotBe }),
    )
    await Promise.all(comers.map((comer) => comer.open()))
    const ms = performance.now() - began
    const serverMs = engine.process().cpu() - cpu
    for (const member of [...room.members, ...comers]) member.close()
    return [
      { name: 'until everyone has it', unit: 'ms', value: ms, ratio: { better: 'lower', must: 1 / 4, aim: 1 / 6 } },
      { name: 'server CPU', unit: 'ms', value: serverMs },
    ]
  },
})

function mustNotBe(why: string): never {
  throw new Error(`Somebody who came was let go: ${why}`)
}
