import { mkdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import SqliteFile from 'better-sqlite3'
import { inWords, StorageProblem } from '../storage-problem.ts'

/** A handle nobody holds is closed when memory is tidied up, and its lock with it. */
const held = new Set<SqliteFile.Database>()

/**
 * Takes a data folder for this process for as long as it lives: two servers on one folder would each hold an open plan
 * the other does not know of (SPEC STORE-19). The lock is the system's own on an empty file, so it ends with the process
 * however that ends. Makes the folder where there is none, for its own account only, and touches nothing else in it.
 * Throws StorageProblem when another server has the folder, or it cannot be used (STORE-30).
 */
export function takeFolder(dataDir: string): { give(): void } {
  const lock = openLock(dataDir)
  try {
    // In memory: a process that ends while it has the lock, as a server does, would leave a journal's file beside it.
    lock.pragma('journal_mode = memory')
    lock.exec('begin exclusive')
  } catch (err) {
    lock.close()
    if ((err as { code?: unknown }).code !== 'SQLITE_BUSY') throw inWords(dataDir, err)
    throw new StorageProblem(
      `Another Withy is using the plans in ${dataDir} already. Stop it, or give this one another folder: DATA_DIR=./other-data.`,
    )
  }
  held.add(lock)
  // Of a Withy before this one.
  rmSync(join(dataDir, 'server.lock-journal'), { force: true })
  return {
    give() {
      held.delete(lock)
      lock.close()
    },
  }
}

function openLock(dataDir: string): SqliteFile.Database {
  const before = process.umask(0o077)
  try {
    mkdirSync(dataDir, { recursive: true, mode: 0o700 })
    return new SqliteFile(join(dataDir, 'server.lock'), { timeout: 3_000 })
  } catch (err) {
    throw inWords(dataDir, err)
  } finally {
    process.umask(before)
  }
}
