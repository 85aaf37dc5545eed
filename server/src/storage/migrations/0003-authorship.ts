import { type Kysely, sql } from 'kysely'
import type { Migration } from 'kysely/migration'
import * as Y from 'yjs'
import { encodeClocks } from '../clocks.ts'

/** Who put in and who took out which words, kept when the log of changes is made shorter. */
export const authorship: Migration = {
  async up(db: Kysely<unknown>) {
    await db.schema
      .createTable('authorship')
      .addColumn('plan', 'text', (c) => c.notNull().references('plan.id').onDelete('cascade'))
      .addColumn('epoch', 'text', (c) => c.notNull())
      .addColumn('seq', 'bigint', (c) => c.notNull())
      .addColumn('did', 'text', (c) => c.notNull())
      .addColumn('client', 'bigint', (c) => c.notNull())
      .addColumn('clock', 'bigint')
      .addColumn('clocks', 'blob')
      .addColumn('person', 'text', (c) => c.notNull().references('person.id'))
      .addColumn('said_for', 'text', (c) => c.references('person.id'))
      .addColumn('at', 'bigint', (c) => c.notNull())
      .addPrimaryKeyConstraint('authorship_key', ['plan', 'epoch', 'seq', 'did', 'client'])
      .execute()
    await fillFromLog(db as Kysely<Before>)
  },
}

type Change = { plan: string; epoch: string; seq: number; person: string; at: number }
type Before = {
  plan_update: Change & { bytes: Uint8Array }
  authorship: Change & {
    did: 'inserted' | 'deleted'
    client: number
    clock: number | null
    clocks: Uint8Array | null
    said_for: null
  }
}

const AT_ONCE = 200
const MINUTE = 60_000

/** Until here the log is whole: what was written before this table was there is told of too. */
async function fillFromLog(db: Kysely<Before>): Promise<void> {
  let after = { plan: '', epoch: '', seq: 0 }
  /** When the last row of each client began: one goes on for a minute. */
  const begun = new Map<string, number>()
  for (;;) {
    const changes = await db
      .selectFrom('plan_update')
      .select(['plan', 'epoch', 'seq', 'person', 'at', 'bytes'])
      .where(sql<boolean>`(plan, epoch, seq) > (${after.plan}, ${after.epoch}, ${after.seq})`)
      .orderBy('plan')
      .orderBy('epoch')
      .orderBy('seq')
      .limit(AT_ONCE)
      .execute()
    const last = changes.at(-1)
    if (!last) return
    after = last
    for (const row of changes.flatMap((change) => rowsOf(change, begun))) {
      await db.insertInto('authorship').values(row).execute()
    }
  }
}

/** What a stored change put in and took out: the gate had left out everything that was known. */
function rowsOf({ bytes, ...change }: Before['plan_update'], begun: Map<string, number>): Before['authorship'][] {
  const decoded = decode(bytes)
  // Damage of one plan keeps no other from being brought up to date; its own readers are told when it is opened.
  if (decoded === null) return []
  const { structs, ds } = decoded
  const rows: Before['authorship'][] = []
  for (const { id } of structs) {
    const key = `${change.plan} ${change.epoch} ${id.client}`
    if (change.at - (begun.get(key) ?? Number.NEGATIVE_INFINITY) < MINUTE) continue
    begun.set(key, change.at)
    rows.push({ ...change, did: 'inserted', client: id.client, clock: id.clock, clocks: null, said_for: null })
  }
  for (const [client, ranges] of ds.clients) {
    const clocks = encodeClocks(ranges.map(({ clock, len }) => ({ from: clock, to: clock + len })))
    rows.push({ ...change, did: 'deleted', client, clock: null, clocks, said_for: null })
  }
  return rows
}

function decode(bytes: Uint8Array): ReturnType<typeof Y.decodeUpdate> | null {
  try {
    return Y.decodeUpdate(new Uint8Array(bytes))
  } catch {
    return null
  }
}
