import type { AddressInfo } from 'node:net'
import { fileURLToPath } from 'node:url'
import { createAdaptorServer } from '@hono/node-server'
import type { Hono } from 'hono'
import { createApp } from './app.ts'
import { ConfigProblem, readConfig } from './config.ts'
import { createPdfMaker } from './exports/pdf.ts'
import { boundConnections } from './http/connections.ts'
import { siteOf } from './http/origin.ts'
import { createSecrets } from './http/secrets.ts'
import { REMEMBERED_MS } from './http/session.ts'
import { createFolding } from './live/fold.ts'
import { createLive } from './live/live.ts'
import { createSocketServer, mayUpgrade } from './live/routes.ts'
import { createLog } from './log.ts'
import { createMetrics } from './metrics.ts'
import { createFacts } from './plans/facts.ts'
import { stopOnSignal } from './stop.ts'
import { openKey } from './storage/key-file.ts'
import { checkDisk } from './storage/sqlite/disk-check.ts'
import { takeFolder } from './storage/sqlite/one-server.ts'
import { openSqlite } from './storage/sqlite/open.ts'
import { sqliteUpdateLog } from './storage/sqlite/update-log.ts'
import { StorageProblem } from './storage/storage-problem.ts'
import { createStore } from './storage/store.ts'
import { createTrust } from './storage/trusted-disk.ts'
import { createWorkshopRooms } from './workshop/rooms.ts'

const DIST = fileURLToPath(new URL('../../client/dist', import.meta.url))

/** A request that comes slowly on purpose may not hold a connection for long. Looked at each second, or Node waits 30. */
const PATIENCE = { headersTimeout: 5_000, requestTimeout: 30_000, connectionsCheckingInterval: 1_000 }

async function start(): Promise<void> {
  const config = readConfig(process.env)
  const log = createLog(config.logLevel)
  // First, so that a second server changes nothing before it is refused.
  takeFolder(config.dataDir)
  const sqlite = await openSqlite(config.dataDir)
  const store = createStore(sqlite.db)
  await store.sessions.forgetUnseenSince(Date.now() - REMEMBERED_MS)
  const { key, made } = openKey(config.dataDir)
  if (made && !sqlite.isNew) log.warn('a new key was made: links and codes from before have stopped working')
  const metrics = createMetrics()
  const trust = createTrust(store.check, () => checkDisk(config.dataDir))
  const workshops = createWorkshopRooms({
    store,
    tell: (...said) => live.tell(...said),
    isListened: (plan) => live.isOpen(plan),
    log,
  })
  const live = createLive({
    updates: metrics.log(trust.log(sqliteUpdateLog(sqlite))),
    roles: store,
    facts: createFacts(store, workshops.greeting),
    moments: store,
    log,
    folding: metrics.folding(createFolding()),
    measures: metrics.live,
  })
  metrics.watch(live)
  const pdf = createPdfMaker()
  const sockets = createSocketServer()

  let app: Hono | null = null
  const server = createAdaptorServer({
    fetch: (request, env) =>
      app?.fetch(request, env) ?? new Response(null, { status: 503, headers: { 'retry-after': '1' } }),
    websocket: { server: sockets },
    serverOptions: { ...PATIENCE, shouldUpgradeCallback: mayUpgrade },
  })
  boundConnections(server, config.proxies)
  const stopping = stopOnSignal({ server, live, pdf, store, log })

  server.on('error', (err: NodeJS.ErrnoException) => {
    if (err.code !== 'EADDRINUSE' && err.code !== 'EADDRNOTAVAIL' && err.code !== 'EACCES') throw err
    console.error(cannotListen(err.code, config))
    process.exit(1)
  })
  server.listen(config.port, config.host, () => {
    const site = siteOf(config, (server.address() as AddressInfo).port)
    const secrets = createSecrets(key)
    const { isStopping } = stopping
    const { start, contact, dictation, statement, proxies, metricsToken } = config
    const told = { metrics, metricsToken, check: trust.check, isStopping }
    app = createApp({
      store,
      live,
      workshops,
      pdf,
      secrets,
      site,
      start,
      contact,
      dictation,
      statement,
      proxies,
      dist: DIST,
      log,
      ...told,
    }).app
    if (site.secure && proxies === 0)
      log.warn('behind an https proxy everyone counts as one address: set TRUST_PROXY=1')
    console.log(`Withy is open at ${site.origin}`)
  })
}

function cannotListen(code: string, { host, port }: { host: string; port: number }): string {
  if (code === 'EADDRINUSE') {
    return `Something is already open at ${host}:${port}, perhaps another Withy. Stop it, or take another port: PORT=3001.`
  }
  if (code === 'EACCES') return `This account may not open port ${port}. Take one above 1023: PORT=3000.`
  return `HOST is ${host}, which is not an address of this machine. For this machine only: HOST=127.0.0.1.`
}

// Whatever nobody caught leaves the process in a state nobody knows: say so and end, the next start reads from disk.
process.on('uncaughtException', (err) => {
  createLog('info').fatal({ err }, 'something went wrong that nobody caught')
  process.exit(1)
})

start().catch((err) => {
  if (!(err instanceof ConfigProblem || err instanceof StorageProblem)) throw err
  console.error(err.message)
  process.exit(1)
})
