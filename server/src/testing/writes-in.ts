import * as Y from 'yjs'
import { openSqlite } from '../storage/sqlite/open.ts'
import { sqliteUpdateLog } from '../storage/sqlite/update-log.ts'
import type { Withy } from './open-withy.ts'
import type { Member } from './people.ts'

/** Changes the document of a plan that nobody has open, as a change of that person's on disk. Gives what `edit` gives. */
export async function writesIn<T>(
  { live, dataDir, clock }: Withy,
  { plan, id }: Pick<Member, 'plan' | 'id'>,
  edit: (doc: Y.Doc) => T,
): Promise<T> {
  const doc = await live.current(plan)
  const before = Y.encodeStateVector(doc)
  const made = edit(doc)
  const sqlite = await openSqlite(dataDir)
  const updates = sqliteUpdateLog(sqlite)
  const onDisk = await updates.load(plan)
  if (!onDisk) throw new Error('there is no such plan')
  const bytes = Y.encodeStateAsUpdate(doc, before)
  const entry = { seq: onDisk.seq + 1, person: id, connection: 'a test', at: clock.now, bytes }
  const claims = [{ client: doc.clientID, person: id }]
  await updates.append(plan, onDisk.epoch, { claims, entries: [entry], authored: [] })
  await sqlite.db.destroy()
  return made
}
