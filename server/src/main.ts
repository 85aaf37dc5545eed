import type { AddressInfo } from 'node:net'
import { createAdaptorServer } from '@hono/node-server'
import { createApp } from './app.ts'
import { ConfigProblem, readConfig } from './config.ts'
import { siteOf } from './http/origin.ts'
import { createLog } from './log.ts'
import { openSqlite, StorageProblem } from './storage/sqlite/open.ts'
import { createStore } from './storage/store.ts'

async function start() {
  const config = readConfig(process.env)
  const log = createLog(process.env.LOG_LEVEL ?? 'info')
  const sqlite = await openSqlite(config.dataDir)
  const store = createStore(sqlite.db)
  let app: ReturnType<typeof createApp>['app']
  const server = createAdaptorServer({ fetch: (request, env) => app.fetch(request, env) })
  server.listen(config.port, config.host, () => {
    const site = siteOf(config, (server.address() as AddressInfo).port)
    app = createApp({ store, site, start: config.start, log, tell: () => {} }).app
    console.log(`Withy is open at ${site.origin}`)
  })
}

start().catch((err) => {
  if (!(err instanceof ConfigProblem || err instanceof StorageProblem)) throw err
  console.error(err.message)
  process.exit(1)
})
