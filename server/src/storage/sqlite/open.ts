import { chmodSync, existsSync, mkdirSync } from 'node:fs'
import { join } from 'node:path'
import SqliteFile from 'better-sqlite3'
import {
  CompiledQuery,
  type DatabaseConnection,
  Kysely,
  SqliteAdapter,
  type SqliteDatabase,
  SqliteDialect,
  SqliteDriver,
} from 'kysely'
import { Migrator } from 'kysely/migration'
import { MIGRATIONS } from '../migrations.ts'
import type { Tables } from '../schema.ts'
import { inWords, StorageProblem } from '../storage-problem.ts'

export type Sqlite = {
  readonly db: Kysely<Tables>
  /** There was no database in the folder before. */
  readonly isNew: boolean
  /**
   * Runs prepared statements while no transaction of `db` is open. There is one connection: without waiting for it,
   * they would slip into the middle of somebody else's transaction.
   */
  alone<T>(run: (file: SqliteFile.Database) => T): Promise<T>
}

/**
 * Opens (or makes) `withy.db` in a folder, checks how safely it writes, and brings its tables up to date.
 * Throws StorageProblem when a newer Withy has used it, before anything is changed, and when the folder cannot be used
 * (SPEC STORE-11 to STORE-14, STORE-30). A server takes the folder first.
 */
export async function openSqlite(dataDir: string): Promise<Sqlite> {
  try {
    mkdirSync(dataDir, { recursive: true, mode: 0o700 })
    const path = join(dataDir, 'withy.db')
    const isNew = !existsSync(path)
    if (!isNew) refuseNewer(path)
    const sqlite = { ...connect(path), isNew }
    await bringUpToDate(sqlite.db)
    return sqlite
  } catch (err) {
    throw inWords(dataDir, err)
  }
}

/**
 * Opens the database of a folder that may be a running server's, as it is: it is not this one's to bring up to date.
 * Throws StorageProblem too when there is none yet, or its tables are not those of this version (SPEC STORE-19).
 */
export function openBesideServer(dataDir: string): Sqlite {
  try {
    const path = join(dataDir, 'withy.db')
    const known = existsSync(path) ? migrationsIn(path) : []
    refuseUnknown(path, known)
    if (known.length < Object.keys(MIGRATIONS).length) {
      throw new StorageProblem(
        `The plans in ${dataDir} are not ready for this version. Start this Withy once, or name its folder: DATA_DIR=./data.`,
      )
    }
    return { ...connect(path), isNew: false }
  } catch (err) {
    throw inWords(dataDir, err)
  }
}

function connect(path: string): Omit<Sqlite, 'isNew'> {
  const file = openSafely(path)
  const db = new Kysely<Tables>({ dialect: new WithyDialect({ database: keepingReady(file) }) })
  return { db, alone: (run) => db.connection().execute(async () => run(file)) }
}

/** Another process may read the folder while we write: only its owner may. */
function openSafely(path: string): SqliteFile.Database {
  const before = process.umask(0o077)
  try {
    const file = new SqliteFile(path, { timeout: 5_000 })
    chmodSync(path, 0o600)
    file.pragma('journal_mode = WAL')
    file.pragma('synchronous = FULL')
    file.pragma('foreign_keys = ON')
    // What people removed is not to be read in pages of the file that are free, or in copies of it.
    file.pragma('secure_delete = ON')
    assertSafe(file)
    return file
  } finally {
    process.umask(before)
  }
}

/** "Saved" rests on these, so a build of SQLite that ignores one must not serve. Throws StorageProblem. */
export function assertSafe(file: SqliteFile.Database): void {
  const wanted = { journal_mode: 'wal', synchronous: 2, foreign_keys: 1, secure_delete: 1, busy_timeout: 5_000 }
  for (const [pragma, value] of Object.entries(wanted)) {
    const found = file.pragma(pragma, { simple: true })
    if (found !== value) {
      throw new StorageProblem(`The database will not keep words safely here: ${pragma} is ${found}, not ${value}.`)
    }
  }
}

const refuseNewer = (path: string): void => refuseUnknown(path, migrationsIn(path))

/** Opened for reading only: an older server must leave a newer one's data exactly as it is. */
export function migrationsIn(path: string): readonly string[] {
  const file = new SqliteFile(path, { readonly: true, timeout: 5_000 })
  try {
    const table = file.prepare(`select 1 from sqlite_master where type = 'table' and name = 'kysely_migration'`).get()
    return table ? file.prepare<[], string>('select name from kysely_migration').pluck().all() : []
  } finally {
    file.close()
  }
}

function refuseUnknown(path: string, migrations: readonly string[]): void {
  if (migrations.every((name) => name in MIGRATIONS)) return
  throw new StorageProblem(
    `The plans in ${path} were kept by a newer Withy, so this older one leaves them alone. ` +
      'Start the newer version again, or give this one another folder: DATA_DIR=./other-data.',
  )
}

/** Each change of the tables happens whole or not at all; a second start carries on where one was cut off. */
async function bringUpToDate(db: Kysely<Tables>): Promise<void> {
  const migrator = new Migrator({ db, provider: { getMigrations: async () => ({ ...MIGRATIONS }) } })
  const { error } = await migrator.migrateToLatest()
  if (error) throw error
}

/** So many different queries are kept ready; all of ours are fewer. */
const KEPT_READY = 300

/** Kysely prepares each query anew, which costs more than running it. These are the same few, again and again. */
function keepingReady(file: SqliteFile.Database): SqliteDatabase {
  const ready = new Map<string, SqliteFile.Statement>()
  return {
    close: () => void file.close(),
    prepare(sql) {
      const kept = ready.get(sql) ?? file.prepare(sql)
      if (ready.size < KEPT_READY) ready.set(sql, kept)
      return kept
    },
  }
}

class WithyDialect extends SqliteDialect {
  readonly #file: SqliteDatabase
  constructor({ database }: { database: SqliteDatabase }) {
    super({ database })
    this.#file = database
  }
  override createAdapter() {
    return new WithyAdapter()
  }
  override createDriver() {
    return new WithyDriver({ database: this.#file })
  }
}

class WithyAdapter extends SqliteAdapter {
  // SQLite can do this; Kysely is careful and says no, and would then run migrations outside a transaction.
  override get supportsTransactionalDdl() {
    return true
  }
}

class WithyDriver extends SqliteDriver {
  // A transaction that reads first and writes later can be refused half-way when `npm run invite` writes in between.
  override async beginTransaction(connection: DatabaseConnection) {
    await connection.executeQuery(CompiledQuery.raw('begin immediate'))
  }
}
