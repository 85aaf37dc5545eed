import { type Explained, sameWord } from '@withy/shared/plan'
import { type Kysely, sql, type Transaction } from 'kysely'
import type { GlossaryStore } from '../glossary.ts'
import type { Tables } from '../schema.ts'

export const glossaryStore = (db: Kysely<Tables>): GlossaryStore => ({
  async glossaryOf(plan) {
    const rows = await db
      .selectFrom('glossary_word')
      .select(['id', 'word', 'meaning', 'is_out'])
      .where('plan', '=', plan)
      .orderBy(sql`rowid`)
      .execute()
    return rows.map(({ is_out, ...row }) => ({ ...row, isOut: is_out === 1 }))
  },

  changeGlossary: (plan, change, most) =>
    db.transaction().execute(async (trx) => {
      const all = trx.selectFrom('glossary_word').select(['id', 'word', 'meaning', 'is_out']).where('plan', '=', plan)
      const found = await all.where('id', '=', change.id).executeTakeFirst()
      const set = (row: Partial<Tables['glossary_word']>) =>
        trx.updateTable('glossary_word').set(row).where('plan', '=', plan).where('id', '=', change.id).execute()
      if (change.do === 'take-out' || change.do === 'put-back') {
        await set({ is_out: change.do === 'take-out' ? 1 : 0 })
        return 'done'
      }
      if (change.do === 'add') return addWord(trx, plan, change, most)
      const { id, word, meaning } = change
      const like = await all.where('same', '=', sameWord(word)).executeTakeFirst()
      // Whoever changes one that is out has not seen that it is.
      if (found?.is_out) return 'changed'
      if (found && isMeant(found, change)) return 'done'
      if (!found || !isMeant(found, change.was)) return 'changed'
      if (like && like.id !== id) return 'there'
      await set({ same: sameWord(word), word, meaning })
      return 'done'
    }),
})

/** Explains a word that the plan does not explain yet. Run in a transaction. */
export async function addWord(
  trx: Transaction<Tables>,
  plan: string,
  { id, word, meaning }: Explained,
  most: number,
): Promise<'done' | 'there' | 'full'> {
  const all = trx.selectFrom('glossary_word').select(['id', 'word', 'meaning', 'is_out']).where('plan', '=', plan)
  const found = await all.where('id', '=', id).executeTakeFirst()
  // Sent again because no answer came: it is here.
  if (found) return isMeant(found, { word, meaning }) ? 'done' : 'there'
  const like = await all.where('same', '=', sameWord(word)).executeTakeFirst()
  // It is here by the id it had before it was taken out.
  if (like && like.is_out === 0) return like.meaning === meaning ? 'done' : 'there'
  if (!like && (await all.limit(most).execute()).length >= most) return 'full'
  await explain(trx, plan, [{ id, word, meaning }])
  return 'done'
}

type Meant = Pick<Explained, 'word' | 'meaning'>
const isMeant = (row: Meant, { word, meaning }: Meant) => row.word === word && row.meaning === meaning

/**
 * Explains words of a plan, with whatever else is kept in the transaction. One that was taken out is back with this meaning; one
 * that is there keeps its own, which whoever explains has not seen.
 */
export async function explain(trx: Transaction<Tables>, plan: string, words: readonly Explained[]): Promise<void> {
  for (const { id, word, meaning } of words) {
    await trx
      .insertInto('glossary_word')
      .values({ plan, id, same: sameWord(word), word, meaning, is_out: 0 })
      .onConflict((c) =>
        c.columns(['plan', 'same']).doUpdateSet({ meaning, is_out: 0 }).where('glossary_word.is_out', '=', 1),
      )
      .execute()
  }
}
