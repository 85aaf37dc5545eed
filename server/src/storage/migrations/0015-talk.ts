import type { Kysely } from 'kysely'
import type { Migration } from 'kysely/migration'

/** What people say about a plan, beside it: threads of comments, and how often anything of it has changed. */
export const talk: Migration = {
  async up({ schema }: Kysely<unknown>) {
    await schema
      .createTable('talk')
      .addColumn('plan', 'text', (c) => c.primaryKey().notNull().references('plan.id').onDelete('cascade'))
      .addColumn('seq', 'integer', (c) => c.notNull())
      .execute()

    await schema
      .createTable('talk_thread')
      .addColumn('n', 'integer', (c) => c.primaryKey().autoIncrement().notNull())
      .addColumn('plan', 'text', (c) => c.notNull().references('plan.id').onDelete('cascade'))
      .addColumn('id', 'text', (c) => c.notNull())
      .addColumn('kind', 'text', (c) => c.notNull())
      .addColumn('box', 'text', (c) => c.notNull())
      .addColumn('item', 'text')
      .addColumn('field', 'text')
      .addColumn('words', 'text')
      .addColumn('settled_by', 'text')
      .addColumn('settled_at', 'bigint')
      .addUniqueConstraint('talk_thread_id', ['plan', 'id'])
      .execute()

    await schema
      .createTable('talk_comment')
      .addColumn('n', 'integer', (c) => c.primaryKey().autoIncrement().notNull())
      .addColumn('plan', 'text', (c) => c.notNull())
      .addColumn('thread', 'text', (c) => c.notNull())
      .addColumn('id', 'text', (c) => c.notNull())
      .addColumn('person', 'text', (c) => c.notNull())
      .addColumn('at', 'bigint', (c) => c.notNull())
      .addColumn('words', 'text')
      .addColumn('mentions', 'text', (c) => c.notNull())
      .addColumn('edited_at', 'bigint')
      .addUniqueConstraint('talk_comment_id', ['plan', 'thread', 'id'])
      .addForeignKeyConstraint('talk_comment_thread', ['plan', 'thread'], 'talk_thread', ['plan', 'id'], (c) =>
        c.onDelete('cascade'),
      )
      .execute()
  },
}
