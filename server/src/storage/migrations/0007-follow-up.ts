import { type Kysely, sql } from 'kysely'
import type { Migration } from 'kysely/migration'

/** "Did it happen?", asked six weeks after a workshop about each action of its plan, and what people answered. */
export const followUp: Migration = {
  async up(db: Kysely<unknown>) {
    const { schema } = db
    await schema
      .createTable('follow_up')
      .addColumn('workshop', 'text', (c) => c.primaryKey().notNull().references('workshop.id').onDelete('cascade'))
      .addColumn('plan', 'text', (c) => c.notNull().references('plan.id').onDelete('cascade'))
      .addColumn('asked_at', 'bigint', (c) => c.notNull())
      .addColumn('due_on', 'text', (c) => c.notNull())
      .execute()
    await schema.createIndex('follow_up_plan').on('follow_up').columns(['plan', 'asked_at']).execute()

    await schema
      .createTable('follow_up_action')
      .addColumn('workshop', 'text', (c) => c.notNull().references('follow_up.workshop').onDelete('cascade'))
      .addColumn('item', 'text', (c) => c.notNull())
      .addPrimaryKeyConstraint('follow_up_action_key', ['workshop', 'item'])
      .execute()

    await schema
      .createTable('follow_up_answer')
      .addColumn('workshop', 'text', (c) => c.notNull())
      .addColumn('item', 'text', (c) => c.notNull())
      .addColumn('person', 'text', (c) => c.notNull())
      .addColumn('voice', 'text', (c) => c.notNull())
      .addColumn('answer', 'text', (c) => c.notNull())
      .addColumn('words', 'text', (c) => c.notNull())
      .addColumn('answered_at', 'bigint', (c) => c.notNull())
      .addPrimaryKeyConstraint('follow_up_answer_key', ['workshop', 'item', 'person'])
      .addForeignKeyConstraint(
        'follow_up_answer_action',
        ['workshop', 'item'],
        'follow_up_action',
        ['workshop', 'item'],
        (c) => c.onDelete('cascade'),
      )
      .execute()

    // Nobody knows which actions were there when these closed: they ask about none.
    await sql`
      insert into follow_up (workshop, plan, asked_at, due_on)
      select id, plan, closed_at, date(closed_at / 1000, 'unixepoch', '+42 days') from workshop
      where closed_at is not null
    `.execute(db)
  },
}
