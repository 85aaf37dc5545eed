import type { Kysely } from 'kysely'
import type { CopyGivenStore } from '../copies-given.ts'
import type { Tables } from '../schema.ts'

export const copyGivenStore = (db: Kysely<Tables>): CopyGivenStore => ({
  copyGiven: async (file) =>
    (await db.selectFrom('copy_given').selectAll().where('file', '=', file).executeTakeFirst()) ?? null,

  copiesGiven: (which, form) =>
    db.selectFrom('copy_given').selectAll().where('which', '=', which).where('form', '=', form).execute(),

  keepCopyGiven: (copy, most) =>
    db.transaction().execute(async (trx) => {
      const kept = trx.selectFrom('copy_given').select('file')
      if (await kept.where('file', '=', copy.file).executeTakeFirst()) return
      if ((await kept.where('code', '=', copy.code).limit(most).execute()).length >= most) return
      await trx.insertInto('copy_given').values(copy).execute()
    }),
})
