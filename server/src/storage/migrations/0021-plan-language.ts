import type { Kysely } from 'kysely'
import type { Migration } from 'kysely/migration'

/** In which language a plan's words are. Of plans that were there nobody said it, and nothing is guessed (SPEC PLAN-134). */
export const planLanguage: Migration = {
  async up(db: Kysely<unknown>) {
    await db.schema.alterTable('plan').addColumn('lang', 'text').execute()
  },
}
