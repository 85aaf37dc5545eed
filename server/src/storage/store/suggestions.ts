import type { Kysely, Selectable } from 'kysely'
import type { Tables } from '../schema.ts'
import type { Accepting, ChangeRow, SuggestionRow, SuggestionStore } from '../suggestions.ts'
import { nextTalkSeq } from './talk.ts'

export const suggestionStore = (db: Kysely<Tables>): SuggestionStore => {
  const ofPlan = (plan: string) => db.selectFrom('talk_suggestion').selectAll().where('plan', '=', plan)
  return {
    suggestionsOf: async (plan) => (await ofPlan(plan).orderBy('n').execute()).map(readRow),

    async suggestionAt(plan, id) {
      const row = await ofPlan(plan).where('id', '=', id).executeTakeFirst()
      return row ? readRow(row) : null
    },

    addSuggestion: (plan, row, most) =>
      db.transaction().execute(async (trx) => {
        const all = trx.selectFrom('talk_suggestion').select('id').where('plan', '=', plan)
        if (await all.where('id', '=', row.id).executeTakeFirst()) return 'there'
        if ((await all.limit(most).execute()).length >= most) return 'full'
        const { id, place, by: person, at, why } = row
        const { box, item, field } = place
        const values = { plan, id, box, item, field, person, at, why, ...changing(row) }
        await trx.insertInto('talk_suggestion').values(values).execute()
        return { seq: await nextTalkSeq(trx, plan) }
      }),

    changeSuggestion: (plan, row) =>
      db.transaction().execute(async (trx) => {
        const update = trx.updateTable('talk_suggestion').set(changing(row)).where('plan', '=', plan)
        await update.where('id', '=', row.id).execute()
        return { seq: await nextTalkSeq(trx, plan) }
      }),

    async accepting(plan, id, accepting) {
      const update = db.updateTable('talk_suggestion').set({ accepting: JSON.stringify(accepting) })
      await update.where('plan', '=', plan).where('id', '=', id).execute()
    },
  }
}

/** What of a suggestion is written again; its words and whose it is are not. */
const changing = ({ changes, accepting }: SuggestionRow) => ({
  changes: JSON.stringify(changes),
  accepting: accepting && JSON.stringify(accepting),
})

const readRow = (row: Selectable<Tables['talk_suggestion']>): SuggestionRow => ({
  id: row.id,
  place: { box: row.box, item: row.item, field: row.field, words: null },
  by: row.person,
  at: row.at,
  why: row.why,
  changes: JSON.parse(row.changes) as ChangeRow[],
  accepting: row.accepting === null ? null : (JSON.parse(row.accepting) as Accepting),
})
