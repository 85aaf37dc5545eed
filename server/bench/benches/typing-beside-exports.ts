import { FORMATS, takeAway, takeAwaySealed } from '@withy/shared/api'
import type { Bench, Figure } from '../bench.ts'
import { percentile } from '../report/spread.ts'
import { ask, bring, type Someone } from '../stage/people.ts'
import { seal } from '../stage/seal.ts'
import { startTwentyPages } from '../stage/twenty-pages.ts'
import { createTypist } from '../stage/typist.ts'
import { startWithy, type Withy } from '../stage/withy.ts'
import { openWriter, type Writer } from '../stage/writer.ts'

const [QUIET, BESIDE, AGREED] = [
  'nobody takes anything away',
  'somebody takes it away in every form',
  'somebody takes what was agreed in every form',
] as const
const PEOPLE = 10
const EVERY_MS = 200

export const bench: Bench = {
  shows:
    'How soon letters are on disk while ten people type at five keys a second in a plan of two hundred pages, without and while somebody takes that plan away in every form, as it stands or as it was agreed, one after the other, again and again.',
  cases: [QUIET, BESIDE, AGREED],
  rounds: 3,

  async measure(name, much) {
    const withy = await startWithy()
    const writers: Writer[] = []
    try {
      const { plan, owner } = await startTwentyPages(withy, { times: 10 })
      for (const person of await bring(withy, plan, owner, PEOPLE)) writers.push(await openWriter(withy, plan, person))
      const typists = writers.map((writer) => createTypist(writer, 'place.where'))
      if (name === AGREED) await seal(withy, plan, owner)
      // Until then code is still being compiled, and the first copy starts a thread and a process.
      await Promise.all(typists.map((typist) => typist.goOn(10, EVERY_MS)))
      await withy.heldAtMost()

      const count = much === 'full' ? 40 : 25
      let isOver = false
      const from = (name === AGREED ? takeAwaySealed : takeAway).path.replace(':plan', plan).replace(':number', '1')
      const taking = name === QUIET ? Promise.resolve(0) : takeUntil(withy, owner, from, () => isOver)
      const acks = (await Promise.all(typists.map((typist) => typist.goOn(count, EVERY_MS)))).flat()
      isOver = true
      const figures: Figure[] = [0.5, 0.95, 0.99].map((share) => ({
        name: `letter → ack, p${share * 100}`,
        unit: 'ms',
        value: percentile(acks, share),
      }))
      const held = await withy.heldAtMost()
      const copies = await taking
      return [
        ...figures,
        { name: 'letter → ack, the slowest', unit: 'ms', value: Math.max(...acks) },
        { name: 'thread held, at most', unit: 'ms', value: held },
        ...(name !== QUIET ? [{ name: 'copies made meanwhile', unit: 'copies' as const, value: copies }] : []),
      ]
    } finally {
      for (const writer of writers) writer.close()
      await withy.end()
    }
  },
}

/** A plan about a place has no FHIR. @returns how many copies were made */
async function takeUntil(withy: Withy, person: Someone, from: string, isOver: () => boolean): Promise<number> {
  const forms = FORMATS.filter((format) => format !== 'fhir')
  let copies = 0
  while (!isOver()) {
    const format = forms[copies % forms.length] ?? 'html'
    await (await ask(withy, person, takeAway, from.replace(':format', format))).arrayBuffer()
    copies += 1
  }
  return copies
}
