import type { Kysely } from 'kysely'
import type { Tables } from '../schema.ts'
import type { VersionRow, VersionStore } from '../versions.ts'

const LISTED = ['id', 'kind', 'number', 'name', 'made_at', 'made_by', 'epoch', 'seq', 'fingerprint'] as const

type Listed = Pick<Tables['version'], (typeof LISTED)[number]>

const asRow = ({ made_at, made_by, ...row }: Listed): VersionRow => ({ ...row, madeAt: made_at, madeBy: made_by })

export const versionStore = (db: Kysely<Tables>): VersionStore => ({
  async versionsOf(plan) {
    const all = db.selectFrom('version').select(LISTED).where('plan', '=', plan)
    return (await all.orderBy('made_at', 'desc').orderBy('id').execute()).map(asRow)
  },

  async findVersion(plan, id) {
    const one = db.selectFrom('version').select(LISTED).where('plan', '=', plan).where('id', '=', id)
    const row = await one.executeTakeFirst()
    return row ? asRow(row) : null
  },

  async versionContent(plan, id) {
    const row = await db
      .selectFrom('version')
      .select(['bytes', 'plan_json', 'edition_json'])
      .where('plan', '=', plan)
      .where('id', '=', id)
      .executeTakeFirst()
    return row ? { bytes: new Uint8Array(row.bytes), planJson: row.plan_json, editionJson: row.edition_json } : null
  },

  nameVersion: (plan, version, most) =>
    db.transaction().execute(async (trx) => {
      const named = trx.selectFrom('version').select('id').where('plan', '=', plan).where('kind', '=', 'named')
      if ((await named.limit(most).execute()).length >= most) return 'full'
      const { id, name, madeAt, madeBy, epoch, seq, fingerprint, bytes, planJson, editionJson } = version
      const made = { id, plan, kind: 'named', number: null, name, made_at: madeAt, made_by: madeBy } as const
      const held = { epoch, seq, fingerprint, bytes, plan_json: planJson, edition_json: editionJson }
      await trx
        .insertInto('version')
        .values({ ...made, ...held })
        .execute()
      return 'kept'
    }),

  async renameVersion(plan, id, name) {
    const one = db.updateTable('version').set({ name }).where('plan', '=', plan).where('id', '=', id)
    return (await one.where('kind', '=', 'named').executeTakeFirst()).numUpdatedRows > 0n
  },

  async removeVersion(plan, id) {
    const one = db.deleteFrom('version').where('plan', '=', plan).where('id', '=', id)
    return (await one.where('kind', '=', 'named').executeTakeFirst()).numDeletedRows > 0n
  },
})
