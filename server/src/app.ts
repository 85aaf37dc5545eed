import type { Endpoint } from '@withy/shared/api'
import type { RoomMessage } from '@withy/shared/protocol'
import { Hono } from 'hono'
import type { Config } from './config.ts'
import type { Site } from './http/origin.ts'
import { Refusing, refused } from './http/refused.ts'
import type { Routes } from './http/route.ts'
import { createSessions } from './http/session.ts'
import type { Log } from './log.ts'
import { plansRoutes } from './plans/routes.ts'
import type { Store } from './storage/store.ts'

export type AppNeeds = {
  readonly store: Store
  readonly site: Site
  readonly start: Config['start']
  readonly log: Log
  readonly tell: (plan: string, message: RoomMessage) => void
  readonly now?: () => number
}

/** The whole server as one Hono app, without a socket of its own: tests ask it through `app.request()`. */
export function createApp(needs: AppNeeds): { app: Hono; served: readonly Endpoint[] } {
  const { store, site, log } = needs
  const app = new Hono()
  const sessions = createSessions({ rows: store.sessions, secure: site.secure, now: needs.now })
  const routes: Routes = { app, sessions, roles: store, served: [] }

  app.onError((err, c) => {
    if (err instanceof Refusing) return refused(c, err.refusal)
    log.error({ err }, 'a request went wrong')
    return refused(c, 'trouble')
  })
  app.notFound((c) => refused(c, 'not-found'))

  app.get('/healthz', (c) => c.text('ok\n'))
  plansRoutes(routes, needs)
  return { app, served: routes.served }
}
