import type { Kysely, Selectable } from 'kysely'
import type { InvitationRow, InvitationStore } from '../people.ts'
import type { Tables } from '../schema.ts'
import { changeIn } from './people.ts'

const invitationOf = (row: Selectable<Tables['invitation']>): InvitationRow => ({
  id: row.id,
  plan: row.plan,
  kind: row.kind,
  role: row.role,
  voice: row.voice,
  generation: row.generation,
  codeHash: row.code_hash,
  madeBy: row.made_by,
  madeAt: row.made_at,
  expiresAt: row.expires_at,
  joined: row.joined,
})

const rowOf = (one: InvitationRow): Selectable<Tables['invitation']> => ({
  id: one.id,
  plan: one.plan,
  kind: one.kind,
  role: one.role,
  voice: one.voice,
  generation: one.generation,
  code_hash: one.codeHash,
  made_by: one.madeBy,
  made_at: one.madeAt,
  expires_at: one.expiresAt,
  joined: one.joined,
})

const working = (db: Kysely<Tables>, plan: string, now: number) =>
  db.selectFrom('invitation').selectAll().where('plan', '=', plan).where('expires_at', '>', now)

export const invitationStore = (db: Kysely<Tables>): InvitationStore => ({
  async invitationsOf(plan, now) {
    const rows = await working(db, plan, now).orderBy('made_at', 'desc').orderBy('id').execute()
    return rows.map(invitationOf)
  },
  async findInvitation(id) {
    const row = await db.selectFrom('invitation').selectAll().where('id', '=', id).executeTakeFirst()
    return row ? invitationOf(row) : null
  },
  async findCode(codeHash) {
    const row = await db.selectFrom('invitation').selectAll().where('code_hash', '=', codeHash).executeTakeFirst()
    return row ? invitationOf(row) : null
  },

  addInvitation: (one, most) =>
    db.transaction().execute(async (trx) => {
      // Those that are over make room, and give their codes back.
      await trx.deleteFrom('invitation').where('plan', '=', one.plan).where('expires_at', '<=', one.madeAt).execute()
      if ((await working(trx, one.plan, one.madeAt).execute()).length >= most) return 'full'
      const { numInsertedOrUpdatedRows } = await trx
        .insertInto('invitation')
        .values(rowOf(one))
        .onConflict((c) => c.column('code_hash').doNothing())
        .executeTakeFirst()
      return numInsertedOrUpdatedRows === 1n ? 'kept' : 'code-exists'
    }),

  async renewInvitation({ id, plan, generation, codeHash, madeAt, expiresAt }) {
    const { numUpdatedRows } = await db
      .updateTable('invitation')
      .set({ generation, code_hash: codeHash, made_at: madeAt, expires_at: expiresAt })
      .where('id', '=', id)
      .where('plan', '=', plan)
      .where('generation', '<', generation)
      .executeTakeFirst()
    return numUpdatedRows === 1n
  },
  async withdrawInvitation(plan, id) {
    const { numDeletedRows } = await db
      .deleteFrom('invitation')
      .where('id', '=', id)
      .where('plan', '=', plan)
      .executeTakeFirst()
    return numDeletedRows === 1n
  },

  joinWith: ({ id, generation }, now, decide) =>
    db.transaction().execute(async (trx) => {
      const row = await trx
        .updateTable('invitation')
        .set((e) => ({ joined: e('joined', '+', 1) }))
        .where('id', '=', id)
        .where('generation', '=', generation)
        .where('expires_at', '>', now)
        .returning('plan')
        .executeTakeFirst()
      return row ? changeIn(trx, row.plan, decide) : null
    }),
})
