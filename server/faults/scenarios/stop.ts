import { setTimeout as delay } from 'node:timers/promises'
import { CLOSE } from '@withy/shared/protocol'
import { openBot } from '../../src/testing/bot.ts'
import type { Scenario } from '../scenario.ts'
import type { Stage } from '../stage/stage.ts'
import { injectInto, whyNoStrace } from '../stage/strace.ts'
import { holds, inTime, within } from '../stage/within.ts'
import { typeUntilAcked } from './kill.ts'

const STOP_MS = 10_000

/** SIGTERM while everybody goes on typing. @returns how long it took to end (ms) */
async function stopUnderLoad({ withy, chance, writers }: Stage): Promise<number> {
  const server = withy.server()
  const began = performance.now()
  const closed = writers().flatMap((writer) => writer.bot()?.closed ?? [])
  server.signal('SIGTERM')
  const clock = setInterval(() => chance.of(writers()).type(), 2)
  const code = await inTime('the server ends', server.ended, STOP_MS + 2_000).finally(() => clearInterval(clock))
  const took = performance.now() - began
  holds(code === 0, `it ended with ${code}`)
  holds(took < STOP_MS, `it took ${took} ms to end`)
  for (const { code: said } of await Promise.all(closed)) holds(said === CLOSE.restarting, `a socket was told ${said}`)
  return took
}

export const D02: Scenario = {
  shows:
    'SIGTERM under load, with 200 open sockets, on a slow disk: told to come back (1012), ended with 0 in 10 s, no acked word lost.',
  seeds: 5,
  async run(stage) {
    const { withy, chance, isShort } = stage
    await stage.open(3)
    const guests = await Promise.all([1, 2, 3, 4, 5].map((n) => stage.guest('viewer', `Viewer ${n}`)))
    const bots = guests.flatMap((guest) => Array.from({ length: isShort ? 4 : 40 }, () => openBot(guest)))
    stage.atEnd(() => {
      for (const bot of bots) bot.ws.terminate()
    })
    await within('all are here', () => bots.every((bot) => bot.isSynced()))
    await typeUntilAcked(stage, 1 + chance.below(100))
    const crowded = await stopUnderLoad(stage)
    for (const { code } of await Promise.all(bots.map((bot) => bot.closed))) {
      holds(code === CLOSE.restarting, `a reader was told ${code}`)
    }
    stage.judgeDisk()
    await withy.start()
    await stage.judgeAll()

    let slow = 0
    if (!isShort && whyNoStrace() === null) {
      const heal = await injectInto(withy.server().pid, 'fsync,fdatasync:delay_enter=300000')
      stage.atEnd(heal)
      await typeUntilAcked(stage, 5)
      slow = await stopUnderLoad(stage)
      await heal()
      stage.judgeDisk()
      await withy.start()
      await delay(chance.below(20))
      await stage.judgeAll()
    }
    const { acked } = stage.ledger.counts()
    return { total: { acked }, worst: { 'to the end (ms)': crowded, 'to the end, 300 ms a sync (ms)': slow } }
  },
}
