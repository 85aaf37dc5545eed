import type { Kysely } from 'kysely'
import type { Tables } from '../schema.ts'
import type { SaidClocks, UnsaidStore } from '../unsaid.ts'

export const unsaidStore = (db: Kysely<Tables>): UnsaidStore => ({
  async hasSaid(plan) {
    const said = db.selectFrom('authorship').select('seq').where('plan', '=', plan).where('said_for', 'is not', null)
    return (await said.limit(1).executeTakeFirst()) !== undefined
  },

  async unsaidOf(plan) {
    const rows = await db
      .selectFrom('unsaid')
      .select(['id', 'box', 'item', 'words', 'person', 'said_for as for', 'at', 'clocks'])
      .where('plan', '=', plan)
      .where('undone_at', 'is', null)
      .orderBy('at', 'desc')
      .orderBy('id')
      .execute()
    return rows.map(({ clocks, ...row }) => ({ ...row, clocks: clocksIn(clocks) }))
  },

  async keepUnsaid(plan, { for: said_for, clocks, ...row }) {
    await db.transaction().execute(async (now) => {
      const rows = await now
        .selectFrom('unsaid')
        .select('clocks')
        .where('plan', '=', plan)
        .where('said_for', '=', said_for)
        .where('undone_at', 'is', null)
        .execute()
      const known = rows.flatMap((each) => clocksIn(each.clocks))
      if (clocks.every((one) => known.some((other) => holds(other, one)))) return
      await now
        .insertInto('unsaid')
        .values({ ...row, plan, said_for, clocks: JSON.stringify(clocks), undone_at: null })
        .execute()
    })
  },

  async undoUnsaid(plan, id, by, at) {
    await db
      .updateTable('unsaid')
      .set({ undone_at: at })
      .where('plan', '=', plan)
      .where('id', '=', id)
      .where('said_for', '=', by)
      .where('undone_at', 'is', null)
      .execute()
  },
})

const holds = (all: SaidClocks, { client, from, to }: SaidClocks): boolean =>
  all.client === client && all.from <= from && to <= all.to

/** As this store wrote it. */
export const clocksIn = (json: string): SaidClocks[] => JSON.parse(json)
