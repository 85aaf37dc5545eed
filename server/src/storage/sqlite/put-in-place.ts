import { copyFileSync, existsSync, linkSync, mkdirSync, renameSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import SqliteFile from 'better-sqlite3'
import { StorageProblem } from '../storage-problem.ts'
import { syncToDisk } from './sync-to-disk.ts'

/**
 * Puts the database of one folder in the place of another's, whose folder this process has taken. What was there gets a second name
 * in the folder `aside` first, and the new one takes its place in one step: cut off at any moment, the old one or the new one
 * is there whole (SPEC STORE-65). @returns whether there was one before
 */
export function putInPlace(staged: string, dataDir: string, aside: string): boolean {
  const path = join(dataDir, 'withy.db')
  const wasThere = existsSync(path)
  const old = wasThere ? keepAside(dataDir, aside) : null
  try {
    renameSync(join(staged, 'withy.db'), path)
    syncToDisk(dataDir)
  } finally {
    old?.close()
  }
  return wasThere
}

/** @returns a hold on the old one: nobody else can open it until that is closed; null for one too damaged for that */
function keepAside(dataDir: string, aside: string): SqliteFile.Database | null {
  const log = 'withy.db-wal'
  mkdirSync(aside, { mode: 0o700 })
  linkSync(join(dataDir, 'withy.db'), join(aside, 'withy.db'))
  // Of a damaged one SQLite may throw the log away, and it may be what is left of the newest words.
  if (existsSync(join(dataDir, log))) {
    copyFileSync(join(dataDir, log), join(aside, log))
    syncToDisk(join(aside, log))
  }
  try {
    const old = foldIn(dataDir)
    if (old) rmSync(join(aside, log), { force: true })
    for (const name of [log, 'withy.db-shm']) rmSync(join(dataDir, name), { force: true })
    syncToDisk(aside)
    syncToDisk(dataDir)
    return old
  } catch (err) {
    rmSync(aside, { recursive: true })
    throw err
  }
}

/** Makes one file of a database and its log: the log of the old one, beside the new one, would be read into that. */
function foldIn(dataDir: string): SqliteFile.Database | null {
  const file = new SqliteFile(join(dataDir, 'withy.db'), { timeout: 5_000 })
  try {
    file.pragma('journal_mode = DELETE')
    file.exec('begin exclusive')
    return file
  } catch (err) {
    file.close()
    if (!String((err as { code?: unknown }).code).startsWith('SQLITE_BUSY')) return null
    throw new StorageProblem(`Something else is using the plans in ${dataDir}. Wait until it is done, and try again.`)
  }
}
