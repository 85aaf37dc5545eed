import { type Kysely, sql } from 'kysely'
import type { Migration } from 'kysely/migration'

/** A plan whole as people named it, or as everybody agreed to it. */
export const version: Migration = {
  async up(db: Kysely<unknown>) {
    await db.schema
      .createTable('version')
      .addColumn('id', 'text', (c) => c.primaryKey())
      .addColumn('plan', 'text', (c) => c.notNull().references('plan.id').onDelete('cascade'))
      .addColumn('kind', 'text', (c) => c.notNull().check(sql`kind in ('named', 'sealed')`))
      .addColumn('number', 'integer')
      .addColumn('name', 'text')
      .addColumn('made_at', 'bigint', (c) => c.notNull())
      .addColumn('made_by', 'text', (c) => c.notNull().references('person.id'))
      // Goes along with the plan's own when a back-up is restored (SPEC STORE-64), of a sealed one too.
      .addColumn('epoch', 'text', (c) => c.notNull())
      .addColumn('seq', 'bigint', (c) => c.notNull())
      .addColumn('bytes', 'blob', (c) => c.notNull())
      .addColumn('plan_json', 'text', (c) => c.notNull())
      .addColumn('edition_json', 'text', (c) => c.notNull())
      .addColumn('fingerprint', 'text', (c) => c.notNull())
      .execute()
    // Never the bytes: a list of versions is read from this alone, however large they are.
    await db.schema
      .createIndex('version_list')
      .on('version')
      .columns(['plan', 'made_at', 'id', 'kind', 'number', 'name', 'made_by', 'epoch', 'seq', 'fingerprint'])
      .execute()
    await db.schema
      .createIndex('version_number')
      .on('version')
      .columns(['plan', 'number'])
      .unique()
      .where('number', 'is not', null)
      .execute()
  },
}
