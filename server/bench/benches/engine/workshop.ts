import type { Figure, Much } from '../../bench.ts'
import { engineBench } from '../../engine/engine-bench.ts'
import { type Hall, type Moved, openHall } from '../../engine/hall.ts'
import { pause, seeded } from '../../engine/load.ts'
import type { Engine } from '../../engine/servers.ts'
import { plan50 } from '../../engine/words.ts'
import { percentile } from '../../report/spread.ts'

const PHONES = 200
const IDEAS_EACH = 5
const DOTS_EACH = 3
/** All join, and all vote, within this time. */
const TOGETHER_MS = 5_000
const WRITE_MS: Record<Much, number> = { full: 120_000, quick: 10_000 }
const MOVES: Record<Much, number> = { full: 20, quick: 6 }
const BETWEEN_MOVES_MS = 1_000
/** About what fits on a card. */
const CARD = 'The library could open on two evenings, with tea, and somebody who helps with forms.'

export const bench = engineBench({
  shows:
    'A workshop of 200 phones and a facilitator, with real requests and sockets: all join by one link in the same five seconds, each writes five ideas in two minutes, all ideas are shown, all give three dots in the same five seconds, the dots are shown, and the room moves on.',
  of: 'withy',
  seed: () => ({ crowds: [1], words: plan50() }),
  async measure(engine, _seed, much) {
    const hall = await openHall(engine)
    try {
      return [
        ...(await join(engine, hall)),
        ...(await write(engine, hall, much)),
        ...(await vote(engine, hall)),
        ...(await moveOn(hall, much)),
        { name: 'server memory at the end', unit: 'KiB', value: (await engine.process().memory()) / 1_024 },
      ]
    } finally {
      hall.close()
    }
  },
})

/** From the tap on Join until they are in the room. */
async function join(engine: Engine, hall: Hall): Promise<Figure[]> {
  const cpu = engine.process().cpu()
  const random = seeded(1)
  const comers = Array.from({ length: PHONES }, async (_, i) => {
    await pause(random() * TOGETHER_MS)
    return timed(() => hall.comeIn(`Neighbour ${i}`))
  })
  const took = await Promise.all(comers)
  return [
    { name: 'tap on Join → in the room, p95', unit: 'ms', value: percentile(took, 0.95) },
    { name: 'server CPU while all join', unit: 'ms', value: engine.process().cpu() - cpu },
  ]
}

async function write(engine: Engine, hall: Hall, much: Much): Promise<Figure[]> {
  const step = stepOf(hall, 'silent')
  await goTo(hall, step)
  engine.process().measuring()
  const cpu = engine.process().cpu()
  const began = performance.now()
  const random = seeded(20_261_122)
  const taps = hall.phones.flatMap((phone, n) =>
    Array.from({ length: IDEAS_EACH }, async (_, i) => {
      await pause(random() * WRITE_MS[much])
      const id = `idea-${String(n).padStart(4, '0')}-${i}`
      return timed(() => phone.take({ do: 'idea', id, step, words: `${CARD} ${n}.${i}`, saidBy: phone.me() }))
    }),
  )
  const took = await Promise.all(taps)
  const busy = (engine.process().cpu() - cpu) / (performance.now() - began)
  const shown = await hall.move({ do: 'show', step }, ({ changed }) => changed?.ideas.length === took.length)
  await Promise.all(hall.phones.map((phone) => phone.settled()))
  return [
    ...weHaveIt('idea', took),
    { name: 'server busy while all write', unit: '%', value: busy * 100 },
    ...onScreens('ideas shown', shown),
    { name: 'ideas shown: what each phone is sent', unit: 'kB', value: shown.bytes / 1_000 },
  ]
}

async function vote(engine: Engine, hall: Hall): Promise<Figure[]> {
  const step = stepOf(hall, 'dots')
  await goTo(hall, step)
  const { ideas } = await hall.facilitator.see()
  const cpu = engine.process().cpu()
  const random = seeded(7)
  const taps = hall.phones.flatMap((phone) => {
    // Every tap on + sends all the dots this person has given so far.
    const on: Record<string, number> = {}
    const giveOne = async (_: unknown, i: number) => {
      await pause(((i + random()) / DOTS_EACH) * TOGETHER_MS)
      const id = ideas[Math.floor(random() * ideas.length)]?.id ?? ''
      on[id] = (on[id] ?? 0) + 1
      return timed(() => phone.take({ do: 'dots', step, as: phone.me(), on: { ...on } }))
    }
    return Array.from({ length: DOTS_EACH }, giveOne)
  })
  const took = await Promise.all(taps)
  const ms = engine.process().cpu() - cpu
  const shown = await hall.move({ do: 'show', step }, ({ now }) => now?.results != null)
  const { now } = await hall.facilitator.see()
  const given = Object.values(now.results?.dots ?? {}).reduce((sum, dots) => sum + dots, 0)
  if (given !== PHONES * DOTS_EACH) throw new Error(`${given} of ${PHONES * DOTS_EACH} dots were counted.`)
  return [
    ...weHaveIt('dot', took),
    { name: 'server CPU while all vote', unit: 'ms', value: ms },
    ...onScreens('dots shown', shown),
  ]
}

/** The room is moved again and again, and every phone follows. */
async function moveOn(hall: Hall, much: Much): Promise<Figure[]> {
  const screens: number[] = []
  for (let i = 0; i < MOVES[much]; i += 1) {
    await pause(BETWEEN_MOVES_MS)
    screens.push(...(await goTo(hall, stepOf(hall, i % 2 === 0 ? 'fist' : 'write'))).screens)
  }
  return [
    { name: 'next step → 200 phones, p95', unit: 'ms', value: percentile(screens, 0.95), aim: 300 },
    { name: 'next step → 200 phones, the last', unit: 'ms', value: Math.max(...screens) },
  ]
}

let at: string | null = null
async function goTo(hall: Hall, to: string): Promise<Moved> {
  const moved = await hall.move({ do: 'go', from: at, to }, ({ now }) => now?.step === to)
  at = to
  return moved
}

const stepOf = ({ steps }: Hall, kind: string): string => {
  const step = steps.find((one) => one.kind === kind)
  if (!step) throw new Error(`The workshop has no step ${kind}.`)
  return step.id
}

async function timed(act: () => Promise<unknown>): Promise<number> {
  const began = performance.now()
  await act()
  return performance.now() - began
}

const weHaveIt = (what: string, took: readonly number[]): Figure[] =>
  [0.5, 0.95].map((share) => ({
    name: `${what}: tap → “we have it”, p${share * 100}`,
    unit: 'ms',
    value: percentile(took, share),
  }))

const onScreens = (what: string, { screens }: Moved): Figure[] => [
  { name: `${what} → phones, p95`, unit: 'ms', value: percentile(screens, 0.95) },
  { name: `${what} → the last phone`, unit: 'ms', value: Math.max(...screens) },
]
