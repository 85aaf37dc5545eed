import type { Kysely } from 'kysely'
import type { NewPhoto, PhotoRow, PhotoStore } from '../photos.ts'
import type { Tables } from '../schema.ts'

export const photoStore = (db: Kysely<Tables>): PhotoStore => ({
  async photosOf(plan) {
    const rows = await db
      .selectFrom('plan_photo')
      .select(['id', 'shows', 'who', 'added_by', 'added_at', 'removed_by', 'removed_at'])
      .where('plan', '=', plan)
      .orderBy('added_at')
      .orderBy('id')
      .execute()
    return rows.map(({ id, shows, who, added_by, added_at, removed_by: by, removed_at: at }): PhotoRow => {
      const said = shows === 'agreed' ? { shows, who } : { shows }
      return { id, said, addedBy: added_by, addedAt: added_at, removed: by !== null && at !== null ? { by, at } : null }
    })
  },

  async photoBytes(plan, id) {
    const one = db.selectFrom('plan_photo').select('bytes').where('plan', '=', plan).where('id', '=', id)
    const row = await one.executeTakeFirst()
    return row ? (row.bytes ?? 'removed') : null
  },

  keepPhoto: (plan, photo, { by, at }, most) =>
    db.transaction().execute(async (trx) => {
      const all = trx.selectFrom('plan_photo').where('plan', '=', plan)
      const found = await all.select('removed_at').where('id', '=', photo.id).executeTakeFirst()
      if (found) return found.removed_at === null ? 'kept' : 'removed'
      const rows = await all.select(['size', 'removed_at']).execute()
      const there = rows.filter(({ removed_at }) => removed_at === null)
      const bytes = there.reduce((sum, { size }) => sum + size, photo.bytes.byteLength)
      if (rows.length >= most.ever || there.length >= most.photos || bytes > most.bytes) return 'full'
      await putPhotos(trx, plan, [photo], by, at)
      return 'kept'
    }),

  async removePhoto(plan, id, { by, at }) {
    await db
      .updateTable('plan_photo')
      .set({ bytes: null, who: '', removed_by: by, removed_at: at })
      .where('plan', '=', plan)
      .where('id', '=', id)
      .where('removed_at', 'is', null)
      .execute()
  },
})

/** Keeps photos with whatever else is kept in the transaction. */
export async function putPhotos(
  trx: Kysely<Tables>,
  plan: string,
  photos: readonly NewPhoto[],
  by: string,
  at: number,
): Promise<void> {
  for (const { id, bytes, said } of photos)
    await trx
      .insertInto('plan_photo')
      .values({
        ...{ plan, id, shows: said.shows, who: said.shows === 'agreed' ? said.who : '' },
        ...{ added_by: by, added_at: at, removed_by: null, removed_at: null, size: bytes.byteLength, bytes },
      })
      .execute()
}
