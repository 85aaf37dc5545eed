import type { Kysely } from 'kysely'
import type { Migration } from 'kysely/migration'

/** A plan whole as it was at pauses: what the log of changes forgets when it is compacted. */
export const moment: Migration = {
  async up(db: Kysely<unknown>) {
    await db.schema
      .createTable('moment')
      .addColumn('plan', 'text', (c) => c.notNull().references('plan.id').onDelete('cascade'))
      .addColumn('epoch', 'text', (c) => c.notNull())
      .addColumn('seq', 'bigint', (c) => c.notNull())
      .addColumn('at', 'bigint', (c) => c.notNull())
      .addColumn('size', 'bigint', (c) => c.notNull())
      .addColumn('bytes', 'blob', (c) => c.notNull())
      .addPrimaryKeyConstraint('moment_key', ['plan', 'epoch', 'seq'])
      .execute()
  },
}
