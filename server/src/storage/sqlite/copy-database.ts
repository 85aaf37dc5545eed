import { existsSync } from 'node:fs'
import { join } from 'node:path'
import SqliteFile from 'better-sqlite3'
import { StorageProblem } from '../storage-problem.ts'
import { syncToDisk } from './sync-to-disk.ts'

/**
 * Copies the database of a data folder, as it is at one moment, into a new file for this account only. The folder may be a running
 * server's, which goes on writing (SPEC STORE-60). A copy of the file alone would miss what is in its log still, and would
 * hold words that were taken out; this holds all rows and nothing else. Throws StorageProblem where there is nothing to copy.
 */
export function copyDatabase(dataDir: string, to: string): void {
  const path = join(dataDir, 'withy.db')
  if (!existsSync(path)) {
    throw new StorageProblem(
      `There are no plans in ${dataDir} to back up. Name the folder they are in: DATA_DIR=./data.`,
    )
  }
  const mask = process.umask(0o077)
  try {
    const file = new SqliteFile(path, { readonly: true, timeout: 5_000 })
    try {
      const before = changesOf(file)
      file.prepare('vacuum into ?').run(to)
      refuseOlder(to, before)
    } finally {
      file.close()
    }
    syncToDisk(to)
  } finally {
    process.umask(mask)
  }
}

/** How many changes each plan has. */
const changesOf = (file: SqliteFile.Database): ReadonlyMap<string, number> =>
  new Map(
    file
      .prepare<[], { id: string; seq: number }>('select id, seq from plan')
      .all()
      .map(({ id, seq }) => [id, seq]),
  )

/** All that was stored when the copy was begun has to be in it. */
function refuseOlder(copy: string, before: ReadonlyMap<string, number>): void {
  const file = new SqliteFile(copy, { readonly: true })
  try {
    const has = changesOf(file)
    for (const [plan, seq] of before) {
      if ((has.get(plan) ?? -1) < seq) throw new StorageProblem('The copy is older than the plans. Try again.')
    }
  } finally {
    file.close()
  }
}
