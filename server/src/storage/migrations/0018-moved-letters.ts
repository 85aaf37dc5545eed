import type { Kysely } from 'kysely'
import type { Migration } from 'kysely/migration'

/** Which letters are others that were taken out and put in again: whose they are is known of those (SPEC STORE-119). */
export const movedLetters: Migration = {
  async up(db: Kysely<unknown>) {
    await db.schema
      .createTable('moved_letters')
      .addColumn('plan', 'text', (c) => c.notNull().references('plan.id').onDelete('cascade'))
      .addColumn('client', 'bigint', (c) => c.notNull())
      .addColumn('clock', 'bigint', (c) => c.notNull())
      .addColumn('until', 'bigint', (c) => c.notNull())
      .addColumn('of_client', 'bigint', (c) => c.notNull())
      .addColumn('of_clock', 'bigint', (c) => c.notNull())
      .addPrimaryKeyConstraint('moved_letters_key', ['plan', 'client', 'clock'])
      .execute()
  },
}
