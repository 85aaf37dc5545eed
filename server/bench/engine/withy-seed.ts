import { createHash, randomBytes } from 'node:crypto'
import type { Person } from '@withy/shared/protocol'
import { folded } from '../../src/live/folded.ts'
import { newId } from '../../src/random.ts'
import { openSqlite } from '../../src/storage/sqlite/open.ts'
import { sqliteUpdateLog } from '../../src/storage/sqlite/update-log.ts'
import { createStore } from '../../src/storage/store.ts'
import type { Seed } from './seed.ts'
import { FIRST_WRITER } from './words.ts'

/**
 * Puts plans, people and their devices into an empty data folder through the product's own store, before a server opens it:
 * over the API a thousand would take minutes and pass its limits. Everyone is in one plan, with a device of their own.
 */
export async function seedWithy(dataDir: string, { crowds, words }: Seed) {
  const sqlite = await openSqlite(dataDir)
  // Nothing here has to outlive a power cut; the server opens the folder with its own settings.
  await sqlite.alone((file) => file.pragma('synchronous = OFF'))
  const store = createStore(sqlite.db)
  const updates = sqliteUpdateLog(sqlite)
  // What a plan that people have written in has: the server keeps it, and a moment, when they leave.
  const snapshot = folded([words.bytes])
  const made: { id: string; cookies: string[] }[] = []
  const at = Date.now()
  for (const [n, people] of crowds.entries()) {
    const crowd = Array.from({ length: people }, (_, i) => personOf(i))
    const [owner, ...others] = crowd
    if (!owner) throw new Error('A plan has an owner.')
    const plan = { id: newId(), kind: 'area', title: `Plan ${n}`, epoch: newId(), startedAt: at } as const
    await store.create({ plan, owner, words: { bytes: words.bytes, clients: [FIRST_WRITER] } }, 1)
    if (others.length > 0) await store.changePeople(plan.id, () => ({ put: others }))
    await updates.keepSnapshot(plan.id, plan.epoch, { seq: 1, ...snapshot })
    await store.keepMoment(plan.id, { epoch: plan.epoch, seq: 1, at, bytes: words.bytes })
    const cookies: string[] = []
    for (const { id } of crowd) {
      const token = randomBytes(32).toString('base64url')
      await store.sessions.start({ hash: createHash('sha256').update(token).digest('hex'), person: id, seenAt: at })
      cookies.push(`withy=${token}`)
    }
    made.push({ id: plan.id, cookies })
  }
  await store.close()
  return {
    planName: (plan: number) => made[plan]?.id ?? '',
    cookie: (plan: number, person: number) => made[plan]?.cookies[person] ?? '',
  }
}

const personOf = (i: number): Person => ({
  id: newId(),
  name: `Neighbour ${i}`,
  voice: 'resident',
  role: i === 0 ? 'owner' : 'contributor',
  colour: i % 10,
  cameBy: i === 0 ? 'started' : 'link',
  joinedAt: new Date(Date.now() + i).toISOString(),
  seat: false,
})
