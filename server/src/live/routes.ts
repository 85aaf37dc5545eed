import type { IncomingMessage } from 'node:http'
import { type HttpBindings, upgradeWebSocket } from '@hono/node-server'
import { ACK_SUBPROTOCOL, CLOSE, SCHEMA_VERSION } from '@withy/shared/protocol'
import { Hono } from 'hono'
import { createMiddleware } from 'hono/factory'
import { type WebSocket, WebSocketServer } from 'ws'
import type { Log } from '../log.ts'
import type { Roles } from '../storage/people.ts'
import { type Connection, createConnection } from './connection.ts'
import { LIVE_LIMITS, type LiveLimits } from './limits.ts'
import type { LiveRooms } from './live.ts'
import { overWebSocket } from './transport.ts'

export type LiveRouteNeeds = {
  readonly live: LiveRooms
  readonly roles: Roles
  /** Whose a cookie header is, and in which session; null: nobody we know. */
  sessionOf(cookieHeader: string | undefined): Promise<Asking | null>
  /** Whether an Origin header is of our own pages. */
  isOwn(origin: string | undefined): boolean
  readonly log: Log
  readonly now?: () => number
}

type Asking = { readonly person: string; readonly session: string }
type Asker = { Variables: Asking; Bindings: HttpBindings }

/**
 * The socket of a plan, `/plans/:plan/live` (docs/PROTOCOL.md). Who is asking is settled before the upgrade and answered as
 * HTTP: 403 from another website, 401 without a session, 404 without a place in the plan (SPEC SYNC-29 to SYNC-31).
 */
export function liveRoutes({ live, roles, sessionOf, isOwn, log, now = Date.now }: LiveRouteNeeds): Hono<Asker> {
  const connections = new Set<Connection>()
  let clock: NodeJS.Timeout | undefined

  function keep(connection: Connection) {
    connections.add(connection)
    clock ??= setInterval(() => {
      for (const one of connections) one.tick()
    }, live.limits.tickMs).unref()
  }

  function forget(connection: Connection) {
    connections.delete(connection)
    if (connections.size > 0) return
    clearInterval(clock)
    clock = undefined
  }

  const allowed = createMiddleware<Asker>(async (c, next) => {
    if (c.req.header('upgrade')?.toLowerCase() !== 'websocket') return c.body(null, 426, { upgrade: 'websocket' })
    if (!isOwn(c.req.header('origin'))) return c.body(null, 403)
    const asking = await sessionOf(c.req.header('cookie'))
    if (asking === null) return c.body(null, 401)
    const { person, session } = asking
    if ((await roles.roleOf(c.req.param('plan') ?? '', person)) === null) return c.body(null, 404)
    if (!live.hasRoomFor(person)) return c.body(null, 503, { 'retry-after': '5' })
    c.set('person', person)
    c.set('session', session)
    await next()
  })

  const socket = upgradeWebSocket((c) => {
    let connection: Connection
    return {
      onOpen(_event, { raw, protocol }) {
        const ws = raw as WebSocket
        const schema = c.req.query('schema')
        connection = createConnection({
          transport: overWebSocket(ws, c.env.incoming.socket),
          plan: c.req.param('plan') ?? '',
          person: c.get('person'),
          session: c.get('session'),
          epoch: c.req.query('epoch'),
          acks: protocol === ACK_SUBPROTOCOL,
          live,
          log,
          now,
        })
        // An editor deletes what its schema does not know, for everyone: another version is not let in at all.
        if (schema !== undefined && schema !== String(SCHEMA_VERSION)) {
          connection.refuse(CLOSE.updateNeeded, 'schema')
          return
        }
        ws.on('pong', connection.alive)
        keep(connection)
        connection.start()
      },
      onMessage: ({ data }) => connection.received(data instanceof ArrayBuffer ? new Uint8Array(data) : null),
      onClose() {
        forget(connection)
        connection.closed()
      },
    }
  })

  return new Hono<Asker>().get('/plans/:plan/live', allowed, socket)
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
