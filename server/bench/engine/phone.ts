import { Agent, request } from 'node:http'
import type { Mine, Steering, Taking, WorkshopSeen } from '@withy/shared/api'
import { FRAME, type RoomMessage, SYNC } from '@withy/shared/protocol'
import * as decoding from 'lib0/decoding'
import { syncFrame } from './dialect.ts'
import { type Door, openRawSocket, type RawSocket } from './raw-socket.ts'

/** What the room tells of its workshop. */
export type Told = Extract<RoomMessage, { type: 'workshop' }>

type Where = { readonly plan: string; readonly workshop: string }

const NOTHING = new Uint8Array()
/** The clocks of somebody who has nothing, and a change that brings nothing (Yjs, V1). */
const NO_CLOCKS = Uint8Array.of(0)
const NO_CHANGE = Uint8Array.of(0, 0)
/** A page asks again at a moment of its own within this time, as the client's `use-workshop.ts` does. */
const APART_MS = 400

/** Requests of one device with its cookie, over one connection that stays open. */
export function openDevice(port: number, known = '') {
  const agent = new Agent({ keepAlive: true, maxSockets: 1 })
  let cookie = known

  const once = (method: string, path: string, bytes: Buffer | undefined) =>
    new Promise<{ status: number | undefined; words: string }>((resolve, reject) => {
      const headers = {
        origin: `http://127.0.0.1:${port}`,
        ...(cookie !== '' && { cookie }),
        ...(bytes && { 'content-type': 'application/json', 'content-length': bytes.byteLength }),
      }
      const asked = request({ host: '127.0.0.1', port, method, path, headers, agent }, (answer) => {
        const [given] = answer.headers['set-cookie'] ?? []
        if (given) cookie = given.split(';')[0] ?? ''
        const chunks: Buffer[] = []
        answer.on('data', (chunk: Buffer) => chunks.push(chunk))
        answer.on('error', reject)
        answer.on('end', () => resolve({ status: answer.statusCode, words: Buffer.concat(chunks).toString('utf8') }))
      })
      // The server lets a quiet connection go just as it is used again: browsers ask once more too.
      asked.on('error', (problem) => (asked.reusedSocket ? resolve(once(method, path, bytes)) : reject(problem)))
      asked.end(bytes)
    })

  return {
    cookie: () => cookie,
    /** @throws {Error} with the server's answer on a no */
    async ask<T>(method: string, path: string, body?: unknown): Promise<T> {
      const bytes = body === undefined ? undefined : Buffer.from(JSON.stringify(body))
      const { status, words } = await once(method, path, bytes)
      if (status !== 200) throw new Error(`${method} ${path}: ${status} ${words}`)
      return JSON.parse(words)
    },
    close: () => agent.destroy(),
  }
}
export type Device = ReturnType<typeof openDevice>

/**
 * Somebody in a workshop: requests for what they do, a socket for what the room tells, and the question a page asks again when it is
 * offered another wording.
 */
export function openPhone(
  device: Device,
  door: Door,
  { plan, workshop }: Where,
  hears: (told: Told, bytes: number) => void,
) {
  const path = `/api/plans/${plan}/workshops/${workshop}`
  const own = new Set<string>()
  let asking: Promise<unknown> = Promise.resolve()
  let socket: RawSocket | undefined
  let me = ''

  function hear(told: Told, bytes: number) {
    hears(told, bytes)
    if (!told.changed?.ideas.some(({ id, isOffered }) => isOffered && own.has(id))) return
    asking = new Promise((later) => setTimeout(later, Math.random() * APART_MS)).then(() =>
      device.ask('GET', `${path}/own`),
    )
  }

  function take(said: Taking): Promise<Mine> {
    if (said.do === 'idea') own.add(said.id)
    return device.ask<Mine>('POST', `${path}/take-part`, said)
  }

  return {
    /** Opens the workshop's page: the plan, its socket, the workshop. */
    async open() {
      await device.ask('GET', `/api/plans/${plan}`)
      socket = openRawSocket(door, {
        frame: (bytes, from, to) => heardIn(bytes.subarray(from, to), hear, () => say('step2', NO_CHANGE)),
        ended(why) {
          throw new Error(`Somebody was lost. ${why}`)
        },
      })
      const say = (kind: keyof typeof SYNC, bytes: Uint8Array) => socket?.send(syncFrame(NOTHING, kind, bytes))
      await Promise.all([socket.opened.then(() => say('step1', NO_CLOCKS)), device.ask('GET', path)])
    },
    /** Comes in, as a page does by itself where the workshop is open. */
    async comeIn() {
      const { people } = await take({ do: 'come-in' })
      me = people.find(({ own }) => own)?.id ?? ''
    },
    /** Who somebody is in the workshop, once in. */
    me: () => me,
    take,
    steer: (said: Steering) => device.ask<WorkshopSeen>('POST', `${path}/steer`, said),
    see: () => device.ask<WorkshopSeen>('GET', path),
    /** Resolves when what this page asked again has come. */
    settled: () => asking,
    close() {
      socket?.close()
      device.close()
    },
  }
}
export type Phone = ReturnType<typeof openPhone>

/** The room says the same bytes to everybody: taken apart once, or the generator would be busier than the server. */
let last: { readonly frame: Buffer; readonly message: RoomMessage } | null = null

function heardIn(frame: Buffer, hear: (told: Told, bytes: number) => void, isAsked: () => void) {
  const decoder = decoding.createDecoder(frame)
  const kind = decoding.readVarUint(decoder)
  if (kind === FRAME.sync && decoding.readVarUint(decoder) === SYNC.step1) return isAsked()
  if (kind !== FRAME.room) return
  if (!last?.frame.equals(frame))
    last = { frame: Buffer.from(frame), message: JSON.parse(decoding.readVarString(decoder)) }
  if (last.message.type === 'workshop') hear(last.message, frame.byteLength)
}
