import { type Kysely, sql } from 'kysely'
import type { Migration } from 'kysely/migration'
import { keptAsPut, NO } from './kept-as-put.ts'

/**
 * Rounds have a number, so that no clock puts them in order (SPEC AGREE-9); who decides for a person is somebody of the plan (AGREE-18);
 * a professional stays known as one while people are asked (AGREE-16); withdrawals can be passed on (AGREE-24). What was kept as it was
 * put stays so, the new columns too.
 */
export const agreementGuards: Migration = {
  async up(db: Kysely<unknown>) {
    const { schema } = db
    await schema.alterTable('round').addColumn('n', 'integer').execute()
    await sql`update round set n = (select count(*) from round r where r.plan = round.plan and r.rowid <= round.rowid)`.execute(
      db,
    )
    await schema.createIndex('round_n').unique().on('round').columns(['plan', 'n']).execute()
    await schema
      .alterTable('round')
      .addColumn('decides_person', 'text', (c) => c.references('person.id'))
      .execute()
    await schema
      .alterTable('withdrawal')
      .addColumn('by', 'text', (c) => c.references('person.id'))
      .execute()
    await schema.alterTable('withdrawal').addColumn('by_name', 'text').execute()

    // Who was paid to support the person at some time while people were asked: they may say another voice, and are known all the same.
    await schema
      .createTable('round_professional')
      .addColumn('round', 'text', (c) => c.notNull().references('round.id'))
      .addColumn('person', 'text', (c) => c.notNull().references('person.id'))
      .addPrimaryKeyConstraint('round_professional_key', ['round', 'person'])
      .execute()

    const twice = [['id'], ['plan', 'n']]
    await keptAsPut(db, { table: 'round', unique: twice, erasedBy: 'old.id', mayChange: ['ended_at'] })
    await keptAsPut(db, { table: 'withdrawal', unique: [['version', 'person']], erasedBy: 'old.version' })
    await keptAsPut(db, { table: 'round_professional', unique: [['round', 'person']], erasedBy: 'old.round' })
    // By what the version after it holds on to: so it is known which gap was left rightly.
    const once = [['version'], ['plan', 'number'], ['round'], ['code']]
    await keptAsPut(db, { table: 'seal', unique: once, erasedBy: 'old.seal' })

    const isOver = (table: string) =>
      sql`create trigger ${sql.ref(`${table}_late`)} before insert on ${sql.ref(table)}
        when exists (select 1 from round where id = new.round and ended_at is not null) ${sql.raw(NO)}`.execute(db)
    await isOver('round_asked')
    await isOver('round_professional')
    // INSERT OR REPLACE would take the one that is open away, with all that was answered in it.
    await sql`create trigger round_one before insert on round
      when new.ended_at is null and exists (select 1 from round where plan = new.plan and ended_at is null)
      ${sql.raw(NO)}`.execute(db)
  },
}
