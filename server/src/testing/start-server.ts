import { mkdtempSync, rmSync } from 'node:fs'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createAdaptorServer } from '@hono/node-server'
import type { Hono } from 'hono'
import { createApp } from '../app.ts'
import { siteOf } from '../http/origin.ts'
import { createSecrets } from '../http/secrets.ts'
import { LIVE_LIMITS, type LiveLimits } from '../live/limits.ts'
import { createLive } from '../live/live.ts'
import { createSocketServer, mayUpgrade } from '../live/routes.ts'
import { createLog, type Log } from '../log.ts'
import { createFacts } from '../plans/facts.ts'
import { openKey } from '../storage/key-file.ts'
import { openSqlite } from '../storage/sqlite/open.ts'
import { sqliteUpdateLog } from '../storage/sqlite/update-log.ts'
import { createStore } from '../storage/store.ts'
import type { UpdateLog } from '../storage/update-log.ts'
import { createWorkshopRooms } from '../workshop/rooms.ts'

export type TestServer = Awaited<ReturnType<typeof startServer>>

export type TestServerNeeds = {
  /** Shorter times, lower counts. */
  readonly limits?: Partial<LiveLimits>
  /** Stands between the live room and its log, to break things. */
  readonly around?: (updates: UpdateLog) => UpdateLog
  readonly log?: Log
}

/** The real server, with its real database in a new folder, on a port of its own. `stop` removes the folder. */
export async function startServer({ limits, around = (it) => it, log = createLog('silent') }: TestServerNeeds = {}) {
  const dataDir = mkdtempSync(join(tmpdir(), 'withy-test-'))
  const sqlite = await openSqlite(dataDir)
  const store = createStore(sqlite.db)
  const updates = around(sqliteUpdateLog(sqlite))
  const all: LiveLimits = { ...LIVE_LIMITS, ...limits }
  const workshops = createWorkshopRooms({
    store,
    tell: (...said) => live.tell(...said),
    isListened: (plan) => live.isOpen(plan),
    log,
  })
  const facts = createFacts(store, workshops.greeting)
  const live = createLive({ updates, roles: store, facts, moments: store, log, limits: all })

  let app: Hono
  const server = createAdaptorServer({
    fetch: (request, env) => app.fetch(request, env),
    websocket: { server: createSocketServer(all) },
    serverOptions: { shouldUpgradeCallback: mayUpgrade },
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  const site = siteOf({ host: '127.0.0.1', publicUrl: null }, port)
  const secrets = createSecrets(openKey(dataDir).key)
  app = createApp({ store, live, workshops, secrets, site, start: 'anyone', dist: dataDir, log }).app

  return {
    origin: site.origin,
    /** Its database file. */
    database: join(dataDir, 'withy.db'),
    port,
    live,
    store,
    updates,
    async stop() {
      await live.stop()
      const closed = new Promise((resolve) => server.close(resolve))
      if ('closeAllConnections' in server) server.closeAllConnections()
      await closed
      await store.close()
      rmSync(dataDir, { recursive: true })
    },
  }
}
