import { setTimeout as delay } from 'node:timers/promises'
import type * as Y from 'yjs'
import { type Bot, openBot } from '../../src/testing/bot.ts'
import { type Guest, startPlan } from '../../src/testing/guests.ts'
import { writeParagraph } from '../../src/testing/writer.ts'
import type { Scenario } from '../scenario.ts'
import type { Stage } from '../stage/stage.ts'
import { holds, inTime, within } from '../stage/within.ts'

const SYNCED_MS = 15_000
const ACK_MS = 1_000
/** A page waits so long at most before it comes back, at random: nobody else spreads a crowd. */
const JITTER_MS = 2_500

/** Comes back until it has the plan and all of its own is saved. */
async function comeBack(guest: Guest, doc: Y.Doc, { chance }: Stage): Promise<Bot> {
  await delay(chance.share() * JITTER_MS)
  for (;;) {
    const bot = openBot(guest, { doc })
    const isHere = () => bot.isSynced() && bot.sent() > 0 && bot.acked() === bot.sent()
    const isGone = () => bot.ws.readyState === bot.ws.CLOSED
    await within('a page is back or turned away', () => isHere() || isGone(), SYNCED_MS)
    if (isHere()) return bot
    await delay(chance.share() * 500)
  }
}

/** Told by the socket itself: hundreds that look every few milliseconds would be what is measured. */
const saved = (bot: Bot) =>
  new Promise<void>((resolve) => {
    const look = () => {
      if (bot.acked() !== bot.sent()) return
      bot.ws.off('message', look)
      resolve()
    }
    bot.ws.on('message', look)
    look()
  })

export const D21: Scenario = {
  shows:
    '300 pages on 40 plans come back at once after kill -9: all have their plan in 15 s, and a letter is saved in 1 s (p99) after.',
  seeds: 2,
  async run(stage) {
    const { withy, isShort } = stage
    await stage.open(2)
    const plans = isShort ? 6 : 40
    const each = isShort ? 4 : 8
    const owners: Guest[] = []
    for (let i = 0; i < plans; i++) owners.push(await startPlan(withy.origin))
    const seats = owners.flatMap((guest) => Array<Guest>(each).fill(guest))
    const first = seats.map((guest) => openBot(guest))
    await within('all are here', () => first.every((bot) => bot.isSynced() && bot.sent() === bot.acked()))
    for (const bot of first) writeParagraph(bot.doc, 'before')
    await within('all is saved', () => first.every((bot) => bot.sent() === bot.acked()))
    await withy.kill()
    await Promise.all(first.map(({ closed }) => closed))
    for (const bot of first) writeParagraph(bot.doc, 'while away')
    await withy.start()
    const began = performance.now()
    const back = await Promise.all(first.map(({ doc }, i) => comeBack(seats[i] as Guest, doc, stage)))
    stage.atEnd(() => {
      for (const bot of back) bot.ws.terminate()
    })
    const synced = performance.now() - began
    holds(synced < SYNCED_MS, `the last was back after ${Math.round(synced)} ms`)

    const waits: number[] = []
    for (let round = 0; round < 3; round++) {
      await Promise.all(
        back.map(async (bot) => {
          // Three hundred people write some hundred letters a second, not all in the same millisecond.
          await delay(stage.chance.share() * 3_000)
          const at = performance.now()
          writeParagraph(bot.doc, 'after')
          await inTime('a letter is saved', saved(bot))
          waits.push(performance.now() - at)
        }),
      )
    }
    const p99 = waits.sort((a, b) => a - b)[Math.floor(waits.length * 0.99)] ?? 0
    holds(p99 < ACK_MS, `a letter took ${Math.round(p99)} ms (p99)`)
    await stage.judgeAll()
    return { total: { pages: back.length }, worst: { 'all back (ms)': synced, 'letter saved, p99 (ms)': p99 } }
  },
}
