import { boxesOf, TEMPLATES } from '@withy/shared/plan'
import type { Bench, Figure, Much } from '../bench.ts'
import { percentile } from '../report/spread.ts'
import { syncTimes } from '../stage/disk.ts'
import { bring } from '../stage/people.ts'
import { startTwentyPages } from '../stage/twenty-pages.ts'
import { createTypist, type Typist } from '../stage/typist.ts'
import { startWithy } from '../stage/withy.ts'
import { openWriter, type Writer } from '../stage/writer.ts'

export const bench: Bench = {
  shows:
    'How soon a letter is on the server’s disk and its writer knows it, beside what the disk takes by itself for one small synced write.',
  cases: ['one writer', 'twenty writers'],
  rounds: 5,

  async measure(name, much) {
    const withy = await startWithy()
    const writers: Writer[] = []
    try {
      const { plan, owner } = await startTwentyPages(withy)
      const people = await bring(withy, plan, owner, name === 'one writer' ? 1 : 20)
      for (const person of people) writers.push(await openWriter(withy, plan, person))
      const typists = writers.map((writer, i) => createTypist(writer, TEXT_BOXES[i % TEXT_BOXES.length] ?? ''))
      const [one] = typists
      const acks = typists.length === 1 && one ? await alone(one, much) : await together(typists, much)
      return [
        ...spread('letter → ack', acks, { p95: 300, p99: 1000 }),
        ...spread('4 kB written and fdatasync, same disk', syncTimes(withy.dataDir, TIMES[much])),
      ]
    } finally {
      for (const writer of writers) writer.close()
      await withy.end()
    }
  },
}

const TEXT_BOXES = [...boxesOf(TEMPLATES.area)].flatMap(([key, box]) => (box.type === 'text' ? [key] : []))
const TIMES: Record<Much, number> = { full: 400, quick: 40 }
const PACE_MS = 200

function spread(name: string, samples: readonly number[], aims: { p95?: number; p99?: number } = {}): Figure[] {
  return [
    { name: `${name}, p50`, unit: 'ms', value: percentile(samples, 0.5) },
    { name: `${name}, p95`, unit: 'ms', value: percentile(samples, 0.95), aim: aims.p95 },
    { name: `${name}, p99`, unit: 'ms', value: percentile(samples, 0.99), aim: aims.p99 },
  ]
}

/** Each letter some time after the last one was acked, never in step with the server's own clocks. */
async function alone(typist: Typist, much: Much): Promise<number[]> {
  const acks: number[] = []
  while (acks.length < TIMES[much]) {
    acks.push(await typist.type())
    await new Promise((resolve) => setTimeout(resolve, Math.random() * 20))
  }
  return acks
}

/** Everyone at five keys a second, not in step with one another. */
async function together(typists: readonly Typist[], much: Much): Promise<number[]> {
  const each = TIMES[much] / 4
  const all = typists.map(async (typist, i) => {
    await new Promise((resolve) => setTimeout(resolve, (i * PACE_MS) / typists.length))
    return typist.goOn(each, PACE_MS)
  })
  return (await Promise.all(all)).flat()
}
