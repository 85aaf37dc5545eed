import { FRAME, readAck } from '@withy/shared/protocol'
import * as decoding from 'lib0/decoding'
import * as Y from 'yjs'
import { type Connection, createConnection } from '../src/live/connection.ts'
import { folded } from '../src/live/folded.ts'
import { LIVE_LIMITS } from '../src/live/limits.ts'
import { createLive } from '../src/live/live.ts'
import { createLog } from '../src/log.ts'
import { createMemoryRoles } from '../src/testing/memory-log.ts'
import { type createDisk, PLAN } from './disk.ts'
import { changesIn, type Durable } from './durable.ts'
import { sleep } from './virtual-time.ts'
import type { ClientEnd, ServerEnd } from './wire.ts'

export type Service = ReturnType<typeof startService>

export type ServiceNeeds = {
  readonly disk: ReturnType<typeof createDisk>
  readonly durable: Durable
  readonly people: readonly string[]
  readonly chance: () => number
  wrong(what: string): void
}

const log = createLog('silent')

/** A server process: the real connections and live rooms, on storage that outlives them. */
export function startService({ disk, durable, people, chance, wrong }: ServiceNeeds) {
  const { updates, gone } = disk.open()
  const roles = createMemoryRoles()
  for (const person of people) roles.set(PLAN, person, 'contributor')
  const connections = new Set<Connection>()
  let isUp = true
  let foldsToFail = 0

  const live = createLive({
    updates,
    roles,
    facts: { current: async () => [] },
    // Folded often: a script is short.
    limits: { ...LIVE_LIMITS, tailChanges: 100 },
    log,
    folding: {
      async fold(parts) {
        await sleep(Math.floor(chance() * 500))
        if (foldsToFail > 0) {
          foldsToFail -= 1
          throw new Error('the thread that folds has ended')
        }
        disk.counts.folds += 1
        return folded(parts)
      },
      difference: async (update, vector) => Y.diffUpdate(update, vector),
      stop: async () => {},
    },
  })
  const clock = setInterval(() => {
    for (const one of connections) one.tick()
  }, LIVE_LIMITS.tickMs)

  function accept(person: string, end: ClientEnd): ServerEnd | null {
    if (!isUp) return null
    const changes: Uint8Array[] = []
    let isOpen = true

    function say(frame: Uint8Array) {
      if (frame[0] === FRAME.ack) acked(frame)
      durable.shown(frame)
      end.send(frame)
    }
    function acked(frame: Uint8Array) {
      const decoder = decoding.createDecoder(frame)
      decoding.readVarUint(decoder)
      const { count } = readAck(decoder)
      if (count > changes.length) wrong('more was acked than was sent')
      if (!changes.slice(0, count).every(durable.holds)) wrong('something was acked that is not on disk')
    }
    const connection = createConnection({
      transport: {
        isOpen: () => isOpen && isUp,
        waiting: () => 0,
        send({ frames }, taken) {
          if (!isUp) return
          frames.forEach(say)
          taken?.()
        },
        ping: () => isUp && end.ping(),
        pause() {},
        resume() {},
        close(code, why) {
          if (code >= 4400 && code < 4500) wrong(`an honest page was refused: ${code} ${why}`)
          isOpen = false
          if (isUp) end.close(code, why)
        },
        terminate: () => isUp && end.close(1006, ''),
      },
      plan: PLAN,
      person,
      session: `session of ${person}`,
      epoch: undefined,
      acks: true,
      live,
      log,
      now: Date.now,
    })
    connections.add(connection)
    connection.start()
    return {
      receive(frame) {
        if (!isUp) return
        const change = changesIn(frame)
        if (change && isOpen) changes.push(change)
        connection.received(frame)
      },
      alive: () => void connection.asked(),
      gone() {
        isOpen = false
        connections.delete(connection)
        if (isUp) connection.closed()
      },
    }
  }

  return {
    accept,
    live,
    failFold() {
      foldsToFail = 1
    },
    /** As by kill -9. */
    kill() {
      isUp = false
      clearInterval(clock)
      gone()
    },
    /** Stops as it should; `kill` after it lets go of the rest. */
    stop: () => live.stop(),
  }
}
