import { sql } from 'kysely'
import { expect, it } from 'vitest'
import { tempDir } from '../../testing/temp-dir.ts'
import { openSqlite } from '../sqlite/open.ts'
import { createStore } from '../store.ts'
import { followUp } from './0007-follow-up.ts'

it('[WORK-110] a workshop that closed before there were questions asks nothing: nobody knows which actions were there', async () => {
  const { db } = await openSqlite(tempDir())
  await db.insertInto('person').values({ id: 'anna', made_at: 0 }).execute()
  const plan = { id: 'p', kind: 'area', title: 'T', epoch: 'e', seq: 0, shown: null, started_by: 'anna' } as const
  await db
    .insertInto('plan')
    .values({ ...plan, started_at: 0, changed_at: 0 })
    .execute()
  const closed = { id: 'w', plan: 'p', title: 'May', stage: 'closed', made_at: 0, closed_at: 1_000 } as const
  const open = { ...closed, id: 'now', stage: 'open', closed_at: null } as const
  await db.insertInto('workshop').values([closed, open]).execute()
  // As the tables were before.
  for (const newer of ['follow_up_answer', 'follow_up_action', 'follow_up'])
    await sql`drop table ${sql.table(newer)}`.execute(db)

  await followUp.up(db)
  const store = createStore(db)
  expect(await store.workshopsNotAsking('p')).toEqual([])
  expect(await store.followUpsOf('p')).toEqual([])
  expect(await db.selectFrom('follow_up').select('workshop').execute()).toEqual([{ workshop: 'w' }])
  await db.destroy()
})
