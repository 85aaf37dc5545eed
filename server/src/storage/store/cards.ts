import type { Needs } from '@withy/shared/api'
import type { Kysely } from 'kysely'
import type { CardStore } from '../cards.ts'
import type { Tables } from '../schema.ts'

export const cardStore = (db: Kysely<Tables>): CardStore => ({
  async cardOf(plan, person) {
    const theirs = db.selectFrom('card').select('card').where('plan', '=', plan).where('person', '=', person)
    const row = await theirs.executeTakeFirst()
    return row ? needsIn(row.card) : null
  },

  async cardsWith(plan) {
    const rows = await db
      .selectFrom('card')
      .innerJoin('member', (join) =>
        join.onRef('member.plan', '=', 'card.plan').onRef('member.person', '=', 'card.person'),
      )
      .select(['card.person', 'card'])
      .where('card.plan', '=', plan)
      .orderBy('joined_at')
      .orderBy('card.person')
      .execute()
    return rows.map(({ person, card }) => ({ person, card: needsIn(card) }))
  },

  keepCard: (plan, person, card, at) =>
    db.transaction().execute(async (trx) => {
      const theirs = { plan, person }
      await trx.deleteFrom('card').where('plan', '=', plan).where('person', '=', person).execute()
      if (card === null) return
      // They may have been taken out of the plan while this was on its way.
      const member = trx.selectFrom('member').select('person').where('plan', '=', plan).where('person', '=', person)
      if (!(await member.executeTakeFirst())) return
      await trx
        .insertInto('card')
        .values({ ...theirs, card: JSON.stringify(card), kept_at: at })
        .execute()
    }),
})

/** As this store wrote it. */
const needsIn = (json: string): Needs => JSON.parse(json)
