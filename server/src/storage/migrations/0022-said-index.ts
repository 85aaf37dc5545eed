import { type Kysely, sql } from 'kysely'
import type { Migration } from 'kysely/migration'

/** Every page that opens a plan asks whether anything in it was typed for somebody: in most plans nothing was. */
export const saidIndex: Migration = {
  async up(db: Kysely<unknown>) {
    await sql`create index authorship_said on authorship (plan) where said_for is not null`.execute(db)
  },
}
