import { setTimeout as delay } from 'node:timers/promises'
import { addItem, PLAN_EDIT, removeItem } from '@withy/shared/plan'
import { LIST_BOX } from '../../src/testing/writer.ts'
import type { Scenario } from '../scenario.ts'
import { clockOff } from '../stage/clock.ts'
import type { Weather } from '../stage/proxy.ts'
import type { Stage } from '../stage/stage.ts'
import { within } from '../stage/within.ts'
import type { Writer } from '../stage/writer.ts'

const HOUR = 3_600_000

type Step = (stage: Stage, writer: Writer) => unknown

/** What may happen next, and how often of a hundred times. */
const STEPS: readonly (readonly [often: number, step: Step])[] = [
  [44, ({ chance }, writer) => writer.type(chance.share(), chance.below(5))],
  [12, ({ chance }, writer) => writer.remove(chance.share(), chance.below(5))],
  [6, ({ chance }, writer) => writer.mark(chance.share(), chance.below(5))],
  [4, (_stage, writer) => writer.startLine()],
  [6, (_stage, writer) => writer.undo()],
  [6, (stage, writer) => changeList(stage, writer)],
  [5, (_stage, writer) => (writer.bot() ? writer.leave() : writer.open())],
  [5, (_stage, writer) => writer.bot() ?? writer.open()],
  [3, (stage, writer) => lineOf(stage, writer)?.reset()],
  [2, (stage, writer) => lineOf(stage, writer)?.halfClose(stage.chance.of(['client', 'server'] as const))],
  [4, (stage, writer) => lineOf(stage, writer)?.weather(anyWeather(stage))],
  [1, ({ withy }) => pause(withy.server())],
  [2, killAndStart],
]

function lineOf({ proxy }: Stage, writer: Writer) {
  const ws = writer.bot()?.ws
  return ws && ws.readyState === ws.OPEN ? proxy.lineOf(ws) : undefined
}

const anyWeather = ({ chance }: Stage): Weather =>
  chance.of<Weather>([
    { delayMs: 1 + chance.below(60) },
    { bytesPerSecond: 20_000 },
    { blackHole: 'up' },
    { blackHole: 'down' },
    { blackHole: 'both' },
    {},
  ])

function changeList({ chance }: Stage, { doc, items }: Writer) {
  const item = chance.of(items())
  if (item === undefined || chance.share() < 0.5) addItem(doc, { key: LIST_BOX, shape: 'action' })
  else doc.transact(() => removeItem(doc, LIST_BOX, item), PLAN_EDIT)
}

async function pause(server: { signal(name: NodeJS.Signals): void }) {
  server.signal('SIGSTOP')
  await delay(60)
  server.signal('SIGCONT')
}

/** A new start may find that the clock went back an hour, or on. */
async function killAndStart({ withy, chance }: Stage) {
  await withy.kill()
  await withy.start(clockOff(chance.of([-HOUR, 0, HOUR])))
}

export const D11: Scenario = {
  shows:
    'Anything at once: typing, taking out, marks, lists, undo, cut, slow, deaf and half-closed lines, kill -9, SIGSTOP, a clock that jumps. All end up with the same words.',
  seeds: 50,
  async run(stage) {
    const { chance, isShort, note } = stage
    await stage.open(2 + chance.below(4))
    const wheel = STEPS.flatMap(([often, step]) => Array<Step>(often).fill(step))
    const steps = isShort ? 60 : 100
    for (let i = 0; i < steps; i++) {
      const step = chance.of(wheel)
      const writer = chance.of(stage.writers())
      note(`step ${i} ${step.name || STEPS.findIndex(([, one]) => one === step)} c${writer.number}`)
      await step(stage, writer)
      if (chance.share() < 0.3) await delay(chance.below(8))
      for (const one of stage.writers()) one.tellSeen()
    }
    // What a black hole took is gone for that connection; a new one brings it.
    stage.proxy.resetAll()
    await within('everybody knows that they are cut off', () => stage.writers().every((one) => one.bot() === null))
    const recovery = await stage.judgeAll()
    const { acked, removed } = stage.ledger.counts()
    return { total: { steps, acked, removed }, worst: { 'all the same (ms)': recovery } }
  },
}
