import { type Kysely, type Selectable, sql, type Transaction } from 'kysely'
import type { Tables } from '../schema.ts'
import type { Accepting, ChangeRow, MostSuggested, SuggestionRow, SuggestionStore } from '../suggestions.ts'
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
        const full = noRoom(row, await countOf(trx, plan), most)
        if (full) return full
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
      const update = db.updateTable('talk_suggestion').set({ accepting: accepting && JSON.stringify(accepting) })
      await update.where('plan', '=', plan).where('id', '=', id).execute()
    },
  }
}

type Counted = { readonly person: string; readonly letters: number; readonly waiting: number; readonly counted: number }

/** Of each person, how much they have offered in a plan. */
async function countOf(trx: Transaction<Tables>, plan: string): Promise<Counted[]> {
  // In a JSON text nobody's words have a quotation mark that is not escaped: these are the fates of changes.
  const [undecided, accepted, kept] = ['%"fate":null%', '%"is":"accepted"%', '%"is":"kept"%']
  const rows = await trx
    .selectFrom('talk_suggestion')
    .select([
      'person',
      sql<number | bigint>`sum(length(changes))`.as('letters'),
      sql<number | bigint>`sum(case when changes like ${undecided} then 1 else 0 end)`.as('waiting'),
      sql<
        number | bigint
      >`sum(case when changes like ${undecided} or changes like ${accepted} or changes like ${kept} then 1 else 0 end)`.as(
        'counted',
      ),
    ])
    .where('plan', '=', plan)
    .groupBy('person')
    .execute()
  return rows.map(({ person, letters, waiting, counted }) => ({
    ...{ person, letters: Number(letters), waiting: Number(waiting), counted: Number(counted) },
  }))
}

function noRoom({ by, changes }: SuggestionRow, all: readonly Counted[], most: MostSuggested) {
  const more = JSON.stringify(changes).length
  const theirs = all.find(({ person }) => person === by)
  const sum = (of: 'letters' | 'counted') => all.reduce((so, one) => so + one[of], 0)
  if ((theirs?.waiting ?? 0) >= most.waitingPerPerson) return 'theirs-wait'
  if ((theirs?.letters ?? 0) + more > most.lettersPerPerson) return 'theirs-full'
  return sum('counted') >= most.perPlan || sum('letters') + more > most.lettersPerPlan ? 'full' : null
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
