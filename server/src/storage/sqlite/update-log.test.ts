import type { Person } from '@withy/shared/protocol'
import { describe, expect, it, onTestFinished } from 'vitest'
import { createMetrics } from '../../metrics.ts'
import { tempDir } from '../../testing/temp-dir.ts'
import { createStore } from '../store.ts'
import { createTrust } from '../trusted-disk.ts'
import type { UpdateLog } from '../update-log.ts'
import { describeUpdateLog } from '../update-log-contract.ts'
import { openSqlite, type Sqlite } from './open.ts'
import { sqliteUpdateLog } from './update-log.ts'

const noTrouble = async () => undefined

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

// As it is used: what stands around the log passes everything on.
for (const [name, around] of [
  ['on SQLite', (log: UpdateLog) => log],
  [
    'on SQLite, trusted and measured',
    (log: UpdateLog) => createMetrics().log(createTrust(noTrouble, noTrouble).log(log)),
  ],
] as const) {
  describeUpdateLog(name, async () => {
    const { sqlite, log, plan } = await withPlans()
    const authors = () => createStore(sqlite.db).authorsOf(plan)
    return { log: around(log), plan, restart: (epoch) => setEpoch(sqlite, plan, epoch), authors }
  })
}

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

  it.each([
    ['missing', (db: Sqlite['db']) => db.deleteFrom('plan_update').where('seq', '=', 2)],
    [
      'another',
      (db: Sqlite['db']) =>
        db
          .updateTable('plan_update')
          .set({ bytes: Buffer.of(9) })
          .where('seq', '=', 2),
    ],
  ])('[STORE-40] gives a plan up to the first change that is %s, and the next cannot pass for it', async (_, harm) => {
    const { sqlite, log, plan } = await withPlans()
    await log.append(plan, 'first', { claims: [], entries: [change(1), change(2), change(3)], authored: [] })
    await harm(sqlite.db).execute()
    const loaded = await log.load(plan)
    expect([loaded?.updates, loaded?.seq]).toEqual([[Uint8Array.of(1)], 3])
  })

  it('[STORE-42] passes over a snapshot that is not as it was stored, and compacts to none', async () => {
    const { sqlite, log, plan } = await withPlans()
    const at = (seq: number) => ({
      seq,
      bytes: Uint8Array.of(seq),
      vector: Uint8Array.of(seq, 1),
      deletes: Uint8Array.of(seq, 2),
    })
    const rotten = (seq: number) =>
      sqlite.db
        .updateTable('plan_snapshot')
        .set({ deletes: Buffer.of(9) })
        .where('seq', '=', seq)
        .execute()
    const all = Array.from({ length: 9 }, (_, i) => change(i + 1))
    await log.append(plan, 'first', { claims: [], entries: all, authored: [] })
    for (const seq of [2, 4]) await log.compact(plan, 'first', at(seq))
    await log.keepSnapshot(plan, 'first', at(6))
    await rotten(6)
    expect((await log.load(plan))?.snapshot?.seq).toBe(4)
    await rotten(4)
    const loaded = await log.load(plan)
    expect([loaded?.snapshot?.seq, loaded?.updates.length]).toEqual([2, 7])
    // The log keeps what is needed to read it from the sound one.
    await log.compact(plan, 'first', at(8))
    await rotten(8)
    expect((await log.load(plan))?.updates).toHaveLength(7)
  })

  it('[STORE-41] forgets some thousand changes at a time', async () => {
    const { sqlite, log, plan } = await withPlans()
    const all = Array.from({ length: 9_000 }, (_, i) => ({ ...change(i + 1), bytes: Uint8Array.of(1) }))
    await log.append(plan, 'first', { claims: [], entries: all, authored: [] })
    const at = (seq: number) => ({ seq, bytes: Uint8Array.of(1), vector: Uint8Array.of(1), deletes: Uint8Array.of(1) })
    await log.compact(plan, 'first', at(8_500))
    let rounds = 1
    while ((await log.compact(plan, 'first', at(9_000)))?.more) rounds += 1
    expect(rounds).toBe(3)
    expect(await sqlite.db.selectFrom('plan_update').selectAll().execute()).toHaveLength(500)
  })

  it('[STORE-1] stores what several plans ask for in one turn with one commit; one plan’s trouble is its own', async () => {
    const { sqlite, plan } = await withPlans()
    let commits = 0
    const log = sqliteUpdateLog({
      ...sqlite,
      alone: (run) => {
        commits += 1
        return sqlite.alone(run)
      },
    })
    const batch = { claims: [], entries: [change(1)], authored: [] }
    const asked = await Promise.allSettled([
      log.append(plan, 'first', batch),
      log.append('plan of ben', 'another epoch', batch),
      log.append('plan of ben', 'first', batch),
    ])
    expect(asked.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled'])
    expect(commits).toBe(1)
    for (const one of [plan, 'plan of ben']) expect((await log.load(one))?.updates).toHaveLength(1)
  })

  it('[STORE-1] fails for every plan when the disk takes nothing', async () => {
    const { sqlite, log, plan } = await withPlans()
    const full = () =>
      sqlite.alone((file) => file.pragma(`max_page_count = ${file.pragma('page_count', { simple: true })}`))
    await full()
    const large = { claims: [], entries: [{ ...change(1), bytes: new Uint8Array(200_000) }], authored: [] }
    const small = { claims: [], entries: [change(1)], authored: [] }
    const asked = await Promise.allSettled([
      log.append(plan, 'first', large),
      log.append('plan of ben', 'first', small),
    ])
    expect(asked.map(({ status }) => status)).toEqual(['rejected', 'rejected'])
    expect((await log.load('plan of ben'))?.updates).toEqual([])
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

it('[STORE-119] which letters were moved is kept as it was first found, by plan', async () => {
  const { sqlite, log, plan } = await withPlans()
  const moved = { client: 7, from: 3, to: 9, of: { client: 5, clock: 40 } }
  await log.keepMoved(plan, [moved])
  await log.keepMoved(plan, [
    { ...moved, of: { client: 6, clock: 1 } },
    { ...moved, from: 20, to: 22 },
  ])
  const store = createStore(sqlite.db)
  expect(await store.movedOf(plan)).toEqual([moved, { ...moved, from: 20, to: 22 }])
  expect(await store.movedOf('plan of ben')).toEqual([])
})
