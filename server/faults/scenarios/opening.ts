import { exampleInEasyWords } from '@withy/shared/examples'
import { type Plan, readPlan } from '@withy/shared/plan'
import { wordsOf } from '@withy/shared/testing'
import * as Y from 'yjs'
import { type Bot, openBot } from '../../src/testing/bot.ts'
import { type Guest, startPlan } from '../../src/testing/guests.ts'
import type { Scenario } from '../scenario.ts'
import { readOnDisk, seqOf } from '../stage/on-disk.ts'
import { holds, within } from '../stage/within.ts'

const together = (guest: Guest, docs: readonly Y.Doc[]): Bot[] => docs.map((doc) => openBot(guest, { doc }))
const five = () => Array.from({ length: 5 }, () => new Y.Doc())

export const D09: Scenario = {
  shows:
    'Five open a new plan in the same moment, again after a restart: nothing is put into an empty plan, an example is there once.',
  seeds: 2,
  async run(stage) {
    const { withy, dataDir, isShort } = stage
    await stage.open(1)
    const rounds = isShort ? 5 : 50
    const plans: Guest[] = []
    const open = async (guest: Guest, docs: readonly Y.Doc[]) => {
      const bots = together(guest, docs)
      await within('all five have it', () => bots.every((bot) => bot.isSynced() && bot.sent() === bot.acked()))
      for (const bot of bots) bot.close()
    }
    for (let round = 0; round < rounds; round++) {
      const guest = await startPlan(withy.origin)
      plans.push(guest)
      await open(guest, five())
    }
    for (const { plan } of plans) {
      holds(seqOf(dataDir, plan) === 0, 'something was put into an empty plan')
    }

    const cookie = stage.anna().cookie
    const copied = await fetch(`${withy.origin}/api/examples`, {
      method: 'POST',
      headers: { origin: withy.origin, cookie, 'content-type': 'application/json' },
      body: JSON.stringify({ example: 'brackenford-east', name: 'Anna' }),
    })
    const { plan } = (await copied.json()) as { plan: string }
    const example: Guest = { ...stage.anna(), plan }
    const docs = five()
    await open(example, docs)
    await withy.kill()
    await withy.start()
    await open(example, docs)
    await open(example, five())
    const wanted = bagOf(exampleInEasyWords('brackenford-east', 'en'))
    for (const doc of [...docs, readOnDisk(dataDir, plan)]) {
      holds(bagOf(readPlan(doc, 'area')) === wanted, 'the example is not as it was')
    }
    holds(seqOf(dataDir, plan) === 1, 'the example was written more than once')
    return { total: { 'plans opened': rounds + 1 } }
  },
}

/** Ids are made anew in each copy; words are not. */
const bagOf = (plan: Plan) => [...wordsOf(plan)].sort().join('\n')
