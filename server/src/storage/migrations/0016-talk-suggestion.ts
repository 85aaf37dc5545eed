import type { Kysely } from 'kysely'
import type { Migration } from 'kysely/migration'

/** Other words people offer for some of a plan's, with what became of them: kept for as long as the plan. */
export const talkSuggestion: Migration = {
  async up({ schema }: Kysely<unknown>) {
    await schema
      .createTable('talk_suggestion')
      .addColumn('n', 'integer', (c) => c.primaryKey().autoIncrement().notNull())
      .addColumn('plan', 'text', (c) => c.notNull().references('plan.id').onDelete('cascade'))
      .addColumn('id', 'text', (c) => c.notNull())
      .addColumn('box', 'text', (c) => c.notNull())
      .addColumn('item', 'text')
      .addColumn('field', 'text')
      .addColumn('person', 'text', (c) => c.notNull())
      .addColumn('at', 'bigint', (c) => c.notNull())
      .addColumn('why', 'text', (c) => c.notNull())
      .addColumn('changes', 'text', (c) => c.notNull())
      .addColumn('accepting', 'text')
      .addUniqueConstraint('talk_suggestion_id', ['plan', 'id'])
      .execute()
  },
}
