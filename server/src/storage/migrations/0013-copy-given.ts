import type { Kysely } from 'kysely'
import type { Migration } from 'kysely/migration'
import { keptAsPut } from './kept-as-put.ts'

/** By what copies of sealed versions that were given away are known again: hashes, and no word of them. */
export const copyGiven: Migration = {
  async up(db: Kysely<unknown>) {
    await db.schema
      .createTable('copy_given')
      .addColumn('file', 'text', (c) => c.primaryKey())
      .addColumn('code', 'text', (c) => c.notNull())
      .addColumn('which', 'text', (c) => c.notNull())
      .addColumn('form', 'text', (c) => c.notNull())
      .addColumn('letters', 'text', (c) => c.notNull())
      .addColumn('look', 'text', (c) => c.notNull())
      .execute()
    await db.schema.createIndex('copy_given_which').on('copy_given').columns(['which', 'form']).execute()
    await db.schema.createIndex('copy_given_code').on('copy_given').column('code').execute()
    await keptAsPut(db, { table: 'copy_given', unique: [['file']], erasedBy: 'old.code' })
  },
}
