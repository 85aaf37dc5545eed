import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { ACK_SUBPROTOCOL } from '@withy/shared/protocol'
import SqliteFile from 'better-sqlite3'
import { type Dialect, HOCUSPOCUS, WITHY, Y_WEBSOCKET } from './dialect.ts'
import { pinGenerator, type ServerProcess, startProcess } from './process.ts'
import { profileArgs } from './profile.ts'
import type { Door } from './raw-socket.ts'
import type { Seed } from './seed.ts'
import { seedWithy } from './withy-seed.ts'

export const PEERS = ['Hocuspocus + SQLite', 'Hocuspocus', 'y-websocket', 'y-websocket + LevelDB'] as const
/** Whom every ratio is to. */
export const MAIN_PEER = 'Hocuspocus + SQLite'

/** A server under load, as the generator sees it. */
export type Engine = {
  readonly name: string
  readonly dialect: Dialect
  readonly dataDir: string
  /** The words are there already; where not, somebody has to bring them. */
  readonly hasWords: boolean
  planName(plan: number): string
  door(plan: number, person: number): Door
  process(): ServerProcess
  /** Ends it and starts it again on the same data. */
  restart(signal?: 'SIGTERM' | 'SIGKILL'): Promise<void>
  end(): Promise<void>
}

type Seeded = { planName(plan: number): string; cookie(plan: number, person: number): string }

type Kind = {
  readonly dialect: Dialect
  /** Puts plans and people where the server will find them. */
  seed?(dataDir: string, seed: Seed): Promise<Partial<Seeded>>
  start(dataDir: string): Promise<ServerProcess>
}

const file = (path: string) => fileURLToPath(new URL(path, import.meta.url))
const MAIN = file('../../src/main.ts')
const HOCUSPOCUS_FILE = file('../peers/hocuspocus.mjs')
const Y_WEBSOCKET_FILE = file('../peers/y-websocket.mjs')
const peerPlan = (plan: number) => `plan-${plan}`

const KINDS: Readonly<Record<string, Kind>> = {
  Withy: {
    dialect: WITHY,
    seed: seedWithy,
    start(dataDir) {
      const env = { HOST: '127.0.0.1', PORT: '0', DATA_DIR: dataDir, PUBLIC_URL: '', WITHY_START: 'anyone' }
      return startProcess([MAIN], env, profileArgs())
    },
  },
  'Hocuspocus + SQLite': {
    dialect: HOCUSPOCUS,
    seed: seedHocuspocus,
    start: (dataDir) => startProcess([HOCUSPOCUS_FILE, join(dataDir, 'db.sqlite')]),
  },
  Hocuspocus: { dialect: HOCUSPOCUS, start: () => startProcess([HOCUSPOCUS_FILE]) },
  'y-websocket': { dialect: Y_WEBSOCKET, start: () => startProcess([Y_WEBSOCKET_FILE]) },
  'y-websocket + LevelDB': {
    dialect: Y_WEBSOCKET,
    start: (dataDir) => startProcess([Y_WEBSOCKET_FILE, join(dataDir, 'level')]),
  },
}

/** As the extension stores a plan. */
async function seedHocuspocus(dataDir: string, { crowds, words }: Seed) {
  const db = new SqliteFile(join(dataDir, 'db.sqlite'))
  db.exec('create table if not exists "documents" ("name" varchar(255) not null, "data" blob not null, unique(name))')
  const put = db.prepare('insert into "documents" ("name", "data") values (?, ?)')
  db.transaction(() => {
    for (const plan of crowds.keys()) put.run(peerPlan(plan), words.bytes)
  })()
  db.close()
  return {}
}

/** Starts one of the servers with an empty data folder and these plans, on a core of its own; this process takes the other. */
export async function startEngine(name: string, seed: Seed): Promise<Engine> {
  const kind = KINDS[name]
  if (!kind) throw new Error(`There is no server ${name}.`)
  pinGenerator()
  const dataDir = await mkdtemp(join(tmpdir(), 'withy-bench-'))
  const { planName = peerPlan, cookie }: Partial<Seeded> = (await kind.seed?.(dataDir, seed)) ?? {}
  let running = await kind.start(dataDir)

  return {
    name,
    dialect: kind.dialect,
    dataDir,
    hasWords: kind.seed !== undefined,
    planName,
    door(plan, person) {
      const { port } = running
      if (!cookie) return { port, path: `/${planName(plan)}`, headers: {} }
      const headers = {
        Origin: `http://127.0.0.1:${port}`,
        Cookie: cookie(plan, person),
        'Sec-WebSocket-Protocol': ACK_SUBPROTOCOL,
      }
      return { port, path: `/plans/${planName(plan)}/live`, headers }
    },
    process: () => running,
    async restart(signal = 'SIGTERM') {
      await running.stop(signal)
      running = await kind.start(dataDir)
    },
    async end() {
      await running.stop('SIGTERM')
      await rm(dataDir, { recursive: true, force: true })
    },
  }
}
