import { setTimeout as delay } from 'node:timers/promises'
import * as Y from 'yjs'
import { openBot } from '../../src/testing/bot.ts'
import { type Guest, startPlan } from '../../src/testing/guests.ts'
import { writeParagraph } from '../../src/testing/writer.ts'
import type { Scenario } from '../scenario.ts'
import { tokensOf } from '../stage/ledger.ts'
import { heldBy, memoryOf, TELLS_MEMORY } from '../stage/memory.ts'
import { ask } from '../stage/on-disk.ts'
import type { Stage } from '../stage/stage.ts'
import { holds, within } from '../stage/within.ts'
import type { Writer } from '../stage/writer.ts'

/** Each plan is opened, a word written in it, and left again. */
async function comeAndGo(owners: readonly Guest[]) {
  for (const owner of owners) {
    const bot = openBot(owner)
    await within('a small plan opens', () => bot.isSynced())
    writeParagraph(bot.doc, 'short')
    await within('its word is saved', () => bot.acked() === bot.sent())
    bot.close()
    await bot.closed
  }
}

/** Twelve write and take out, so that the plan has a few hundred words at any time, whatever was taken out. */
async function workshop({ chance }: Stage, writers: readonly Writer[], edits: number) {
  await Promise.all(writers.map((writer) => writer.comeBack()))
  for (let i = 0; i < edits; i++) {
    const writer = chance.of(writers)
    if (writer.texts()[0]?.length && chance.share() < 0.48) writer.remove(chance.share())
    else writer.type(chance.share())
    if (i % 60 === 59) await Promise.all(writers.map((one) => one.saved()))
  }
}

const openNow = async ({ withy }: Stage) =>
  (await (await fetch(`${withy.origin}/readyz`)).json()) as { rooms: number; sockets: number }

/** How many changes of the plan the log still has, one by one. */
const logged = ({ dataDir, anna }: Stage) =>
  ask(dataDir, (file) =>
    file.prepare<[string], number>('select count(*) from plan_update where plan = ?').pluck().get(anna().plan),
  ) ?? 0

/**
 * Memory after a workshop tells nothing by itself: V8 keeps garbage and pages, the C library keeps pages of the thread that folds, and
 * SQLite fills its page cache, all up to a bound of their own. So as many workshops as it takes to get there come first, and
 * as many again after them, without garbage: what is kept of each workshop is still seen, and what is kept once is not.
 */
const WARM_UP = 2
const WORKSHOPS = 2 * WARM_UP

/** In use after twice as many workshops: 170 bytes of each change, or 8 kB of each plan that was opened. */
const MORE_USED_MB = 2

export const D15: Scenario = {
  shows:
    'Four workshops, each as the one before: twelve write and take out much, then all leave, and a hundred plans are opened and closed. Memory is what it was after two, the log is compacted, the plan opens in 1 s.',
  seeds: 2,
  async run(stage) {
    const { isShort, ledger } = stage
    const writers = await stage.open(isShort ? 3 : 12, TELLS_MEMORY)
    const owners: Guest[] = []
    for (let i = 0; i < (isShort ? 5 : 125); i++) owners.push(await startPlan(stage.withy.origin))
    const edits = isShort ? 200 : 6_000
    const held: Awaited<ReturnType<typeof heldBy>>[] = []
    let peak = 0
    for (let i = 0; i < WORKSHOPS; i++) {
      await workshop(stage, writers, edits)
      await stage.judgeAll()
      peak = Math.max(peak, await memoryOf(stage))
      for (const writer of writers) await writer.leave()
      await comeAndGo(owners)
      await within('only the bystander’s room is open', async () => (await openNow(stage)).rooms <= 1)
      // The thread that folds ends when it has been idle for 20 s.
      await delay(isShort ? 0 : 25_000)
      held.push(await heldBy(stage))
      stage.note(`memory ${JSON.stringify(held.at(-1))}`)
    }
    const text = tokensOf(stage.onDisk()).join('')
    holds(isShort || logged(stage) < (WORKSHOPS * edits) / 2, `the log has ${logged(stage)} changes`)
    const fresh = openBot(stage.anna(), { doc: new Y.Doc() })
    const load = await within('the plan opens', () => fresh.isSynced(), 1_000)
    holds(tokensOf(fresh.doc).join('') === text, 'the words changed')
    fresh.close()
    const [before, after] = [held[WARM_UP - 1], held.at(-1)]
    if (!before || !after) return {}
    const told = held.map(({ used, resident }) => `${used.toFixed(1)} (${resident.toFixed()})`).join(', ')
    holds(after.used < before.used + MORE_USED_MB, `memory grows with each workshop: ${told} MB`)
    // Where the thread that folds is still there it is not what it was.
    holds(isShort || after.resident < before.resident * 1.2, `resident memory grows with each workshop: ${told} MB`)
    return {
      total: { edits: WORKSHOPS * edits, acked: ledger.counts().acked, 'plans opened': WORKSHOPS * owners.length },
      worst: {
        'at most (MB)': peak,
        'after two (MB)': before.resident,
        'after four (MB)': after.resident,
        'in use, after two (MB)': before.used,
        'in use, after four (MB)': after.used,
        'opens (ms)': load,
      },
    }
  },
}

