import type { Kysely } from 'kysely'
import type { TestStore } from '../action-tests.ts'
import type { Tables } from '../schema.ts'

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
      if (Object.values(answers).every((answer) => answer === null)) {
        const theirs = trx.deleteFrom('test_answer').where('plan', '=', plan).where('person', '=', person)
        await theirs.where('item', '=', item).execute()
        return true
      }
      const others = trx.selectFrom('test_answer').select('item').where('plan', '=', plan).where('person', '=', person)
      if ((await others.where('item', '!=', item).limit(most).execute()).length >= most) return false
      const row = { plan, item, person, voice, ...answers, answered_at: at }
      await trx
        .insertInto('test_answer')
        .values(row)
        .onConflict((c) => c.columns(['plan', 'item', 'person']).doUpdateSet(row))
        .execute()
      return true
    }),
})
