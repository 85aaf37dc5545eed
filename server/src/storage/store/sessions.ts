import type { Kysely } from 'kysely'
import type { Tables } from '../schema.ts'
import type { SessionStore } from '../sessions.ts'

export const sessionStore = (db: Kysely<Tables>): SessionStore => ({
  async find(hash) {
    const row = await db.selectFrom('session').selectAll().where('hash', '=', hash).executeTakeFirst()
    return row ? { hash: row.hash, person: row.person, seenAt: row.seen_at } : null
  },
  async start({ hash, person, seenAt }) {
    await db.insertInto('session').values({ hash, person, made_at: seenAt, seen_at: seenAt }).execute()
  },
  async seen(hash, at) {
    await db.updateTable('session').set({ seen_at: at }).where('hash', '=', hash).execute()
  },
  async forget(hash) {
    await db.deleteFrom('session').where('hash', '=', hash).execute()
  },
  async forgetUnseenSince(at) {
    await db.deleteFrom('session').where('seen_at', '<', at).execute()
  },
})
