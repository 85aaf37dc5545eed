import type { Kysely } from 'kysely'
import type { Tables } from '../schema.ts'
import type { SessionStore } from '../sessions.ts'
import { builtOnce } from './built-once.ts'

export function sessionStore(db: Kysely<Tables>): SessionStore {
  const sessions = builtOnce(db, db.selectFrom('session').selectAll().where('hash', '=', ''))
  return {
    async find(hash) {
      const [row] = await sessions(hash)
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
  }
}
