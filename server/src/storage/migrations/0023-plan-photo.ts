import type { Kysely } from 'kysely'
import type { Migration } from 'kysely/migration'

/** Photos of a group's own. Of one that was taken away the row stays, without its bytes. */
export const planPhoto: Migration = {
  async up(db: Kysely<unknown>) {
    await db.schema
      .createTable('plan_photo')
      .addColumn('plan', 'text', (c) => c.notNull().references('plan.id').onDelete('cascade'))
      .addColumn('id', 'text', (c) => c.notNull())
      .addColumn('shows', 'text', (c) => c.notNull())
      .addColumn('who', 'text', (c) => c.notNull())
      .addColumn('added_by', 'text', (c) => c.notNull().references('person.id'))
      .addColumn('added_at', 'bigint', (c) => c.notNull())
      .addColumn('removed_by', 'text', (c) => c.references('person.id'))
      .addColumn('removed_at', 'bigint')
      .addColumn('size', 'integer', (c) => c.notNull())
      // Last, so that what is said of photos is read without the pages that hold them.
      .addColumn('bytes', 'blob')
      .addPrimaryKeyConstraint('plan_photo_key', ['plan', 'id'])
      .execute()
  },
}
