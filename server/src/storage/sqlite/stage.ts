import { existsSync, mkdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import SqliteFile from 'better-sqlite3'
import { readSum, sumOf } from '../checksum.ts'
import { MIGRATIONS } from '../migrations.ts'
import { inWords, StorageProblem } from '../storage-problem.ts'
import type { UpdateLog } from '../update-log.ts'
import { giveNewEpochs } from './new-epochs.ts'
import { notAsAgreed } from './not-as-agreed.ts'
import { migrationsIn, openSqlite, type Sqlite } from './open.ts'
import { syncToDisk } from './sync-to-disk.ts'
import { sqliteUpdateLog } from './update-log.ts'

export type StageNeeds = {
  /** The back-up, with its sum beside it. */
  readonly file: string
  /** A folder that is not there yet: it becomes a data folder. */
  readonly folder: string
  newEpoch(): string
  /** Reads a plan whole; rejects when it cannot be. */
  rebuild(log: UpdateLog, plan: string): Promise<unknown>
}

/** What a back-up turned out to hold. */
export type Staged = {
  readonly plans: number
  readonly people: number
  readonly changes: number
  /** Time of the last change in it, ms; null when there are no plans. */
  readonly lastChange: number | null
  /** Plans that cannot be read whole. */
  readonly damaged: readonly string[]
  /** Plans in which something is no longer what was agreed. */
  readonly notAsAgreed: readonly string[]
}

/**
 * Makes a data folder of a back-up, away from everything in use: the copy is checked byte for byte, brought up to date, every plan
 * gets a new epoch and is rebuilt (SPEC STORE-61, STORE-62, STORE-64). Throws StorageProblem when the back-up cannot be used.
 */
export async function stage({ file, folder, newEpoch, rebuild }: StageNeeds): Promise<Staged> {
  mkdirSync(folder, { mode: 0o700 })
  const path = join(folder, 'withy.db')
  const sum = readSum(file)
  if ((await sumOf(file, path)) !== sum) {
    throw new StorageProblem(`${file} has changed or was cut short since it was made. Use another back-up.`)
  }
  try {
    refuseUnusable(path, file)
    const sqlite = await openSqlite(folder)
    try {
      return await renew(sqlite, newEpoch, rebuild)
    } finally {
      await sqlite.db.destroy()
      // Closing puts everything into the one file, unless the disk was full.
      assertOneFile(path)
      syncToDisk(path)
    }
  } catch (err) {
    if (err instanceof StorageProblem) throw err
    throw (err as { code?: unknown }).code === 'SQLITE_NOTADB' ? notOurs(file) : inWords(folder, err)
  }
}

function assertOneFile(path: string): void {
  const log = `${path}-wal`
  if (existsSync(log) && statSync(log).size > 0)
    throw new StorageProblem('There is too little room on the disk. Make some, and try again.')
}

const notOurs = (file: string) => new StorageProblem(`${file} is not a back-up of Withy's. Name one: withy-….db.`)

/** Before anything in it is changed. */
function refuseUnusable(path: string, file: string): void {
  const migrations = migrationsIn(path)
  if (migrations.length === 0) throw notOurs(file)
  if (migrations.some((name) => !(name in MIGRATIONS))) {
    throw new StorageProblem(`${file} was made by a newer Withy. Restore it with that version, or a later one.`)
  }
  const copy = new SqliteFile(path, { readonly: true })
  try {
    const isWhole = copy.pragma('integrity_check', { simple: true }) === 'ok'
    if (!isWhole || (copy.pragma('foreign_key_check') as unknown[]).length > 0) {
      throw new StorageProblem(`${file} is damaged inside. Use another back-up.`)
    }
  } finally {
    copy.close()
  }
}

async function renew(sqlite: Sqlite, newEpoch: () => string, rebuild: StageNeeds['rebuild']): Promise<Staged> {
  const before = await sqlite.alone(rowsIn)
  await sqlite.alone((file) => giveNewEpochs(file, newEpoch))
  const after = await sqlite.alone(rowsIn)
  if (JSON.stringify(before) !== JSON.stringify(after)) throw new StorageProblem('Rows went missing. Try again.')

  const log = sqliteUpdateLog(sqlite)
  const plans = await sqlite.db.selectFrom('plan').select(['id', 'seq', 'changed_at']).execute()
  const damaged: string[] = []
  for (const { id } of plans) await rebuild(log, id).catch(() => damaged.push(id))
  return {
    plans: plans.length,
    people: after.person ?? 0,
    changes: plans.reduce((sum, { seq }) => sum + seq, 0),
    lastChange: plans.length === 0 ? null : Math.max(...plans.map(({ changed_at }) => changed_at)),
    damaged,
    notAsAgreed: await notAsAgreed(sqlite.db),
  }
}

/** How many rows each table has. */
function rowsIn(file: SqliteFile.Database): Readonly<Record<string, number>> {
  const tables = file.prepare<[], string>(`select name from sqlite_master where type = 'table' order by name`).pluck()
  const count = (table: string) => file.prepare<[], number>(`select count(*) from "${table}"`).pluck().get() ?? 0
  return Object.fromEntries(tables.all().map((table) => [table, count(table)]))
}
