import { setTimeout as delay } from 'node:timers/promises'
import * as Y from 'yjs'
import { openBot } from '../../src/testing/bot.ts'
import { startPlan } from '../../src/testing/guests.ts'
import { writeParagraph } from '../../src/testing/writer.ts'
import type { Scenario } from '../scenario.ts'
import { memoryOf } from '../stage/attacker.ts'
import { tokensOf } from '../stage/ledger.ts'
import type { Stage } from '../stage/stage.ts'
import { holds, inTime, within } from '../stage/within.ts'

/** A plan is opened, a word written, and left again. */
async function comeAndGo({ withy }: Stage, count: number) {
  for (let i = 0; i < count; i++) {
    const bot = openBot(await startPlan(withy.origin))
    await within('an empty plan opens', () => bot.isSynced())
    writeParagraph(bot.doc, 'short')
    await within('its word is saved', () => bot.acked() === bot.sent())
    bot.close()
    await bot.closed
  }
}

const openRooms = async ({ withy }: Stage) =>
  ((await (await fetch(`${withy.origin}/readyz`)).json()) as { rooms: number }).rooms

export const D15: Scenario = {
  shows:
    'A long workshop in short: twelve write and take out much, then all leave; plans opened and closed by the hundred: memory comes back, the plan opens in 1 s.',
  seeds: 1,
  async run(stage) {
    const { chance, isShort, ledger } = stage
    const writers = await stage.open(isShort ? 3 : 12)
    await comeAndGo(stage, isShort ? 5 : 40)
    const baseline = await memoryOf(stage)
    const edits = isShort ? 200 : 12_000
    for (let i = 0; i < edits; i++) {
      const writer = chance.of(writers)
      // A plan of a few hundred words at any time, whatever was taken out.
      if (writer.texts()[0]?.length && chance.share() < 0.48) writer.remove(chance.share())
      else writer.type(chance.share())
      if (i % 60 === 59) await Promise.all(writers.map((one) => one.saved()))
    }
    await stage.judgeAll()
    const text = tokensOf(stage.onDisk()).join('')
    const peak = await memoryOf(stage)
    for (const writer of writers) await writer.leave()
    await comeAndGo(stage, isShort ? 5 : 250)
    await within('only the bystander’s room is open', async () => (await openRooms(stage)) <= 1)
    // The thread that folds ends when it has been idle for 20 s.
    await delay(isShort ? 0 : 25_000)
    const after = await memoryOf(stage)
    const fresh = openBot(stage.anna(), { doc: new Y.Doc() })
    const load = await within('the plan opens', () => fresh.isSynced(), 1_000)
    holds(tokensOf(fresh.doc).join('') === text, 'the words changed')
    fresh.close()
    const grown = after / baseline - 1
    if (!isShort) holds(grown < 0.2, `memory was ${baseline.toFixed()} MB, and is ${after.toFixed()}`)
    return {
      total: { edits, acked: ledger.counts().acked },
      worst: { 'memory before (MB)': baseline, 'at most (MB)': peak, 'after (MB)': after, 'opens (ms)': load },
    }
  },
}

const KILOBYTE = 1_024

export const D31: Scenario = {
  shows:
    'A reader on a line of 1 kB/s while megabytes are written: let go at 4 MB, memory stays bounded, and it catches up when it is back.',
  seeds: 1,
  async run(stage) {
    const { proxy, isShort } = stage
    const [anna, ben] = await stage.open(2)
    if (!anna || !ben) return {}
    const reader = await stage.guest('viewer', 'Slow')
    const slow = openBot(reader)
    await within('it has the plan', () => slow.isSynced())
    proxy.lineOf(slow.ws).weather({ bytesPerSecond: KILOBYTE })
    const before = await memoryOf(stage)
    const note = writeParagraph(anna.doc, '')
    let written = 0
    let most = before
    const rooms = async () =>
      ((await (await fetch(`${stage.withy.origin}/readyz`)).json()) as { sockets: number }).sockets
    const here = await rooms()
    const limit = (isShort ? 14 : 40) * KILOBYTE * KILOBYTE
    while ((await rooms()) === here && written < limit) {
      // Put in and taken out again: a plan has its size, a line has not.
      note.insert(0, 'y'.repeat(100_000))
      note.delete(0, 100_000)
      written += 100_000
      await anna.comeBack()
      await inTime(
        'it is saved',
        within('acked', () => anna.bot()?.acked() === anna.bot()?.sent()),
      )
      most = Math.max(most, await memoryOf(stage))
      // Within the half megabyte a second that anybody may send.
      await delay(120)
    }
    holds(written < limit, `${written} bytes were kept for a reader who does not read`)
    holds(most - before < 200, `memory grew by ${most - before} MB`)
    slow.ws.terminate()
    const back = openBot(reader, { doc: slow.doc })
    await within('it catches up', () => back.isSynced() && tokensOf(back.doc).length === tokensOf(anna.doc).length)
    back.close()
    await stage.judgeAll()
    return { total: { 'written (MB)': written / KILOBYTE / KILOBYTE }, worst: { 'memory (MB)': most - before } }
  },
}
