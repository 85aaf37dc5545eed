import { gzipSync } from 'node:zlib'
import { answerThread, getPlan, readTalk, startThread } from '@withy/shared/api'
import { FRAME, SYNC } from '@withy/shared/protocol'
import type { Bench, Figure, Much } from '../bench.ts'
import { percentile } from '../report/spread.ts'
import { asked } from '../stage/asked-times.ts'
import { type Listener, openListener } from '../stage/listener.ts'
import { ask, bring, type Someone } from '../stage/people.ts'
import { startTwentyPages } from '../stage/twenty-pages.ts'
import { createTypist, type Typist } from '../stage/typist.ts'
import { startWithy, type Withy } from '../stage/withy.ts'
import { openWriter } from '../stage/writer.ts'

const [NOTHING, MUCH] = ['nothing said', '500 comments'] as const
const OTHERS = 50
const THREADS = 300
const COMMENTS = 500
const TIMES: Record<Much, number> = { full: 200, quick: 20 }
const BOX = 'place.where'
/** About what fits on a card. */
const SAID = 'The bus does not stop there on Sundays. Could we ask the people of the parish hall about it?'
const QUOTED = { quote: 'the people of the street', before: 'so said ', after: ' in week five', epoch: '' }

export const bench: Bench = {
  shows:
    'A plan of twenty pages that fifty-one people have open, with nothing said about it and with 500 comments: what it takes to read them, how soon a comment is seen by the fifty others, and how soon a letter is.',
  cases: [NOTHING, MUCH],
  rounds: 3,

  async measure(name, much) {
    const withy = await startWithy()
    const listeners: Listener[] = []
    try {
      const { plan, owner } = await startTwentyPages(withy)
      const people = await bring(withy, plan, owner, OTHERS)
      const talk = talkOf(withy, plan)
      if (name === MUCH) await talk.fill(await epochOf(withy, plan, owner), people)
      const writer = await openWriter(withy, plan, owner)
      for (const person of people) listeners.push(await openListener(withy, plan, person))
      const typist = createTypist(writer, BOX)
      await typist.goOn(25, 100)

      const read = await asked(withy, 'comments read', () => talk.read(owner), { again: TIMES[much] / 10 })
      const whole = await talk.read(owner)
      const letters = await typed(typist, listeners, TIMES[much])
      const comments = await commented(listeners, TIMES[much], (id) => talk.begin(owner, id))
      writer.close()
      return [
        ...read,
        { name: 'all comments', unit: 'kB', value: whole.length / 1_000 },
        { name: 'all comments, compressed', unit: 'kB', value: gzipSync(whole).length / 1_000 },
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

function talkOf(withy: Withy, plan: string) {
  const give = (person: Someone, how: typeof startThread | typeof answerThread, body: object, thread = '') =>
    ask(withy, person, how, how.path.replace(':plan', plan).replace(':thread', thread), body)
  const place = { box: BOX, item: null, field: null, words: null as object | null }
  const begin = (person: Someone, id: string, words: object | null = null) => {
    const said = { id: `first-of-${id}`, words: SAID, mentions: [] }
    return give(person, startThread, { id, kind: 'comment', place: { ...place, words }, said })
  }
  return {
    begin,
    async read(person: Someone): Promise<Buffer> {
      const answer = await ask(withy, person, readTalk, readTalk.path.replace(':plan', plan))
      return Buffer.from(await answer.arrayBuffer())
    },
    /** Says all that is said before anything is measured, each by somebody else. */
    async fill(epoch: string, people: readonly Someone[]) {
      const by = (n: number) => people[n % people.length] as Someone
      const words = (n: number) => ({ ...QUOTED, epoch, from: Buffer.alloc(12, n).toString('base64'), to: 'AAECAwQF' })
      for (let n = 0; n < THREADS; n += 1) await begin(by(n), `thread-${n}`, words(n))
      for (let n = THREADS; n < COMMENTS; n += 1)
        await give(by(n), answerThread, { id: `answer-${n}`, words: SAID, mentions: [] }, `thread-${n - THREADS}`)
    },
  }
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

async function epochOf(withy: Withy, plan: string, person: Someone): Promise<string> {
  const answer = await ask(withy, person, getPlan, getPlan.path.replace(':plan', plan))
  return getPlan.answer.parse(await answer.json()).epoch
}
