import type { Kysely } from 'kysely'
import type { Migration } from 'kysely/migration'

/** "How I communicate", where somebody keeps it with a plan: it goes with them. */
export const card: Migration = {
  async up(db: Kysely<unknown>) {
    await db.schema
      .createTable('card')
      .addColumn('plan', 'text', (c) => c.notNull())
      .addColumn('person', 'text', (c) => c.notNull())
      .addColumn('card', 'text', (c) => c.notNull())
      .addColumn('kept_at', 'bigint', (c) => c.notNull())
      .addPrimaryKeyConstraint('card_key', ['plan', 'person'])
      .addForeignKeyConstraint('card_member', ['plan', 'person'], 'member', ['plan', 'person'], (c) =>
        c.onDelete('cascade'),
      )
      .execute()
  },
}
