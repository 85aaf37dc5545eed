import { type Kysely, sql } from 'kysely'
import type { AuthorStore } from '../authors.ts'
import { decodeClocks } from '../clocks.ts'
import type { Tables } from '../schema.ts'

export const authorStore = (db: Kysely<Tables>): AuthorStore => ({
  async authorsOf(plan) {
    const rows = await db
      .selectFrom('authorship')
      .selectAll()
      .where('plan', '=', plan)
      // Clocks are set back now and then: only between epochs is time all there is to go by.
      .orderBy(sql`min(at) over (partition by epoch)`)
      .orderBy('seq')
      .orderBy('did')
      .orderBy('client')
      .execute()
    return rows.map(({ seq, client, clock, clocks, person, said_for, at }) => {
      const by = { seq, client, person, saidFor: said_for, at }
      return clocks
        ? { ...by, did: 'deleted', clocks: decodeClocks(clocks) }
        : { ...by, did: 'inserted', from: clock ?? 0 }
    })
  },

  async movedOf(plan) {
    const rows = await db.selectFrom('moved_letters').selectAll().where('plan', '=', plan).execute()
    return rows.map(({ client, clock, until, of_client, of_clock }) => ({
      ...{ client, from: clock, to: until },
      of: { client: of_client, clock: of_clock },
    }))
  },

  async writersBetween(plan, { epoch, after, upTo }) {
    const rows = await db
      .selectFrom('authorship')
      .select(['seq', 'person', 'said_for as saidFor'])
      .distinct()
      .where('plan', '=', plan)
      .where('epoch', '=', epoch)
      .where('seq', '>', after)
      .where('seq', '<=', upTo)
      .orderBy('seq')
      .execute()
    return rows
  },
})
