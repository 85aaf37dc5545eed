import { gzipSync } from 'node:zlib'
import { FRAME, SYNC } from '@withy/shared/protocol'
import type { Bench, Figure, Much } from '../bench.ts'
import { percentile } from '../report/spread.ts'
import { asked } from '../stage/asked-times.ts'
import { type Listener, openListener } from '../stage/listener.ts'
import { bring } from '../stage/people.ts'
import { talkOf } from '../stage/talk.ts'
import { startTwentyPages } from '../stage/twenty-pages.ts'
import { createTypist, type Typist } from '../stage/typist.ts'
import { startWithy } from '../stage/withy.ts'
import { openWriter } from '../stage/writer.ts'

const [NOTHING, MUCH] = ['nothing said', '500 comments, 50 suggestions'] as const
const OTHERS = 50
const TIMES: Record<Much, number> = { full: 200, quick: 20 }
const BOX = 'place.where'

export const bench: Bench = {
  shows:
    'A plan of twenty pages that fifty-one people have open, with nothing said about it and with 500 comments and 50 suggestions: what it takes to read them, how soon a comment is seen by the fifty others, and how soon a letter is.',
  cases: [NOTHING, MUCH],
  rounds: 3,

  async measure(name, much) {
    const withy = await startWithy()
    const listeners: Listener[] = []
    try {
      const { plan, owner } = await startTwentyPages(withy)
      const people = await bring(withy, plan, owner, OTHERS)
      const talk = talkOf(withy, plan)
      if (name === MUCH) await talk.fill(people)
      const writer = await openWriter(withy, plan, owner)
      for (const person of people) listeners.push(await openListener(withy, plan, person))
      const typist = createTypist(writer, BOX)
      await typist.goOn(25, 100)

      const read = await asked(withy, 'talk read', () => talk.read(owner), { again: TIMES[much] / 10 })
      const whole = await talk.read(owner)
      const letters = await typed(typist, listeners, TIMES[much])
      const comments = await commented(listeners, TIMES[much], (id) => talk.begin(owner, id))
      writer.close()
      return [
        ...read,
        { name: 'all talk', unit: 'kB', value: whole.length / 1_000 },
        { name: 'all talk, compressed', unit: 'kB', value: gzipSync(whole).length / 1_000 },
        ...seen('letter → seen by 50 others', letters),
        ...seen('comment → seen by 50 others', comments, 300),
        { name: 'most memory', unit: 'kB', value: withy.mostMemory() },
      ]
    } finally {
      for (const listener of listeners) listener.close()
      await withy.end()
    }
  },
}

/** One letter after the other, each when the one before is everywhere. @returns ms of each for each */
async function typed(typist: Typist, listeners: readonly Listener[], times: number): Promise<number[]> {
  const took: number[] = []
  const isLetter = (frame: Uint8Array) => frame[0] === FRAME.sync && frame[1] === SYNC.update
  for (let n = 0; n < times; n += 1) took.push(...(await reaches(listeners, isLetter, () => typist.type())))
  return took
}

async function commented(
  listeners: readonly Listener[],
  times: number,
  begin: (id: string) => Promise<unknown>,
): Promise<number[]> {
  const took: number[] = []
  for (let n = 0; n < times; n += 1) {
    const id = `measured-${n}`
    const isTold = (frame: Uint8Array) => frame[0] === FRAME.room && Buffer.from(frame).includes(`"${id}"`)
    took.push(...(await reaches(listeners, isTold, () => begin(id))))
  }
  return took
}

async function reaches(
  listeners: readonly Listener[],
  isIt: (frame: Uint8Array) => boolean,
  act: () => Promise<unknown>,
): Promise<number[]> {
  const all = listeners.map((listener) => listener.heard(isIt))
  const began = performance.now()
  await act()
  return (await Promise.all(all)).map((at) => at - began)
}

const seen = (name: string, took: readonly number[], aim?: number): Figure[] => [
  { name: `${name}, p50`, unit: 'ms', value: percentile(took, 0.5) },
  { name: `${name}, p95`, unit: 'ms', value: percentile(took, 0.95), ...(aim !== undefined && { aim }) },
]
