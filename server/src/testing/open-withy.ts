import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Refusal } from '@withy/shared/api'
import { type AppNeeds, createApp } from '../app.ts'
import { type Site, siteOf } from '../http/origin.ts'
import { createSecrets } from '../http/secrets.ts'
import { createLive, type LiveRooms } from '../live/live.ts'
import { createLog } from '../log.ts'
import { createFacts } from '../plans/facts.ts'
import { openKey } from '../storage/key-file.ts'
import { openSqlite } from '../storage/sqlite/open.ts'
import { sqliteUpdateLog } from '../storage/sqlite/update-log.ts'
import { createStore, type Store } from '../storage/store.ts'
import { createWorkshopRooms } from '../workshop/rooms.ts'

export type Answer = {
  readonly status: number
  readonly headers: Headers
  readonly body: unknown
  /** The body as it came. */
  readonly bytes: Buffer
}

/** A browser: keeps its cookie, and asks from our own pages. */
export type Device = {
  readonly cookie: () => string | undefined
  /** Throws nothing: gives status and body, whatever they are. */
  ask(method: string, path: string, body?: unknown, headers?: Record<string, string>): Promise<Answer>
  /** The body of a yes. Throws when the answer is a no. */
  gets<T>(method: string, path: string, body?: unknown): Promise<T>
  /** The word of a no. Throws when the answer is a yes. */
  isRefused(method: string, path: string, body?: unknown): Promise<Refusal>
}

export type Withy = {
  readonly app: ReturnType<typeof createApp>['app']
  readonly served: ReturnType<typeof createApp>['served']
  readonly store: Store
  readonly live: LiveRooms
  readonly site: Site
  readonly dataDir: string
  /** Every line logged so far. */
  readonly logged: () => string
  /** Milliseconds since 1970, as this server believes. */
  readonly clock: { now: number }
  /** A browser nobody has used yet, at an address; or one that has this cookie. */
  device(address?: string, cookie?: string): Device
  close(): Promise<void>
  /** Ends as `close` does, and begins anew on the same data and at the same time. */
  reopen(): Promise<Withy>
}

type Given = Partial<AppNeeds> & { readonly publicUrl?: string }

/** The real server without a port: real database in a folder of its own, real live rooms, a clock that can be set. */
export const openWithy = (given: Given = {}): Promise<Withy> =>
  openOn(mkdtempSync(join(tmpdir(), 'withy-test-')), { now: Date.parse('2026-05-04T09:00:00Z') }, given)

async function openOn(dataDir: string, clock: Withy['clock'], given: Given): Promise<Withy> {
  const lines: string[] = []
  const log = createLog('info', { write: (line) => void lines.push(line) })
  const sqlite = await openSqlite(dataDir)
  const store = createStore(sqlite.db)
  // Never the same twice: who came first has to be certain.
  const now = () => clock.now++
  const workshops = createWorkshopRooms({
    store,
    tell: (...said) => live.tell(...said),
    isListened: (plan) => live.isOpen(plan),
    log,
    now,
  })
  const facts = createFacts(store, workshops.greeting)
  const live = createLive({ updates: sqliteUpdateLog(sqlite), roles: store, facts, log })
  const site = siteOf({ host: '127.0.0.1', publicUrl: given.publicUrl ?? 'http://localhost:3000' }, 3000)
  const secrets = createSecrets(openKey(dataDir).key)
  const dist = join(dataDir, 'no-client')
  const { app, served } = createApp({
    store,
    live,
    workshops,
    secrets,
    site,
    start: 'anyone',
    dist,
    log,
    now,
    ...given,
  })

  const device = (address = '10.0.0.1', known?: string): Device => {
    let cookie = known
    const ask: Device['ask'] = async (method, path, body, headers = {}) => {
      const answer = await app.request(
        path,
        {
          method,
          headers: {
            ...(method !== 'GET' && { origin: site.origin }),
            ...(body !== undefined && { 'content-type': 'application/json' }),
            ...(cookie && { cookie }),
            ...headers,
          },
          ...(body !== undefined && { body: asSent(body) }),
        },
        { incoming: { socket: { remoteAddress: address } } },
      )
      cookie = answer.headers.get('set-cookie')?.split(';')[0] ?? cookie
      const isJson = answer.headers.get('content-type')?.startsWith('application/json')
      const bytes = Buffer.from(await answer.arrayBuffer())
      const said = isJson ? JSON.parse(bytes.toString()) : bytes.toString()
      return { status: answer.status, headers: answer.headers, body: said, bytes }
    }
    return {
      cookie: () => cookie,
      ask,
      async gets<T>(method: string, path: string, body?: unknown) {
        const answer = await ask(method, path, body)
        if (answer.status !== 200) throw new Error(`${method} ${path}: ${JSON.stringify(answer.body)}`)
        return answer.body as T
      },
      async isRefused(method, path, body) {
        const answer = await ask(method, path, body)
        if (answer.status === 200) throw new Error(`${method} ${path} was not refused`)
        return (answer.body as { refused: Refusal }).refused
      },
    }
  }

  async function end() {
    await live.stop()
    await store.close()
  }

  return {
    app,
    served,
    store,
    live,
    site,
    dataDir,
    clock,
    device,
    logged: () => lines.join(''),
    async close() {
      await end()
      rmSync(dataDir, { recursive: true })
    },
    async reopen() {
      await end()
      return openOn(dataDir, clock, given)
    },
  }
}

/** A string and a file as they are, anything else as JSON. */
function asSent(body: unknown): string | Uint8Array<ArrayBuffer> {
  if (typeof body === 'string') return body
  return body instanceof Uint8Array ? new Uint8Array(body) : JSON.stringify(body)
}
