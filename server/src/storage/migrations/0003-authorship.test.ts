import { join } from 'node:path'
import SqliteFile from 'better-sqlite3'
import { Kysely, SqliteDialect } from 'kysely'
import { Migrator } from 'kysely/migration'
import { expect, it } from 'vitest'
import * as Y from 'yjs'
import { tempDir } from '../../testing/temp-dir.ts'
import { updateOf, writeParagraph } from '../../testing/writer.ts'
import { authorOf } from '../authors.ts'
import { MIGRATIONS } from '../migrations.ts'
import type { Tables } from '../schema.ts'
import { openSqlite } from '../sqlite/open.ts'
import { createStore } from '../store.ts'

it('[STORE-52] what was written before there was a table for it is told of too, and a damaged change stops nothing', async () => {
  const dir = tempDir()
  // As the tables were before.
  const dialect = new SqliteDialect({ database: new SqliteFile(join(dir, 'withy.db')) })
  const db = new Kysely<Tables>({ dialect })
  const before = Object.fromEntries(Object.entries(MIGRATIONS).filter(([name]) => name < '0003'))
  const { error } = await new Migrator({ db, provider: { getMigrations: async () => before } }).migrateToLatest()
  expect(error).toBeUndefined()
  const people = ['anna', 'ben']
  await db
    .insertInto('person')
    .values(people.map((id) => ({ id, made_at: 0 })))
    .execute()
  const plan = { id: 'p', kind: 'area', title: 'T', epoch: 'e', seq: 0, shown: null } as const
  await db
    .insertInto('plan')
    .values({ ...plan, started_by: 'anna', started_at: 0, changed_at: 0 })
    .execute()
  const doc = new Y.Doc()
  const text = writeParagraph(doc, '')
  const first = Y.encodeStateAsUpdate(doc)
  const letters = Array.from({ length: 450 }, () => updateOf(doc, () => text.insert(0, 'a')))
  const copy = new Y.Doc()
  Y.applyUpdate(copy, Y.encodeStateAsUpdate(doc))
  const gone = updateOf(copy, () => copy.getXmlFragment([...doc.share.keys()][0]).delete(0, 1))
  const log = [first, ...letters].map((bytes, i) => ({ seq: i + 1, person: 'anna', at: i * 1_000, bytes }))
  const damaged = { seq: 453, person: 'ben', at: 453_000, bytes: new Uint8Array([9, 9, 9]) }
  for (const row of [...log, { seq: 452, person: 'ben', at: 452_000, bytes: gone }, damaged]) {
    await db
      .insertInto('plan_update')
      .values({ ...row, plan: 'p', epoch: 'e', connection: 'c' })
      .execute()
  }
  await db.destroy()

  const again = await openSqlite(dir)
  const all = await createStore(again.db).authorsOf('p')
  await again.db.destroy()
  const { clientID } = doc
  const last = Y.getState(doc.store, clientID) - 1
  expect(authorOf(all, 'inserted', clientID, 0)).toMatchObject({ person: 'anna', at: 0 })
  expect(authorOf(all, 'inserted', clientID, last)).toMatchObject({ person: 'anna', at: 420_000 })
  expect(authorOf(all, 'deleted', clientID, last)).toMatchObject({ person: 'ben', at: 452_000 })
  // One row a minute, not one a letter.
  expect(all).toHaveLength(9)
})
