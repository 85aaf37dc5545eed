import type { Kysely } from 'kysely'
import type { Migration } from 'kysely/migration'

/** “I did not say this”: the record stays, also where it was taken back. */
export const unsaid: Migration = {
  async up(db: Kysely<unknown>) {
    await db.schema
      .createTable('unsaid')
      .addColumn('id', 'text', (c) => c.primaryKey())
      .addColumn('plan', 'text', (c) => c.notNull().references('plan.id').onDelete('cascade'))
      .addColumn('person', 'text', (c) => c.notNull().references('person.id'))
      .addColumn('said_for', 'text', (c) => c.notNull().references('person.id'))
      .addColumn('box', 'text', (c) => c.notNull())
      .addColumn('item', 'text')
      .addColumn('words', 'text', (c) => c.notNull())
      .addColumn('clocks', 'text', (c) => c.notNull())
      .addColumn('at', 'bigint', (c) => c.notNull())
      .addColumn('undone_at', 'bigint')
      .execute()
    await db.schema.createIndex('unsaid_plan').on('unsaid').column('plan').execute()
  },
}
