import { crc32 } from 'node:zlib'
import type { PlanKind } from '@withy/shared/plan'
import type { Database } from 'better-sqlite3'
import type { Authored, Moved } from '../authors.ts'
import { encodeClocks } from '../clocks.ts'
import type { LogBatch, UpdateLog } from '../update-log.ts'
import type { Sqlite } from './open.ts'
import { plain, prepareSnapshots } from './snapshots.ts'

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

  let asked: Asked[] = []

  /** All that was asked in one turn of the loop is one commit: the disk is waited for once, for all plans. */
  async function appendAsked() {
    const these = asked
    asked = []
    try {
      const problems = await using(({ appendAll }) => appendAll.immediate(these))
      for (const [i, { done, failed }] of these.entries())
        if (problems[i] === null) done()
        else failed(problems[i])
    } catch (problem) {
      for (const { failed } of these) failed(problem)
    }
  }

  return {
    load: (plan, from = 'newest') => using(({ load }) => load(plan, from)),
    append: (plan, epoch, batch) =>
      new Promise((done, failed) => {
        if (asked.length === 0) setImmediate(() => void appendAsked())
        asked.push({ plan, epoch, batch, done, failed })
      }),
    keepSnapshot: (plan, epoch, snapshot) => using(({ snapshots }) => snapshots.keep.immediate(plan, epoch, snapshot)),
    keepMoved: async (plan, moved) => {
      if (moved.length > 0) await using(({ keepMoved }) => keepMoved.immediate(plan, moved))
    },
    fence: (plan, epoch, why) => using(({ fence }) => fence(plan, epoch, why)),
    compact: (plan, epoch, snapshot) => using(({ snapshots }) => snapshots.compact.immediate(plan, epoch, snapshot)),
  }
}

type Asked = {
  readonly plan: string
  readonly epoch: string
  readonly batch: LogBatch
  done(): void
  failed(problem: unknown): void
}

type UpdateRow = { readonly seq: number; readonly bytes: Buffer; readonly crc: number | null }

function prepare(file: Database) {
  const snapshots = prepareSnapshots(file)
  const planRow = file.prepare<[string], { epoch: string; kind: PlanKind; seq: number; fenced: string | null }>(
    'select epoch, kind, seq, fenced from plan where id = ?',
  )
  const updateRows = file.prepare<[string, string, number], UpdateRow>(
    'select seq, bytes, crc from plan_update where plan = ? and epoch = ? and seq > ? order by seq',
  )
  const clientRows = file.prepare<[string], { client: number; person: string }>(
    'select client, person from client_id where plan = ?',
  )
  const moveOn = file.prepare<[number, number, string, string, number]>(
    'update plan set seq = ?, changed_at = max(changed_at, ?) where id = ? and epoch = ? and seq = ? and fenced is null',
  )
  const putFence = file.prepare<[string, string, string]>('update plan set fenced = ? where id = ? and epoch = ?')
  const isEpoch = file.prepare<[string, string]>('select 1 from plan where id = ? and epoch = ?')
  const addUpdate = file.prepare<[string, string, number, string, string, number, Uint8Array, number]>(
    'insert into plan_update (plan, epoch, seq, person, connection, at, bytes, crc) values (?, ?, ?, ?, ?, ?, ?, ?)',
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

  const load = file.transaction((plan: string, from: 'newest' | 'base') => {
    const found = planRow.get(plan)
    if (!found) return null
    const snapshot = snapshots.find(plan, found.epoch, from)
    const updates = soundOnes(updateRows.all(plan, found.epoch, snapshot?.seq ?? 0), snapshot?.seq ?? 0)
    const clients = new Map(clientRows.all(plan).map(({ client, person }) => [client, person] as const))
    return { ...found, snapshot, updates, compacted: snapshots.compactedTo(plan, found.epoch), clients }
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
      addUpdate.run(plan, epoch, seq, person, connection, at, bytes, crc32(bytes))
    }
    for (const row of authored) addAuthored(plan, epoch, row)
  })

  /** One plan's trouble (its epoch, say) is its own. What undoes the whole transaction, as a full disk does, is everybody's. */
  const appendAll = file.transaction((all: readonly Asked[]) =>
    all.map(({ plan, epoch, batch }) => {
      try {
        append(plan, epoch, batch)
        return null
      } catch (problem) {
        if (!file.inTransaction) throw problem
        return problem
      }
    }),
  )

  const addMoved = file.prepare<[string, number, number, number, number, number]>(
    `insert into moved_letters (plan, client, clock, until, of_client, of_clock) values (?, ?, ?, ?, ?, ?)
     on conflict do nothing`,
  )
  const keepMoved = file.transaction((plan: string, moved: readonly Moved[]) => {
    for (const { client, from, to, of } of moved) addMoved.run(plan, client, from, to, of.client, of.clock)
  })

  const fence = (plan: string, epoch: string, why: string): void => void putFence.run(why, plan, epoch)

  return { load, appendAll, keepMoved, fence, snapshots }
}

/** The changes that follow one by one and are as they were stored, up to the first that does not or is not. */
function soundOnes(rows: readonly UpdateRow[], after: number): Uint8Array[] {
  const sound: Uint8Array[] = []
  for (const { seq, bytes, crc } of rows) {
    if (seq !== after + sound.length + 1 || (crc !== null && crc !== crc32(bytes))) break
    sound.push(plain(bytes))
  }
  return sound
}
