import type { Kysely } from 'kysely'
import type { Migration } from 'kysely/migration'
import { keptAsPut } from './kept-as-put.ts'

/** What was said about a plan, where the group kept it beside a sealed version: as it read then, and never changed (SPEC TALK-83). */
export const versionAnnex: Migration = {
  async up(db: Kysely<unknown>) {
    await db.schema
      .createTable('version_annex')
      .addColumn('version', 'text', (c) => c.primaryKey().notNull().references('version.id'))
      .addColumn('annex_json', 'text', (c) => c.notNull())
      .execute()
    await keptAsPut(db, { table: 'version_annex', unique: [['version']], erasedBy: 'old.version' })
  },
}
