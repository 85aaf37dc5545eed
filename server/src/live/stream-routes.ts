import { randomBytes } from 'node:crypto'
import type { HttpBindings } from '@hono/node-server'
import { ACK_SUBPROTOCOL } from '@withy/shared/protocol'
import { type Context, Hono } from 'hono'
import type { Connection } from './connection.ts'
import type { Asking, createDoor } from './door.ts'
import type { LiveRooms } from './live.ts'
import { type Body, createStream, type Stream } from './stream.ts'
import type { Transport } from './transport.ts'

export type StreamRouteNeeds = {
  readonly live: LiveRooms
  readonly door: ReturnType<typeof createDoor>
  /** Whether one more connection of this person, from where they ask, may open. */
  hasRoomFor(c: Context, person: string): boolean
  connect(c: Context, asking: Asking, transport: Transport, acks: boolean): Connection
  over(connection: Connection): void
}

type Open = { readonly stream: Stream; readonly plan: string } & Asking

const HEADERS = {
  'content-type': 'application/octet-stream',
  // Packed or kept by something in between, an event would come late or never.
  'cache-control': 'no-store, no-transform',
  'x-accel-buffering': 'no',
}

/**
 * A plan's socket where websockets are blocked, `/plans/:plan/live/streams` (docs/PROTOCOL.md): opened by one request, carried
 * by others. A stream's name is nobody's guess, and opens nothing without the session it was made in (SPEC SYNC-93).
 */
export function streamRoutes({ live, door, hasRoomFor, connect, over }: StreamRouteNeeds) {
  const { limits } = live
  const streams = new Map<string, Open>()

  /** Also those that have closed and wait for their last word to be taken. */
  const isRoomFor = (c: Context, person: string) => {
    const its = [...streams.values()].filter((open) => open.person === person)
    return its.length < limits.socketsPerPerson && streams.size < limits.sockets && hasRoomFor(c, person)
  }

  /** The stream in the path, when it is the asker's own, or a no. */
  async function own(c: Context): Promise<Stream | Response> {
    const asking = await door(c)
    if (typeof asking === 'number') return c.body(null, asking)
    const open = streams.get(c.req.param('stream') ?? '')
    const isOwn = open?.person === asking.person && open.session === asking.session
    return isOwn && open.plan === c.req.param('plan') ? open.stream : c.body(null, 404)
  }

  const verdictOn = (c: Context) => streams.get(c.req.param('stream') ?? '')?.stream.verdict()

  return new Hono<{ Bindings: HttpBindings }>()
    .post('/plans/:plan/live/streams', async (c) => {
      const asking = await door(c)
      if (typeof asking === 'number') return c.body(null, asking)
      if (!isRoomFor(c, asking.person)) return c.body(null, 503, { 'retry-after': '5' })
      const id = randomBytes(24).toString('base64url')
      const acks = c.req.query('protocol') === ACK_SUBPROTOCOL
      let connection: Connection | null = null
      const stream = createStream({
        limits,
        connect: (transport) => {
          connection = connect(c, asking, transport, acks)
          return connection
        },
        over() {
          streams.delete(id)
          if (connection) over(connection)
        },
      })
      streams.set(id, { stream, plan: c.req.param('plan'), ...asking })
      return c.json({ stream: id, protocol: acks ? ACK_SUBPROTOCOL : '' }, 200, { 'cache-control': 'no-store' })
    })
    .get('/plans/:plan/live/streams/:stream/events', async (c) => {
      const stream = await own(c)
      if (stream instanceof Response) return stream
      const events = stream.events(() => c.env.outgoing.destroy())
      return events ? c.body(events, 200, { ...HEADERS, 'content-type': 'text/event-stream' }) : c.body(null, 409)
    })
    .post('/plans/:plan/live/streams/:stream/poll', async (c) => {
      const stream = await own(c)
      // Whoever was shut out a moment ago still hears why, and nothing of the plan.
      const verdict = stream instanceof Response && stream.status !== 403 && verdictOn(c)
      if (verdict) return c.body(verdict, 200, HEADERS)
      if (stream instanceof Response) return stream
      const bytes = await stream.poll(numberOf(c))
      return bytes ? c.body(bytes, 200, HEADERS) : c.body(null, 409)
    })
    .post('/plans/:plan/live/streams/:stream/frames', async (c) => {
      const stream = await own(c)
      if (stream instanceof Response) return stream
      const taken = await stream.take(numberOf(c), () => bodyOf(c, limits.frameBytes))
      return c.body(null, { taken: 204, wait: 409, over: 410 }[taken] as 204)
    })
}

/** Which request of its kind this is, from 1; 0, which is never its turn, where it does not say. */
const numberOf = (c: Context): number => Number(/^\d{1,15}$/.exec(c.req.query('n') ?? '')?.[0] ?? 0)

/** Counted while it is read: a length that is promised may be a lie. */
async function bodyOf(c: Context, longest: number): Promise<Body> {
  const chunks: Uint8Array[] = []
  let size = 0
  try {
    for await (const chunk of c.req.raw.body ?? []) {
      size += chunk.byteLength
      if (size > longest) return 'too-long'
      chunks.push(chunk)
    }
    return Buffer.concat(chunks)
  } catch {
    return 'cut-off'
  }
}
