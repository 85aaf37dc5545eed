import type { PlanKind } from '@withy/shared/plan'
import type { Database } from 'better-sqlite3'
import type { Authored } from '../authors.ts'
import { encodeClocks } from '../clocks.ts'
import type { LogBatch, Snapshot, UpdateLog } from '../update-log.ts'
import type { Sqlite } from './open.ts'

/**
 * The update log on prepared statements: every keystroke passes here, and a tenth of a millisecond counts.
 * Epoch and order are conditions of the statement itself, so nothing can move between a check and a write.
 */
export function sqliteUpdateLog({ alone }: Sqlite): UpdateLog {
  let statements: ReturnType<typeof prepare> | undefined
  const using = <T>(run: (prepared: ReturnType<typeof prepare>) => T) =>
    alone((file) => {
      statements ??= prepare(file)
      return run(statements)
    })

  return {
    load: (plan) => using(({ load }) => load(plan)),
    append: (plan, epoch, batch) => using(({ append }) => append.immediate(plan, epoch, batch)),
    keepSnapshot: (plan, epoch, snapshot) => using(({ keepSnapshot }) => keepSnapshot(plan, epoch, snapshot)),
  }
}

function prepare(file: Database) {
  const planRow = file.prepare<[string], { epoch: string; kind: PlanKind; seq: number }>(
    'select epoch, kind, seq from plan where id = ?',
  )
  const updateRows = file
    .prepare<[string, string, number], Buffer>(
      'select bytes from plan_update where plan = ? and epoch = ? and seq > ? order by seq',
    )
    .pluck()
  const snapshotRow = file.prepare<[string, string], { seq: number; stored: number; bytes: Buffer }>(
    'select seq, stored, bytes from plan_snapshot where plan = ? and epoch = ?',
  )
  const putSnapshot = file.prepare<[number, number, Uint8Array, string, string, number]>(
    `insert into plan_snapshot (plan, epoch, seq, stored, bytes)
     select id, epoch, ?, ?, ? from plan where id = ? and epoch = ? and seq >= ?
     on conflict (plan) do update set epoch = excluded.epoch, seq = excluded.seq, stored = excluded.stored, bytes = excluded.bytes
     where plan_snapshot.epoch <> excluded.epoch or plan_snapshot.seq < excluded.seq`,
  )
  const clientRows = file.prepare<[string], { client: number; person: string }>(
    'select client, person from client_id where plan = ?',
  )
  const moveOn = file.prepare<[number, number, string, string, number]>(
    'update plan set seq = ?, changed_at = max(changed_at, ?) where id = ? and epoch = ? and seq = ?',
  )
  const isEpoch = file.prepare<[string, string]>('select 1 from plan where id = ? and epoch = ?')
  const addUpdate = file.prepare<[string, string, number, string, string, number, Uint8Array]>(
    'insert into plan_update (plan, epoch, seq, person, connection, at, bytes) values (?, ?, ?, ?, ?, ?, ?)',
  )
  const claim = file.prepare<[string, number, string]>(
    `insert into client_id (plan, client, person) values (?, ?, ?)
     on conflict (plan, client) do update set person = excluded.person where client_id.person = excluded.person`,
  )
  const addInserted = file.prepare<[string, string, number, number, number, string, string, string | null, number]>(
    `insert into authorship (plan, epoch, seq, did, client, clock, person, said_for, at)
     values (?, ?, ?, 'inserted', ?, ?, ?, (select person from member where plan = ? and person = ?), ?)`,
  )
  const addDeleted = file.prepare<[string, string, number, number, Uint8Array, string, string, string | null, number]>(
    `insert into authorship (plan, epoch, seq, did, client, clocks, person, said_for, at)
     values (?, ?, ?, 'deleted', ?, ?, ?, (select person from member where plan = ? and person = ?), ?)
     on conflict (plan, epoch, seq, did, client) do update set clocks = excluded.clocks`,
  )
  const addAuthored = (plan: string, epoch: string, row: Authored) => {
    const { seq, client, person, saidFor, at } = row
    if (row.did === 'inserted') addInserted.run(plan, epoch, seq, client, row.from, person, plan, saidFor, at)
    else addDeleted.run(plan, epoch, seq, client, encodeClocks(row.clocks), person, plan, saidFor, at)
  }

  const load = file.transaction((plan: string) => {
    const found = planRow.get(plan)
    if (!found) return null
    const kept = snapshotRow.get(plan, found.epoch)
    const snapshot = kept ? { ...kept, bytes: plain(kept.bytes) } : null
    const before = snapshot?.seq ?? 0
    const updates = updateRows.all(plan, found.epoch, before).map(plain)
    if (before + updates.length !== found.seq) {
      throw new Error(`plan has ${before} + ${updates.length} of ${found.seq} changes`)
    }
    const stored = updates.reduce((sum, { byteLength }) => sum + byteLength, snapshot?.stored ?? 0)
    const clients = new Map(clientRows.all(plan).map(({ client, person }) => [client, person] as const))
    return { ...found, snapshot, updates, stored, clients }
  })

  const append = file.transaction((plan: string, epoch: string, { claims, entries, authored }: LogBatch) => {
    if (!isEpoch.get(plan, epoch)) throw new Error('append: another epoch, or no such plan')
    for (const { client, person } of claims) {
      if (claim.run(plan, client, person).changes !== 1) throw new Error('append: client id of somebody else')
    }
    const first = entries[0]
    const last = entries.at(-1)
    if (!first || !last) return
    if (entries.some(({ seq }, i) => seq !== first.seq + i)) throw new Error('append: changes out of order')
    if (moveOn.run(last.seq, last.at, plan, epoch, first.seq - 1).changes !== 1) throw new Error('append: not the next')
    for (const { seq, person, connection, at, bytes } of entries) {
      addUpdate.run(plan, epoch, seq, person, connection, at, bytes)
    }
    for (const row of authored) addAuthored(plan, epoch, row)
  })

  const keepSnapshot = (plan: string, epoch: string, { seq, stored, bytes }: Snapshot) =>
    putSnapshot.run(seq, stored, bytes, plan, epoch, seq).changes === 1

  return { load, append, keepSnapshot }
}

/** A Buffer's slice shares memory where a Uint8Array's copies: Yjs gets the plain kind. */
const plain = (b: Buffer): Uint8Array => new Uint8Array(b.buffer, b.byteOffset, b.byteLength)
