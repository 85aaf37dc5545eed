import type { Kysely } from 'kysely'
import type { Migration } from 'kysely/migration'

/**
 * A checksum with every change, so that bytes that rotted are known; snapshots that say what they hold without being read, two of
 * which the log is compacted to. Snapshots kept before this are thrown away: the log beside them is whole.
 */
export const compactedLog: Migration = {
  async up(db: Kysely<unknown>) {
    await db.schema.alterTable('plan').addColumn('fenced', 'text').execute()
    await db.schema.alterTable('plan_update').addColumn('crc', 'bigint').execute()
    await db.schema.dropTable('plan_snapshot').execute()
    await db.schema
      .createTable('plan_snapshot')
      .addColumn('plan', 'text', (c) => c.notNull().references('plan.id').onDelete('cascade'))
      .addColumn('epoch', 'text', (c) => c.notNull())
      .addColumn('seq', 'bigint', (c) => c.notNull())
      .addColumn('base', 'integer', (c) => c.notNull())
      .addColumn('bytes', 'blob', (c) => c.notNull())
      .addColumn('vector', 'blob', (c) => c.notNull())
      .addColumn('deletes', 'blob', (c) => c.notNull())
      .addColumn('crc', 'bigint', (c) => c.notNull())
      .addPrimaryKeyConstraint('plan_snapshot_key', ['plan', 'epoch', 'seq'])
      .execute()
  },
}
