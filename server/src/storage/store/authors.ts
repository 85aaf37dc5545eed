import { type Kysely, sql } from 'kysely'
import type { AuthorStore, Clocks } from '../authors.ts'
import { decodeClocks } from '../clocks.ts'
import type { Tables } from '../schema.ts'
import type { SaidClocks } from '../unsaid.ts'
import { clocksIn } from './unsaid.ts'

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
    const unsaid = await unsaidIn(db, plan)
    return rows.map(({ seq, client, clock, clocks, person, said_for, at }) => {
      const by = { seq, client, person, saidFor: said_for, at }
      if (clocks) return { ...by, did: 'deleted', clocks: decodeClocks(clocks) }
      const not = said_for === null ? undefined : unsaid.get(`${client} ${said_for}`)
      return { ...by, did: 'inserted', from: clock ?? 0, ...(not && { unsaid: not }) }
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
    const between = db
      .selectFrom('authorship')
      .where('plan', '=', plan)
      .where('epoch', '=', epoch)
      .where('seq', '>', after)
      .where('seq', '<=', upTo)
      .orderBy('seq')
    const unsaid = await unsaidRowsIn(db, plan)
    // Who took something out did so themselves, whomever they typed for (SPEC SYNC-165).
    const saidFor = sql<string | null>`case when did = 'inserted' then said_for end`.as('saidFor')
    if (unsaid.size === 0) return between.select(['seq', 'person', saidFor]).distinct().execute()
    const rows = await between.select(['seq', 'person', saidFor, 'client', 'clock']).execute()
    return rows.map(({ seq, person, saidFor, client, clock }) => {
      const at = clock ?? 0
      const isUnsaid = (unsaid.get(`${client} ${saidFor}`) ?? []).some(({ from, to }) => from <= at && at < to)
      return { seq, person, saidFor: isUnsaid ? null : saidFor }
    })
  },
})

/** What people say they did not say, by the client it is of and the person. */
async function unsaidIn(db: Kysely<Tables>, plan: string): Promise<ReadonlyMap<string, readonly SaidClocks[]>> {
  const rows = await db
    .selectFrom('unsaid')
    .select(['said_for', 'clocks'])
    .where('plan', '=', plan)
    .where('undone_at', 'is', null)
    .execute()
  const all = rows.flatMap(({ said_for, clocks }) => clocksIn(clocks).map((each) => ({ ...each, said_for })))
  return Map.groupBy(all, ({ client, said_for }) => `${client} ${said_for}`)
}

/**
 * The rows those words are in, by client and person, up to the next row of the client: what was put in beside them, and taken out again,
 * has no words that anybody could say anything of.
 */
async function unsaidRowsIn(db: Kysely<Tables>, plan: string): Promise<ReadonlyMap<string, readonly Clocks[]>> {
  const unsaid = await unsaidIn(db, plan)
  if (unsaid.size === 0) return new Map()
  const rows = await db
    .selectFrom('authorship')
    .select(['client', 'clock'])
    .where('plan', '=', plan)
    .where('did', '=', 'inserted')
    .orderBy('clock')
    .execute()
  const begins = Map.groupBy(rows, ({ client }) => client)
  const rowOf = ({ client, from }: SaidClocks): Clocks => {
    const clocks = (begins.get(client) ?? []).map(({ clock }) => clock ?? 0)
    return {
      from: clocks.findLast((clock) => clock <= from) ?? from,
      to: clocks.find((clock) => clock > from) ?? Number.POSITIVE_INFINITY,
    }
  }
  return new Map(Array.from(unsaid, ([key, all]) => [key, all.map(rowOf)] as const))
}
