import type { Kysely } from 'kysely'
import type { Tables } from '../schema.ts'
import type { TestStore } from '../tests.ts'

export const testStore = (db: Kysely<Tables>): TestStore => ({
  async answersOf(plan) {
    const rows = await db
      .selectFrom('test_answer')
      .selectAll()
      .where('plan', '=', plan)
      .orderBy('answered_at')
      .orderBy('person')
      .execute()
    return rows.map(({ item, person, voice, informed, confident, connected, shows }) => ({
      item,
      person,
      voice,
      answers: { informed, confident, connected, shows },
    }))
  },

  answer: (plan, { item, person, voice, answers }, at, most) =>
    db.transaction().execute(async (trx) => {
      const items = await trx.selectFrom('test_answer').select('item').distinct().where('plan', '=', plan).execute()
      if (items.length >= most && !items.some((one) => one.item === item)) return false
      const row = { plan, item, person, voice, ...answers, answered_at: at }
      await trx
        .insertInto('test_answer')
        .values(row)
        .onConflict((c) => c.columns(['plan', 'item', 'person']).doUpdateSet(row))
        .execute()
      return true
    }),
})
