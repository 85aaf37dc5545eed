import type { Kysely } from 'kysely'
import type { Migration } from 'kysely/migration'

/** Words a plan explains: each once. */
export const glossary: Migration = {
  async up(db: Kysely<unknown>) {
    await db.schema
      .createTable('glossary_word')
      .addColumn('plan', 'text', (c) => c.notNull().references('plan.id').onDelete('cascade'))
      .addColumn('id', 'text', (c) => c.notNull())
      .addColumn('same', 'text', (c) => c.notNull())
      .addColumn('word', 'text', (c) => c.notNull())
      .addColumn('meaning', 'text', (c) => c.notNull())
      .addColumn('is_out', 'integer', (c) => c.notNull())
      .addPrimaryKeyConstraint('glossary_word_key', ['plan', 'same'])
      .execute()
    await db.schema.createIndex('glossary_word_id').on('glossary_word').columns(['plan', 'id']).unique().execute()
  },
}
