import { crc32 } from 'node:zlib'
import type { Database } from 'better-sqlite3'
import type { Folded, Snapshot } from '../update-log.ts'

/** More at a time would keep everybody's words waiting. */
const FORGOTTEN_AT_ONCE = 4_000

type Row = Snapshot & { readonly crc: number }

/** The statements on snapshots and on what they let the log forget. Epoch and order are conditions of each of them. */
export function prepareSnapshots(file: Database) {
  const rows = {
    newest: file.prepare<[string, string], Row>(
      'select seq, bytes, vector, deletes, crc from plan_snapshot where plan = ? and epoch = ? order by seq desc',
    ),
    base: file.prepare<[string, string], Row>(
      `select seq, bytes, vector, deletes, crc from plan_snapshot
       where plan = ? and epoch = ? and base = 1 order by seq desc`,
    ),
  }
  const put = file.prepare<[number, number, Uint8Array, Uint8Array, Uint8Array, number, string, string, number]>(
    `insert into plan_snapshot (plan, epoch, seq, base, bytes, vector, deletes, crc)
     select id, epoch, ?, ?, ?, ?, ?, ? from plan where id = ? and epoch = ? and seq >= ?
     on conflict (plan, epoch, seq) do update set
       base = excluded.base, bytes = excluded.bytes, vector = excluded.vector, deletes = excluded.deletes, crc = excluded.crc`,
  )
  const isLater = file.prepare<[string, string, number]>(
    'select 1 from plan_snapshot where plan = ? and epoch = ? and seq >= ?',
  )
  const lastBase = file
    .prepare<[string, string], number>(
      'select seq from plan_snapshot where plan = ? and epoch = ? and base = 1 order by seq desc limit 1',
    )
    .pluck()
  const isLaterBase = file.prepare<[string, string, number]>(
    'select 1 from plan_snapshot where plan = ? and epoch = ? and base = 1 and seq > ?',
  )
  const dropPassing = file.prepare<[string, string, number]>(
    'delete from plan_snapshot where plan = ? and epoch = ? and base = 0 and seq < ?',
  )
  const dropBases = file.prepare<[string, string, number, number]>(
    'delete from plan_snapshot where plan = ? and epoch = ? and base = 1 and seq not in (?, ?)',
  )
  const forget = file.prepare<[string, string, string, string, number, number]>(
    `delete from plan_update where rowid in (
       select u.rowid from plan_update u join plan_snapshot s on s.plan = u.plan and s.epoch = u.epoch
       where u.plan = ? and u.epoch = ? and u.seq <= s.seq and s.base = 1
         and exists (select 1 from plan where id = ? and epoch = ?) and s.seq = ? order by u.seq limit ?)`,
  )

  const putWith = (plan: string, epoch: string, base: 0 | 1, { seq, bytes, vector, deletes }: Snapshot): boolean =>
    put.run(seq, base, bytes, vector, deletes, crcOf({ bytes, vector, deletes }), plan, epoch, seq).changes === 1

  return {
    /** The newest that is as it was stored: one that is not is passed over for the one before it. */
    find(plan: string, epoch: string, from: keyof typeof rows): Snapshot | null {
      const row = rows[from].all(plan, epoch).find(isSound)
      if (!row) return null
      return { seq: row.seq, bytes: plain(row.bytes), vector: plain(row.vector), deletes: plain(row.deletes) }
    },
    compactedTo: (plan: string, epoch: string): number => lastBase.get(plan, epoch) ?? 0,
    keep: file.transaction((plan: string, epoch: string, snapshot: Snapshot): boolean => {
      if (isLater.get(plan, epoch, snapshot.seq) || !putWith(plan, epoch, 0, snapshot)) return false
      dropPassing.run(plan, epoch, snapshot.seq)
      return true
    }),
    compact: file.transaction((plan: string, epoch: string, snapshot: Snapshot) => {
      if (isLaterBase.get(plan, epoch, snapshot.seq)) return null
      const isHere = lastBase.get(plan, epoch) === snapshot.seq
      if (!isHere && !putWith(plan, epoch, 1, snapshot)) return null
      dropPassing.run(plan, epoch, snapshot.seq)
      const before = rows.base.all(plan, epoch).find((row) => row.seq < snapshot.seq && isSound(row))?.seq
      if (before === undefined) return { more: false }
      dropBases.run(plan, epoch, snapshot.seq, before)
      const forgotten = forget.run(plan, epoch, plan, epoch, before, FORGOTTEN_AT_ONCE).changes
      return { more: forgotten === FORGOTTEN_AT_ONCE }
    }),
  }
}

const isSound = (row: Row): boolean => row.crc === crcOf(row)
const crcOf = ({ bytes, vector, deletes }: Folded): number => crc32(deletes, crc32(vector, crc32(bytes)))

/** A Buffer's slice shares memory where a Uint8Array's copies: Yjs gets the plain kind. */
export const plain = (b: Uint8Array): Uint8Array => new Uint8Array(b.buffer, b.byteOffset, b.byteLength)
