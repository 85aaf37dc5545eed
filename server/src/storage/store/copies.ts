import type { Kysely, Selectable } from 'kysely'
import type { CopyNote, CopyStore } from '../copies.ts'
import type { Tables } from '../schema.ts'

const asNote = ({ n, plan, number, by_name, sections, ...row }: Selectable<Tables['copy_note']>): CopyNote => ({
  ...row,
  byName: by_name,
  sections: sections === null ? null : (JSON.parse(sections) as string[]),
})

export const copyStore = (db: Kysely<Tables>): CopyStore => ({
  async copyNotesOf(plan, number) {
    const all = db.selectFrom('copy_note').selectAll().where('plan', '=', plan).where('number', '=', number)
    return (await all.orderBy('n').execute()).map(asNote)
  },

  async copyLink(id) {
    const one = db.selectFrom('copy_note').selectAll().where('id', '=', id).where('does', '=', 'link')
    const over = db.selectFrom('copy_note').select('id').where('of', '=', id)
    const [row, ended] = await Promise.all([one.executeTakeFirst(), over.executeTakeFirst()])
    return row && !ended ? { ...asNote(row), plan: row.plan, number: row.number } : null
  },

  noteCopy: (plan, number, { byName, sections, ...note }, most) =>
    db.transaction().execute(async (trx) => {
      const kept = trx.selectFrom('copy_note').select('n').where('plan', '=', plan).where('number', '=', number)
      // A link that is known to others can always be taken back.
      if (note.does !== 'ended' && (await kept.limit(most).execute()).length >= most) return 'full'
      const chosen = sections && JSON.stringify(sections)
      await trx
        .insertInto('copy_note')
        .values({ ...note, plan, number, by_name: byName, sections: chosen })
        .execute()
      return 'kept'
    }),
})
