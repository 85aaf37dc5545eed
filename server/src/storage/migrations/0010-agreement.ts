import { type Kysely, sql } from 'kysely'
import type { Migration } from 'kysely/migration'
import { keptAsPut } from './kept-as-put.ts'

/**
 * Rounds in which people are asked whether they agree, what they answered and to which words, and what was sealed. Rows that say what
 * somebody agreed to stay as they were put (SPEC AGREE-30): nothing of them goes with the plan, and none is written over.
 */
export const agreement: Migration = {
  async up(db: Kysely<unknown>) {
    const { schema } = db
    // Erasing is recorded first: only what is named here can be deleted.
    await schema
      .createTable('erased')
      .addColumn('what', 'text', (c) => c.notNull())
      .addColumn('key', 'text', (c) => c.notNull())
      .addColumn('at', 'bigint', (c) => c.notNull())
      .addColumn('why', 'text', (c) => c.notNull())
      .addPrimaryKeyConstraint('erased_key', ['what', 'key'])
      .execute()

    await schema
      .createTable('round')
      .addColumn('id', 'text', (c) => c.primaryKey().notNull())
      .addColumn('plan', 'text', (c) => c.notNull().references('plan.id'))
      .addColumn('opened_at', 'bigint', (c) => c.notNull())
      .addColumn('opened_by', 'text', (c) => c.notNull().references('person.id'))
      .addColumn('on_disagreement', 'text', (c) => c.notNull())
      .addColumn('by_section', 'integer', (c) => c.notNull())
      .addColumn('decides_acting', 'text')
      .addColumn('decides_name', 'text')
      .addColumn('decides_words', 'text')
      .addColumn('ended_at', 'bigint')
      .execute()
    await schema.createIndex('round_plan').on('round').columns(['plan', 'opened_at']).execute()
    // One that is open in a plan, whatever the code above it does.
    await sql`create unique index round_open on round (plan) where ended_at is null`.execute(db)

    await schema
      .createTable('round_asked')
      .addColumn('round', 'text', (c) => c.notNull().references('round.id'))
      .addColumn('person', 'text', (c) => c.notNull().references('person.id'))
      .addPrimaryKeyConstraint('round_asked_key', ['round', 'person'])
      .execute()

    await schema
      .createTable('read_edition')
      .addColumn('plan', 'text', (c) => c.notNull().references('plan.id'))
      .addColumn('fingerprint', 'text', (c) => c.notNull())
      .addColumn('edition_json', 'text', (c) => c.notNull())
      .addPrimaryKeyConstraint('read_edition_key', ['plan', 'fingerprint'])
      .execute()

    await schema
      .createTable('round_answer')
      .addColumn('n', 'integer', (c) => c.primaryKey().autoIncrement())
      .addColumn('round', 'text', (c) => c.notNull().references('round.id'))
      .addColumn('plan', 'text', (c) => c.notNull())
      .addColumn('person', 'text', (c) => c.notNull().references('person.id'))
      .addColumn('name', 'text', (c) => c.notNull())
      .addColumn('voice', 'text', (c) => c.notNull())
      .addColumn('seat', 'integer', (c) => c.notNull())
      .addColumn('section', 'text')
      .addColumn('section_title', 'text')
      .addColumn('answer', 'text')
      .addColumn('words', 'text', (c) => c.notNull())
      .addColumn('by', 'text', (c) => c.references('person.id'))
      .addColumn('by_name', 'text')
      .addColumn('acting', 'text')
      .addColumn('advocate', 'text', (c) => c.notNull())
      .addColumn('at', 'bigint', (c) => c.notNull())
      .addColumn('fingerprint', 'text', (c) => c.notNull())
      .addColumn('epoch', 'text', (c) => c.notNull())
      .addColumn('seq', 'bigint', (c) => c.notNull())
      .addForeignKeyConstraint('round_answer_edition', ['plan', 'fingerprint'], 'read_edition', ['plan', 'fingerprint'])
      .execute()
    await schema.createIndex('round_answer_round').on('round_answer').columns(['round', 'person']).execute()

    await schema
      .createTable('seal')
      .addColumn('version', 'text', (c) => c.primaryKey().notNull().references('version.id'))
      .addColumn('plan', 'text', (c) => c.notNull().references('plan.id'))
      .addColumn('number', 'integer', (c) => c.notNull())
      .addColumn('round', 'text', (c) => c.notNull().unique().references('round.id'))
      .addColumn('record_json', 'text', (c) => c.notNull())
      .addColumn('seal', 'text', (c) => c.notNull())
      .addColumn('code', 'text', (c) => c.notNull().unique())
      .addUniqueConstraint('seal_number', ['plan', 'number'])
      .execute()

    await schema
      .createTable('withdrawal')
      .addColumn('version', 'text', (c) => c.notNull().references('version.id'))
      .addColumn('person', 'text', (c) => c.notNull().references('person.id'))
      .addColumn('name', 'text', (c) => c.notNull())
      .addColumn('words', 'text', (c) => c.notNull())
      .addColumn('at', 'bigint', (c) => c.notNull())
      .addPrimaryKeyConstraint('withdrawal_key', ['version', 'person'])
      .execute()

    await keptAsPut(db, { table: 'erased', unique: [['what', 'key']], erasedBy: null })
    await keptAsPut(db, { table: 'round', unique: [['id']], erasedBy: 'old.id', mayChange: ['ended_at'] })
    await keptAsPut(db, { table: 'round_asked', unique: [['round', 'person']], erasedBy: 'old.round' })
    const byPrint = "old.plan || '/' || old.fingerprint"
    await keptAsPut(db, { table: 'read_edition', unique: [['plan', 'fingerprint']], erasedBy: byPrint })
    await keptAsPut(db, { table: 'round_answer', unique: [['n']], erasedBy: 'old.round', mayChange: ['epoch'] })
    const once = [['version'], ['plan', 'number'], ['round'], ['code']]
    await keptAsPut(db, { table: 'seal', unique: once, erasedBy: 'old.version' })
    await keptAsPut(db, { table: 'withdrawal', unique: [['version', 'person']], erasedBy: 'old.version' })
    // People give named versions other names, and take them away; never sealed ones.
    const mayChange = ['epoch', 'name']
    const only = "kind = 'sealed'"
    await keptAsPut(db, { table: 'version', unique: [['id'], ['plan', 'number']], erasedBy: 'old.id', mayChange, only })

    await sql`create trigger version_unnamed before update of name on version when old.kind = 'sealed' and old.name is not new.name
      begin select raise(abort, 'what was agreed stays as it is'); end`.execute(db)
    await sql`create trigger round_over before update on round when old.ended_at is not null and old.ended_at is not new.ended_at
      begin select raise(abort, 'what was agreed stays as it is'); end`.execute(db)
    await sql`create trigger round_answer_late before insert on round_answer
      when exists (select 1 from round where id = new.round and ended_at is not null)
      begin select raise(abort, 'what was agreed stays as it is'); end`.execute(db)
  },
}
