import { type Kysely, sql } from 'kysely'
import type { Migration } from 'kysely/migration'

/** Workshops, and the parts of their state: steps, people, ideas, votes. */
export const workshop: Migration = {
  async up(db: Kysely<unknown>) {
    const { schema } = db
    await schema
      .createTable('workshop')
      .addColumn('id', 'text', (c) => c.primaryKey().notNull())
      .addColumn('plan', 'text', (c) => c.notNull().references('plan.id').onDelete('cascade'))
      .addColumn('title', 'text', (c) => c.notNull())
      .addColumn('stage', 'text', (c) => c.notNull())
      .addColumn('made_at', 'bigint', (c) => c.notNull())
      .addColumn('closed_at', 'bigint')
      .execute()
    await schema.createIndex('workshop_plan').on('workshop').columns(['plan', 'stage']).execute()
    // One room at a time, whatever the code above it does.
    await sql`create unique index workshop_open on workshop (plan) where stage = 'open'`.execute(db)

    await schema
      .createTable('workshop_part')
      .addColumn('workshop', 'text', (c) => c.notNull().references('workshop.id').onDelete('cascade'))
      .addColumn('kind', 'text', (c) => c.notNull())
      .addColumn('id', 'text', (c) => c.notNull())
      .addColumn('value', 'text', (c) => c.notNull())
      .addPrimaryKeyConstraint('workshop_part_key', ['workshop', 'kind', 'id'])
      .execute()
  },
}
