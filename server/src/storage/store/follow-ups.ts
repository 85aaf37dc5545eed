import { type Kysely, sql } from 'kysely'
import type { FollowUpRow, FollowUpStore } from '../follow-ups.ts'
import type { Tables } from '../schema.ts'

/** One statement holds so many values at most: of two columns each. */
const AT_ONCE = 400

export const followUpStore = (db: Kysely<Tables>): FollowUpStore => {
  const asked = (plan: string) =>
    db
      .selectFrom('follow_up')
      .innerJoin('follow_up_action', 'follow_up_action.workshop', 'follow_up.workshop')
      .select(['follow_up.workshop', 'item', 'asked_at as askedAt', 'due_on as dueOn'])
      .where('plan', '=', plan)
      .orderBy('asked_at')
      .orderBy('follow_up.workshop')
      // As they were put.
      .orderBy(sql`follow_up_action.rowid`)
  return {
    async workshopsNotAsking(plan) {
      const rows = await db
        .selectFrom('workshop')
        .leftJoin('follow_up', 'follow_up.workshop', 'workshop.id')
        .select(['workshop.id', 'workshop.closed_at as closedAt'])
        .where('workshop.plan', '=', plan)
        .where('workshop.stage', '=', 'closed')
        .where('follow_up.workshop', 'is', null)
        .orderBy('workshop.closed_at')
        .execute()
      return rows.flatMap(({ id, closedAt }) => (closedAt === null ? [] : [{ id, closedAt }]))
    },

    askAfter: (plan, { workshop, askedAt, dueOn, items }) =>
      db.transaction().execute(async (trx) => {
        const before = trx.selectFrom('follow_up').select('workshop').where('workshop', '=', workshop)
        if (await before.executeTakeFirst()) return
        const row = { workshop, plan, asked_at: askedAt, due_on: dueOn }
        await trx.insertInto('follow_up').values(row).execute()
        for (let from = 0; from < items.length; from += AT_ONCE) {
          const some = items.slice(from, from + AT_ONCE).map((item) => ({ workshop, item }))
          await trx
            .insertInto('follow_up_action')
            .values(some)
            .onConflict((c) => c.doNothing())
            .execute()
        }
      }),

    async followUpsOf(plan) {
      const newest = new Map<string, FollowUpRow>()
      for (const row of await asked(plan).execute()) newest.set(row.item, row)
      return [...newest.values()]
    },

    followUpsAfter: (plan, workshop) => asked(plan).where('follow_up.workshop', '=', workshop).execute(),

    async followUpAt(plan, workshop, item) {
      const row = asked(plan).where('follow_up.workshop', '=', workshop).where('item', '=', item)
      return (await row.executeTakeFirst()) ?? null
    },

    followUpAnswersOf: (plan) =>
      db
        .selectFrom('follow_up_answer')
        .innerJoin('follow_up', 'follow_up.workshop', 'follow_up_answer.workshop')
        .select(['follow_up_answer.workshop', 'item', 'person', 'voice', 'answer', 'words'])
        .where('plan', '=', plan)
        .orderBy('answered_at')
        .orderBy('person')
        .execute(),

    async answerFollowUp({ workshop, item, person, voice, answer, words }, at) {
      if (answer === null) {
        const theirs = db.deleteFrom('follow_up_answer').where('workshop', '=', workshop).where('item', '=', item)
        await theirs.where('person', '=', person).execute()
        return
      }
      const row = { workshop, item, person, voice, answer, words, answered_at: at }
      await db
        .insertInto('follow_up_answer')
        .values(row)
        .onConflict((c) => c.columns(['workshop', 'item', 'person']).doUpdateSet(row))
        .execute()
    },
  }
}
