import { type Kysely, sql } from 'kysely'
import type { Migration } from 'kysely/migration'
import { keptAsPut, NO } from './kept-as-put.ts'

/** Whether others' answers were hidden when people were asked no more: they stay so, whoever comes or goes later (SPEC AGREE-49). */
export const endedWaiting: Migration = {
  async up(db: Kysely<unknown>) {
    await db.schema.alterTable('round').addColumn('ended_waiting', 'integer').execute()
    const unique = [['id'], ['plan', 'n']]
    await keptAsPut(db, { table: 'round', unique, erasedBy: 'old.id', mayChange: ['ended_at', 'ended_waiting'] })
    await sql`drop trigger round_over`.execute(db)
    await sql`create trigger round_over before update on round when old.ended_at is not null
      and (old.ended_at is not new.ended_at or old.ended_waiting is not new.ended_waiting) ${sql.raw(NO)}`.execute(db)
  },
}
