import { connect, type Socket } from 'node:net'
import { type Bot, type BotNeeds, openBot } from '../../src/testing/bot.ts'
import type { Guest } from '../../src/testing/guests.ts'
import { writeParagraph } from '../../src/testing/writer.ts'
import { seqOf } from './on-disk.ts'
import type { Stage } from './stage.ts'
import { holds, inTime, within } from './within.ts'
import type { Writer } from './writer.ts'

/** A socket whose every frame is the attacker's own; it is open, and answers nothing. */
export async function rawBot({ atEnd }: Stage, guest: Guest, needs: BotNeeds = {}): Promise<Bot> {
  const bot = openBot(guest, { mute: true, ...needs })
  atEnd(() => bot.ws.terminate())
  await inTime('an attacker’s socket opens', bot.status)
  await within('the server asks it', () => bot.heard.length > 0 || bot.ws.readyState === bot.ws.CLOSED)
  return bot
}

/** A TCP connection to the server, past our proxy. */
export function rawSocket({ withy, atEnd }: Stage): Socket {
  const socket = connect(withy.port, '127.0.0.1')
  socket.on('error', () => {})
  atEnd(() => socket.destroy())
  return socket
}

/** The upgrade request of a guest, as bytes. */
export const upgradeOf = ({ origin, plan, cookie }: Guest): string =>
  `GET /plans/${plan}/live HTTP/1.1\r\nHost: ${new URL(origin).host}\r\nOrigin: ${origin}\r\nCookie: ${cookie}\r\n` +
  'Connection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\n' +
  `Sec-WebSocket-Key: ${'A'.repeat(22)}==\r\n\r\n`

/**
 * What an attack may not do: end the process, cut anybody else's socket, hold up their words, or put anything into the
 * plan. Call before it; the function it gives is asked after it. `stored`: changes of other people that came meanwhile.
 */
export function unharmed({ withy, dataDir, anna }: Stage, [witness, ...others]: readonly Writer[]) {
  const { pid } = withy.server()
  const sockets = [witness, ...others].map((writer) => writer?.bot())
  const seq = seqOf(dataDir, anna().plan)
  return async (mine = 0): Promise<void> => {
    holds(withy.server().pid === pid, 'the server is another process')
    holds(
      sockets.every((bot) => bot?.ws.readyState === bot?.ws.OPEN),
      'somebody else lost their socket',
    )
    const stored = seqOf(dataDir, anna().plan) - seq
    holds(stored === mine, `${stored - mine} changes were stored that nobody may make`)
    if (!witness) return
    const began = performance.now()
    writeParagraph(witness.doc, 'still here')
    await within('an honest word is saved', () => witness.bot()?.acked() === witness.bot()?.sent(), 5_000)
    holds(performance.now() - began < 5_000, 'an honest word had to wait')
  }
}
