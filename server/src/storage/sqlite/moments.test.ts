import type { Person } from '@withy/shared/protocol'
import { onTestFinished } from 'vitest'
import { tempDir } from '../../testing/temp-dir.ts'
import { describeMoments } from '../moments-contract.ts'
import { createStore } from '../store.ts'
import { openSqlite } from './open.ts'
import { sqliteUpdateLog } from './update-log.ts'

const person = (id: string, role: Person['role']): Person => ({
  ...{ id, name: id, voice: 'resident', role, colour: 0, cameBy: 'started', seat: false },
  joinedAt: new Date(0).toISOString(),
})

describeMoments('on SQLite', async () => {
  const sqlite = await openSqlite(tempDir())
  onTestFinished(() => sqlite.db.destroy())
  const store = createStore(sqlite.db)
  const plan = { id: 'plan', kind: 'area', title: 'T', epoch: 'first', startedAt: 0 } as const
  await store.create({ plan, owner: person('anna', 'owner') }, 9)
  await store.changePeople('plan', () => ({ put: [person('ben', 'viewer')] }))
  return { store, log: sqliteUpdateLog(sqlite), plan: 'plan', epoch: 'first' }
})
