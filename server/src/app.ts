import type { Endpoint } from '@withy/shared/api'
import { Hono } from 'hono'
import { routePath } from 'hono/route'
import { createFailing } from './action-tests/failing.ts'
import { testsRoutes } from './action-tests/routes.ts'
import { agreementRoutes } from './agreement/routes.ts'
import { cardsRoutes } from './cards/routes.ts'
import { createCopyMemory } from './check/copy-memory.ts'
import { createFileReader, type FileReader } from './check/file-reader.ts'
import { checkRoutes } from './check/routes.ts'
import type { Config } from './config.ts'
import { copyHeaders, privateLinkRoute } from './copies/private-link.ts'
import { createReminded } from './copies/reminded.ts'
import { copiesRoutes } from './copies/routes.ts'
import { createNoteTaken } from './copies/taken.ts'
import { createFindPhotos } from './exports/copy-photos.ts'
import { createFormats } from './exports/formats.ts'
import { createPdfMaker, type PdfMaker } from './exports/pdf.ts'
import { rememberedFormats } from './exports/remembered-formats.ts'
import { exportRoutes } from './exports/routes.ts'
import { createCopyMaker, createSealedCopy } from './exports/sealed-copy.ts'
import { createAskAfter } from './follow-up/ask-after.ts'
import { followUpRoutes } from './follow-up/routes.ts'
import { glossaryRoutes } from './glossary/routes.ts'
import { knowAddress } from './http/address.ts'
import { type Budgets, createBudgets } from './http/budgets.ts'
import { ownPagesOnly } from './http/guard.ts'
import { fileHeaders, mayListen, safeHeaders } from './http/headers.ts'
import { healthRoutes } from './http/health.ts'
import { metricsRoute } from './http/metrics.ts'
import { oneAddress } from './http/one-address.ts'
import { openApi } from './http/openapi.ts'
import type { Site } from './http/origin.ts'
import { Refusing, refused } from './http/refused.ts'
import type { Routes } from './http/route.ts'
import type { Secrets } from './http/secrets.ts'
import { createSessions } from './http/session.ts'
import { staticRoutes } from './http/static.ts'
import type { LiveRooms } from './live/live.ts'
import { liveRoutes } from './live/routes.ts'
import type { Log } from './log.ts'
import type { Metrics } from './metrics.ts'
import { type CodeTries, createCodeTries } from './people/code-tries.ts'
import { invitationRoutes } from './people/invitations.ts'
import { joinRoutes } from './people/join.ts'
import { peopleRoutes } from './people/routes.ts'
import { wayBackRoutes } from './people/way-back.ts'
import { photosRoutes } from './photos/routes.ts'
import { bringRoutes } from './plans/bring.ts'
import { plansRoutes } from './plans/routes.ts'
import { startRoutes } from './plans/start.ts'
import { saidRoutes } from './said/routes.ts'
import { statementRoutes } from './statement/routes.ts'
import type { Store } from './storage/store.ts'
import { talkRoutes } from './talk/routes.ts'
import { createAsRead } from './versions/as-read.ts'
import { historyRoutes } from './versions/routes.ts'
import { createReadSaid } from './versions/said-now.ts'
import { createSealed } from './versions/sealed.ts'
import type { WorkshopRooms } from './workshop/rooms.ts'
import { workshopRoutes } from './workshop/routes.ts'

export type AppNeeds = {
  readonly store: Store
  readonly live: LiveRooms
  readonly workshops: WorkshopRooms
  readonly secrets: Secrets
  readonly site: Site
  readonly start: Config['start']
  /** How to reach whoever runs this Withy; not said unless given. */
  readonly contact?: Config['contact']
  /** Whether people may be offered to speak their words in; not unless given. */
  readonly dictation?: Config['dictation']
  /** What its accessibility statement says of them; not completed unless given. */
  readonly statement?: Config['statement']
  /** How many of our own proxies stand in front; none unless said. */
  readonly proxies?: number
  /** Folder of the built client. */
  readonly dist: string
  readonly log: Log
  /** Smaller ones in tests. */
  readonly tries?: CodeTries
  readonly budgets?: Budgets
  /** Makes PDFs; without it one of its own, which starts its process only when somebody asks for a PDF. */
  readonly pdf?: PdfMaker
  /** Reads files to check; without it one that begins a process for each. */
  readonly reader?: FileReader
  readonly isStopping?: () => boolean
  /** Throws while the disk is not to be trusted; without it, while the database does not take writes. */
  readonly check?: () => Promise<void>
  /** Left out, nothing is measured. */
  readonly metrics?: Pick<Metrics, 'answered' | 'tell' | 'contentType'>
  readonly metricsToken?: Config['metricsToken']
  readonly now?: () => number
}

