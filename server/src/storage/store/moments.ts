import type { Kysely } from 'kysely'
import type { MomentStore } from '../moments.ts'
import type { Tables } from '../schema.ts'

export const momentStore = (db: Kysely<Tables>): MomentStore => ({
  async keepMoment(plan, { epoch, seq, at, bytes }) {
    await db
      .insertInto('moment')
      .columns(['plan', 'epoch', 'seq', 'at', 'size', 'bytes'])
      .expression((e) =>
        e
          .selectFrom('plan')
          .select(['plan.id', 'plan.epoch'])
          .select((s) => [s.val(seq).as('seq'), s.val(at).as('at')])
          .select((s) => [s.val(bytes.byteLength).as('size'), s.val(bytes).as('bytes')])
          .where('plan.id', '=', plan)
          .where('plan.epoch', '=', epoch)
          .where('plan.seq', '>=', seq),
      )
      .onConflict((c) => c.doNothing())
      .execute()
  },

  async lastMoment(plan, epoch) {
    const row = await db
      .selectFrom('moment')
      .select((e) => e.fn.max<number | null>('seq').as('seq'))
      .where('plan', '=', plan)
      .where('epoch', '=', epoch)
      .executeTakeFirst()
    return row?.seq ?? 0
  },

  async momentsOf(plan) {
    return db
      .selectFrom('moment')
      .select(['epoch', 'seq', 'at', 'size'])
      .where('plan', '=', plan)
      .orderBy('at')
      .orderBy('seq')
      .execute()
  },

  async momentBytes(plan, { epoch, seq }) {
    const row = await db
      .selectFrom('moment')
      .select('bytes')
      .where('plan', '=', plan)
      .where('epoch', '=', epoch)
      .where('seq', '=', seq)
      .executeTakeFirst()
    return row ? new Uint8Array(row.bytes) : null
  },

  async forgetMoments(plan, moments) {
    for (const { epoch, seq } of moments) {
      const those = db.deleteFrom('moment').where('plan', '=', plan).where('epoch', '=', epoch)
      await those.where('seq', '=', seq).execute()
    }
  },
})
