import type { IncomingMessage } from 'node:http'
import { type HttpBindings, upgradeWebSocket } from '@hono/node-server'
import { ACK_SUBPROTOCOL, CLOSE, SCHEMA_VERSION } from '@withy/shared/protocol'
import { type Context, Hono } from 'hono'
import { createMiddleware } from 'hono/factory'
import { type WebSocket, WebSocketServer } from 'ws'
import { addressOf } from '../http/address.ts'
import { createTally } from '../http/tally.ts'
import type { Log } from '../log.ts'
import { type Connection, createConnection } from './connection.ts'
import { type Asking, createDoor, type DoorNeeds } from './door.ts'
import { LIVE_LIMITS, type LiveLimits } from './limits.ts'
import type { LiveRooms } from './live.ts'
import { streamRoutes } from './stream-routes.ts'
import { overWebSocket, type Transport } from './transport.ts'

export type LiveRouteNeeds = DoorNeeds & {
  readonly live: LiveRooms
  readonly log: Log
  readonly now?: () => number
}

type Asker = { Variables: { asking: Asking }; Bindings: HttpBindings }

/**
 * The socket of a plan, `/plans/:plan/live` (docs/PROTOCOL.md), and what stands in for it where websockets are blocked. Who is
 * asking is settled before the upgrade and answered as HTTP: 403 from another website, 401 without a session, 404 without a
 * place in the plan (SPEC SYNC-29 to SYNC-31).
 */
export function liveRoutes({ live, log, now = Date.now, ...needs }: LiveRouteNeeds): Hono<Asker> {
  const door = createDoor(needs)
  /** With where each came from. */
  const connections = new Map<Connection, string>()
  const perAddress = createTally()
  let clock: NodeJS.Timeout | undefined

  function keep(connection: Connection, address: string) {
    connections.set(connection, address)
    perAddress.add(address)
    clock ??= setInterval(() => {
      for (const one of connections.keys()) one.tick()
    }, live.limits.tickMs).unref()
  }

  function over(connection: Connection) {
    connection.closed()
    const address = connections.get(connection)
    if (address === undefined) return
    perAddress.remove(address)
    connections.delete(connection)
    if (connections.size > 0) return
    clearInterval(clock)
    clock = undefined
  }

  function connect(c: Context, { person, session }: Asking, transport: Transport, acks: boolean): Connection {
    const plan = c.req.param('plan') ?? ''
    const epoch = c.req.query('epoch')
    const schema = c.req.query('schema')
    const connection = createConnection({ transport, plan, person, session, epoch, acks, live, log, now })
    if (schema !== undefined && schema !== String(SCHEMA_VERSION)) {
      // An editor deletes what its schema does not know, for everyone: another version is not let in at all.
      connection.refuse(CLOSE.updateNeeded, 'schema')
    } else {
      keep(connection, addressOf(c))
      connection.start()
    }
    return connection
  }

  const hasRoomFor = (c: Context, person: string) =>
    live.hasRoomFor(person) && perAddress.of(addressOf(c)) < live.limits.socketsPerAddress

  const allowed = createMiddleware<Asker>(async (c, next) => {
    if (c.req.header('upgrade')?.toLowerCase() !== 'websocket') return c.body(null, 426, { upgrade: 'websocket' })
    const asking = await door(c)
    if (typeof asking === 'number') return c.body(null, asking)
    if (!hasRoomFor(c, asking.person)) return c.body(null, 503, { 'retry-after': '5' })
    c.set('asking', asking)
    await next()
  })

  const socket = upgradeWebSocket((c: Context<Asker>) => {
    let connection: Connection
    return {
      onOpen(_event, { raw, protocol }) {
        const ws = raw as WebSocket
        const transport = overWebSocket(ws, c.env.incoming.socket)
        connection = connect(c, c.get('asking'), transport, protocol === ACK_SUBPROTOCOL)
        ws.on('pong', () => connection.asked())
        // Not through `onMessage`, which makes an event of each frame. Copied: a frame that is held back would hold all it came with.
        ws.on('message', (data: Buffer, isBinary) => connection.received(isBinary ? new Uint8Array(data) : null))
      },
      onClose: () => over(connection),
    }
  })

  return new Hono<Asker>()
    .get('/plans/:plan/live', allowed, socket)
    .route('/', streamRoutes({ live, door, hasRoomFor, connect, over }))
}

/** The socket server to hand to `createAdaptorServer({ websocket: { server } })`. */
export function createSocketServer(limits: LiveLimits = LIVE_LIMITS): WebSocketServer {
  const server = new WebSocketServer({
    noServer: true,
    maxPayload: limits.frameBytes,
    perMessageDeflate: false,
    handleProtocols: (offered) => (offered.has(ACK_SUBPROTOCOL) ? ACK_SUBPROTOCOL : false),
  })
  // A socket without an error listener takes the whole process with it on one bad frame.
  server.on('connection', (ws) => ws.on('error', () => {}))
  return server
}

/** For `serverOptions.shouldUpgradeCallback`: any other upgrade would be left open and unanswered. */
export const mayUpgrade = (request: IncomingMessage): boolean => request.headers.upgrade?.toLowerCase() === 'websocket'