const KILOBYTE = 1_024
const MEGABYTE = KILOBYTE * KILOBYTE

/** What the server may wait with before it lets go of a reader: 4 MB of its own, and what the system's buffers at both ends take. */
const UNREAD_BYTES = 20 * MEGABYTE

/** Somebody who has the plan, and reads what comes after at 1 kB/s. */
async function readSlowly({ proxy }: Stage, reader: Guest, doc: Y.Doc) {
  const slow = openBot(reader, { doc })
  await within('it has the plan', () => slow.isSynced())
  proxy.lineOf(slow.ws).weather({ bytesPerSecond: KILOBYTE })
  return slow
}

export const D31: Scenario = {
  shows:
    'A reader on a line of 1 kB/s while three write 200 MB: let go at 4 MB each time it comes back, memory stays bounded, and it catches up at last.',
  seeds: 1,
  async run(stage) {
    const { isShort } = stage
    const writers = await stage.open(3)
    const notes = writers.map(({ doc }) => writeParagraph(doc, ''))
    const reader = await stage.guest('viewer', 'Slow')
    const doc = new Y.Doc()
    let slow = await readSlowly(stage, reader, doc)
    const before = await memoryOf(stage)
    const here = (await openNow(stage)).sockets
    const all = isShort ? UNREAD_BYTES : 200 * MEGABYTE
    let most = before
    let written = 0
    let unread = 0
    let letGo = 0
    while (written < all) {
      for (const note of notes) {
        // Put in and taken out again: a plan has its size, a line has not.
        note.insert(0, 'y'.repeat(100_000))
        note.delete(0, 100_000)
        unread += 100_000
        written += 100_000
      }
      for (const { bot } of writers) await within('it is saved', () => bot()?.acked() === bot()?.sent())
      most = Math.max(most, await memoryOf(stage))
      if ((await openNow(stage)).sockets < here) {
        letGo += 1
        unread = 0
        slow.ws.terminate()
        slow = await readSlowly(stage, reader, doc)
      }
      holds(unread < UNREAD_BYTES, `${unread} bytes were kept for a reader who does not read`)
      // Within the half megabyte a second that anybody may send.
      await delay(200)
    }
    holds(letGo > 0, 'the reader was never let go')
    holds(most - before < 200, `memory grew by ${most - before} MB`)
    slow.ws.terminate()
    const back = openBot(reader, { doc })
    const text = tokensOf(writers[0]?.doc ?? doc).join('')
    await within('it catches up', () => back.isSynced() && tokensOf(doc).join('') === text)
    back.close()
    await stage.judgeAll()
    return { total: { 'written (MB)': written / MEGABYTE, 'let go': letGo }, worst: { 'memory (MB)': most - before } }
  },
}
