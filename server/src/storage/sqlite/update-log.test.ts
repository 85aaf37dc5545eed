import type { Person } from '@withy/shared/protocol'
import { describe, expect, it, onTestFinished } from 'vitest'
import { tempDir } from '../../testing/temp-dir.ts'
import { createStore } from '../store.ts'
import { describeUpdateLog } from '../update-log-contract.ts'
import { openSqlite, type Sqlite } from './open.ts'
import { sqliteUpdateLog } from './update-log.ts'

const owner = (id: string): Person => ({
  id,
  name: id,
  voice: 'resident',
  role: 'owner',
  colour: 0,
  cameBy: 'started',
  joinedAt: new Date(0).toISOString(),
  seat: false,
})

const withPlans = async () => {
  const sqlite = await openSqlite(tempDir())
  onTestFinished(() => sqlite.db.destroy())
  const store = createStore(sqlite.db)
  for (const person of ['anna', 'ben']) {
    const plan = { id: `plan of ${person}`, kind: 'area', title: 'T', epoch: 'first', startedAt: 0 } as const
    await store.create({ plan, owner: owner(person) }, 9)
  }
  return { sqlite, log: sqliteUpdateLog(sqlite), plan: 'plan of anna' }
}

const setEpoch = async ({ db }: Sqlite, plan: string, epoch: string) => {
  await db.updateTable('plan').set({ epoch, seq: 0 }).where('id', '=', plan).execute()
}

describeUpdateLog('on SQLite', async () => {
  const { sqlite, log, plan } = await withPlans()
  const authors = () => createStore(sqlite.db).authorsOf(plan)
  return { log, plan, restart: (epoch) => setEpoch(sqlite, plan, epoch), authors }
})

const change = (seq: number) => ({
  seq,
  person: 'anna',
  connection: 'c',
  at: 1_000 * seq,
  bytes: new Uint8Array([seq]),
})

describe('the update log on SQLite', () => {
  it('[STORE-15] waits for a transaction that is under way instead of slipping into it', async () => {
    const { sqlite, log, plan } = await withPlans()
    let append: Promise<void> = Promise.resolve()
    const undone = sqlite.db.transaction().execute(async (trx) => {
      await trx.updateTable('plan').set({ title: 'undone' }).execute()
      append = log.append(plan, 'first', { claims: [], entries: [change(1)], authored: [] })
      await trx.updateTable('plan').set({ title: 'undone too' }).execute()
      throw new Error('undo')
    })
    await expect(undone).rejects.toThrow('undo')
    await append
    expect((await log.load(plan))?.updates).toEqual([new Uint8Array([1])])
    expect((await createStore(sqlite.db).find(plan))?.title).toBe('T')
  })

  it('[STORE-3] refuses to give a plan of which a change is missing', async () => {
    const { sqlite, log, plan } = await withPlans()
    await log.append(plan, 'first', { claims: [], entries: [change(1), change(2), change(3)], authored: [] })
    await sqlite.db.deleteFrom('plan_update').where('seq', '=', 2).execute()
    await expect(log.load(plan)).rejects.toThrow('2 of 3')
  })

  it('[STORE-3] moves the plan to the front of its list with the time of its last change', async () => {
    const { sqlite, log, plan } = await withPlans()
    await log.append(plan, 'first', { claims: [], entries: [change(1), change(2)], authored: [] })
    const [card] = await createStore(sqlite.db).cardsOf('anna')
    expect(card?.changedAt).toBe(new Date(2_000).toISOString())
  })

  it('[STORE-3] gives bytes that are copied, not shared, when a part is taken', async () => {
    const { log, plan } = await withPlans()
    await log.append(plan, 'first', { claims: [], entries: [change(1)], authored: [] })
    const bytes = (await log.load(plan))?.updates[0]
    expect(Buffer.isBuffer(bytes)).toBe(false)
    expect(bytes).toBeInstanceOf(Uint8Array)
  })
})
