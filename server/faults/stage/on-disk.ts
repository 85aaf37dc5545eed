import { join } from 'node:path'
import SqliteFile from 'better-sqlite3'
import * as Y from 'yjs'
import { Broken } from './within.ts'

/** Asks the database file itself, beside a server or without one. */
export function ask<T>(dataDir: string, run: (file: SqliteFile.Database) => T, readonly = true): T {
  const file = new SqliteFile(join(dataDir, 'withy.db'), { readonly, timeout: 10_000 })
  try {
    return run(file)
  } finally {
    file.close()
  }
}

/**
 * A plan as plain SQL finds it: the snapshot, and every change the log has. No code of the server's reads it, so what it
 * forgets to store cannot be made up for by what it remembers.
 */
export function readOnDisk(dataDir: string, plan: string): Y.Doc {
  return ask(dataDir, (file) => {
    const doc = new Y.Doc()
    const rows = (sql: string) => file.prepare<[string], Buffer>(sql).pluck().all(plan)
    for (const bytes of rows('select bytes from plan_snapshot where plan = ?'))
      Y.applyUpdate(doc, new Uint8Array(bytes))
    for (const bytes of rows('select bytes from plan_update where plan = ? order by seq')) {
      Y.applyUpdate(doc, new Uint8Array(bytes))
    }
    const { pendingStructs, pendingDs } = doc.store
    if (pendingStructs !== null || pendingDs !== null) throw new Broken('the log holds changes that hang on nothing')
    return doc
  })
}

/** The last stored change of a plan. */
export const seqOf = (dataDir: string, plan: string): number =>
  ask(dataDir, (file) => file.prepare<[string], number>('select seq from plan where id = ?').pluck().get(plan) ?? 0)

/** @throws {Broken} with what SQLite found wrong */
export function judgeFile(dataDir: string): void {
  const found = ask(dataDir, (file) => file.pragma('integrity_check', { simple: true }))
  if (found !== 'ok') throw new Broken(`integrity_check: ${found}`)
}
