import { existsSync, mkdtempSync, readdirSync, renameSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'
import SqliteFile from 'better-sqlite3'

const DRAFT = '.withy-backup-'
/** Perhaps not locked yet: nobody takes it for one that was left, until it is older than any start takes. */
const STARTING = '.withy-starting-'
const STARTED_WITHIN_MS = 60_000

/** A handle nobody holds is closed when memory is tidied up, and its lock with it. */
const held = new Set<SqliteFile.Database>()

/**
 * A folder inside `folder` to make a back-up in, for this account only. Those of commands that were killed are taken away first,
 * those of others that are still at work never (SPEC STORE-93): each is locked by the system until its process ends, however it ends.
 */
export function createDraft(folder: string): { readonly path: string; remove(): void } {
  for (const name of readdirSync(folder)) {
    const path = join(folder, name)
    if (name.startsWith(DRAFT) || (name.startsWith(STARTING) && isOld(path))) removeLeft(path)
  }
  const starting = mkdtempSync(join(folder, STARTING))
  const lock = lockOf(starting)
  held.add(lock)
  const path = join(folder, DRAFT + starting.slice(-6))
  renameSync(starting, path)
  return {
    path,
    remove() {
      rmSync(path, { recursive: true, force: true })
      held.delete(lock)
      lock.close()
    },
  }
}

function isOld(path: string): boolean {
  const made = statSync(path, { throwIfNoEntry: false })
  return made !== undefined && Date.now() - made.mtimeMs > STARTED_WITHIN_MS
}

function lockOf(draft: string): SqliteFile.Database {
  const lock = new SqliteFile(join(draft, 'lock'), { timeout: 0 })
  try {
    lock.exec('begin exclusive')
    return lock
  } catch (err) {
    lock.close()
    throw err
  }
}

function removeLeft(draft: string) {
  try {
    const lock = existsSync(join(draft, 'lock')) ? lockOf(draft) : null
    rmSync(draft, { recursive: true, force: true })
    lock?.close()
  } catch {
    // Somebody is at work in it, or may not be touched by us: the back-up that is wanted is made all the same.
  }
}
