import { ACK_SUBPROTOCOL, FRAME, SYNC } from '@withy/shared/protocol'
import { WebSocket } from 'ws'
import type { Someone } from './people.ts'
import type { Withy } from './withy.ts'

/** Somebody who has a plan open and says nothing: keeps no document, only when a frame came. */
export type Listener = {
  /** Resolves with when the next frame like that came (ms, as `performance.now`). */
  heard(isIt: (frame: Uint8Array) => boolean): Promise<number>
  close(): void
}

/** As somebody asks who has nothing of the plan yet: only then a room tells what others write. */
const ASKS_FOR_ALL = Uint8Array.of(FRAME.sync, SYNC.step1, 1, 0)

/** Opens a plan and resolves once it is here. Rejects when the server closes the socket first. */
export async function openListener(withy: Withy, plan: string, { cookie }: Someone): Promise<Listener> {
  const address = `${withy.origin.replace('http', 'ws')}/plans/${plan}/live`
  const socket = new WebSocket(address, [ACK_SUBPROTOCOL], { headers: { cookie, origin: withy.origin } })
  let waiting: { isIt(frame: Uint8Array): boolean; came(at: number): void }[] = []
  let isClosing = false
  const lost = new Promise<never>((_resolve, reject) => {
    socket.on('close', (code) => isClosing || reject(new Error(`The server closed a listener's socket: ${code}`)))
  })
  lost.catch(() => {})
  socket.on('message', (frame: Buffer) => {
    const at = performance.now()
    const [its, others] = [waiting.filter(({ isIt }) => isIt(frame)), waiting.filter(({ isIt }) => !isIt(frame))]
    waiting = others
    for (const { came } of its) came(at)
  })
  const heard: Listener['heard'] = (isIt) =>
    Promise.race([new Promise<number>((came) => waiting.push({ isIt, came })), lost])
  socket.on('open', () => socket.send(ASKS_FOR_ALL))
  await heard((frame) => frame[0] === FRAME.sync && frame[1] === SYNC.step2)
  return {
    heard,
    close() {
      isClosing = true
      socket.close()
    },
  }
}
