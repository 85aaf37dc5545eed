import type { Kysely } from 'kysely'
import type { Migration } from 'kysely/migration'

/** A plan whole at one point of its log, so that opening it reads that and what came after. */
export const planSnapshot: Migration = {
  async up(db: Kysely<unknown>) {
    await db.schema
      .createTable('plan_snapshot')
      .addColumn('plan', 'text', (c) => c.primaryKey().notNull().references('plan.id').onDelete('cascade'))
      .addColumn('epoch', 'text', (c) => c.notNull())
      .addColumn('seq', 'bigint', (c) => c.notNull())
      .addColumn('stored', 'bigint', (c) => c.notNull())
      .addColumn('bytes', 'blob', (c) => c.notNull())
      .execute()
  },
}
