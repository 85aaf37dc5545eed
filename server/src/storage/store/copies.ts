import { randomUUID } from 'node:crypto'
import type { Kysely, Selectable } from 'kysely'
import type { CopyNote, CopyStore } from '../copies.ts'
import type { LinksOver } from '../people.ts'
import type { Tables } from '../schema.ts'

const asNote = ({ n, plan, number, by_name, sections, ...row }: Selectable<Tables['copy_note']>): CopyNote => ({
  ...row,
  byName: by_name,
  sections: sections === null ? null : (JSON.parse(sections) as string[]),
})

const linksOf = (db: Kysely<Tables>, plan: string, person: string) =>
  db
    .selectFrom('copy_note as link')
    .selectAll()
    .where('plan', '=', plan)
    .where('person', '=', person)
    .where('does', '=', 'link')
    .where((e) =>
      e.not(e.exists(e.selectFrom('copy_note as over').select('over.id').whereRef('over.of', '=', 'link.id'))),
    )
    .orderBy('n')
    .execute()

/** Takes back every private link that is somebody's. Run in a transaction. */
export async function endCopyLinks(trx: Kysely<Tables>, plan: string, { by, byName, at, person }: LinksOver) {
  for (const { number, name, id } of await linksOf(trx, plan, person)) {
    const ended = {
      id: randomUUID(),
      does: 'ended',
      plan,
      number,
      person,
      name,
      of: id,
      at,
      by,
      by_name: byName,
    } as const
    await trx
      .insertInto('copy_note')
      .values({ ...ended, form: null, lang: null, sections: null })
      .execute()
  }
}

export const copyStore = (db: Kysely<Tables>): CopyStore => ({
  async copyNotesOf(plan, number, person) {
    const all = db.selectFrom('copy_note').selectAll().where('plan', '=', plan).where('number', '=', number)
    const some = person === undefined ? all : all.where('person', '=', person)
    return (await some.orderBy('n').execute()).map(asNote)
  },

  async copyLinksOf(plan, person) {
    const rows = await linksOf(db, plan, person)
    return rows.map((row) => ({ ...asNote(row), plan, number: row.number, isOver: false }))
  },

  async copyLink(id) {
    const one = db.selectFrom('copy_note').selectAll().where('id', '=', id).where('does', '=', 'link')
    const over = db.selectFrom('copy_note').select('id').where('of', '=', id)
    const [row, ended] = await Promise.all([one.executeTakeFirst(), over.executeTakeFirst()])
    return row ? { ...asNote(row), plan: row.plan, number: row.number, isOver: ended !== undefined } : null
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
