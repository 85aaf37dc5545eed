import type { Kysely } from 'kysely'
import type { Migration } from 'kysely/migration'
import { keptAsPut } from './kept-as-put.ts'

/** Who wants and who was given which copy of a sealed version, one row for each thing that happened. */
export const copyNote: Migration = {
  async up(db: Kysely<unknown>) {
    await db.schema
      .createTable('copy_note')
      .addColumn('n', 'integer', (c) => c.primaryKey().autoIncrement())
      .addColumn('id', 'text', (c) => c.notNull().unique())
      .addColumn('plan', 'text', (c) => c.notNull().references('plan.id'))
      .addColumn('number', 'integer', (c) => c.notNull())
      .addColumn('does', 'text', (c) => c.notNull())
      // Null: somebody who is not in the plan, by name alone.
      .addColumn('person', 'text', (c) => c.references('person.id'))
      .addColumn('name', 'text', (c) => c.notNull())
      .addColumn('form', 'text')
      .addColumn('lang', 'text')
      .addColumn('sections', 'text')
      // Of a link that is taken back: the note it was made by.
      .addColumn('of', 'text')
      .addColumn('at', 'bigint', (c) => c.notNull())
      .addColumn('by', 'text', (c) => c.notNull().references('person.id'))
      .addColumn('by_name', 'text', (c) => c.notNull())
      .execute()
    await db.schema.createIndex('copy_note_version').on('copy_note').columns(['plan', 'number', 'n']).execute()
    await keptAsPut(db, { table: 'copy_note', unique: [['n'], ['id']], erasedBy: 'old.id' })
  },
}