/** The whole server as one Hono app, without a port of its own: tests ask it through `app.request()`. */
export function createApp(needs: AppNeeds): { app: Hono; served: readonly Endpoint[] } {
  const { store, live, site, log, pdf = createPdfMaker(), isStopping = () => false } = needs
  const app = new Hono()
  const sessions = createSessions({
    rows: store.sessions,
    secure: site.secure,
    ended: live.closeSession,
    now: needs.now,
  })
  const routes: Routes = { app, sessions, roles: store, budgets: needs.budgets ?? createBudgets(), served: [] }
  const withTries = { ...needs, tries: needs.tries ?? createCodeTries() }

  answerTrouble(app, log)
  app.use(knowAddress(needs.proxies ?? 0))
  logRequests(app, log, needs.metrics?.answered)
  // Before those of all other answers, so that it has the last word.
  app.use('/copy/*', copyHeaders)
  app.use('/assets/*', fileHeaders)
  if (needs.dictation) {
    app.use('/plans/:plan', mayListen)
    app.use('/plans/:plan/workshops/:workshop', mayListen)
  }
  app.use(safeHeaders(site, needs.dist))
  app.use(oneAddress(site))
  app.route(
    '/',
    liveRoutes({ live, roles: store, sessionOf: sessions.sessionOf, isOwn: site.isOwn, log, now: needs.now }),
  )
  app.use(ownPagesOnly(site))
  app.use('/api/*', async (c, next) => {
    await next()
    if (!c.res.headers.has('cache-control')) c.header('cache-control', 'no-store')
  })

  healthRoutes({ app, check: needs.check ?? store.check, open: live.open, isStopping })
  const { metrics, metricsToken: token = null, proxies = 0 } = needs
  if (metrics) metricsRoute({ app, token, proxies, metrics })
  plansRoutes(routes, needs)
  statementRoutes(routes, needs)
  startRoutes(routes, needs)
  bringRoutes(routes, needs)
  peopleRoutes(routes, needs)
  invitationRoutes(routes, withTries)
  joinRoutes(routes, withTries)
  wayBackRoutes(routes, needs)
  testsRoutes(routes, needs)
  const askAfter = createAskAfter({ store, live, log, budgets: routes.budgets })
  workshopRoutes(routes, { ...needs, closed: askAfter })
  followUpRoutes(routes, { ...needs, askAfter })
  glossaryRoutes(routes, needs)
  cardsRoutes(routes, needs)
  photosRoutes(routes, needs)
  const readSaid = createReadSaid(needs)
  saidRoutes(routes, { ...needs, readSaid })
  const talkOf = talkRoutes(routes, needs)
  historyRoutes(routes, needs)
  const asRead = createAsRead(needs)
  const made = createFormats({ pdf })
  // Its own reader: strangers' files never keep people waiting for theirs.
  const formats = rememberedFormats(made, createCopyMemory({ store, log, reader: needs.reader ?? createFileReader() }))
  const sealed = createSealed({ store })
  const findPhotos = createFindPhotos(store)
  const sealedCopy = createSealedCopy(needs.secrets, sealed, findPhotos)
  exportRoutes(routes, {
    ...{ ...needs, asRead, formats, sealed, sealedCopy, findPhotos, talkOf, readSaid },
    before: pdf.before,
    taken: createNoteTaken(needs),
  })
  copiesRoutes(routes, { ...needs, sealed })
  const makeAgain = createCopyMaker(made, sealedCopy)
  checkRoutes(routes, { ...needs, sealed, reader: needs.reader ?? createFileReader(), makeCopy: makeAgain })
  const makeCopy = createCopyMaker(formats, sealedCopy)
  privateLinkRoute({ ...needs, app, budgets: routes.budgets, sealed, makeCopy })
  const isReminded = createReminded(needs)
  agreementRoutes(routes, { ...needs, asRead, talkOf, failingActions: createFailing(needs), isReminded })
  app.get('/openapi.json', (c) => c.json(openApi(routes.served)))
  staticRoutes(app, needs.dist)
  return { app, served: routes.served }
}

/** The last resort: whatever was thrown is logged without words, and answered kindly. */
function answerTrouble(app: Hono, log: Log): void {
  app.onError((err, c) => {
    if (err instanceof Refusing) return refused(c, err.refusal)
    log.error({ err, route: routePath(c) }, 'a request went wrong')
    return refused(c, 'trouble')
  })
  app.notFound((c) => refused(c, 'not-found'))
}

/**
 * What was asked of the API, and every no. The pattern of the route and never the address: that has plan ids in it, and
 * whatever somebody typed.
 */
function logRequests(app: Hono, log: Log, answered?: (status: number) => void): void {
  app.use(async (c, next) => {
    const from = performance.now()
    await next()
    const ms = Math.round(performance.now() - from)
    const { status } = c.res
    answered?.(status)
    if (status < 400 && !c.req.path.startsWith('/api/')) return
    log.info({ method: c.req.method, route: routePath(c), status, ms }, 'asked')
  })
}
