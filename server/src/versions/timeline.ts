import type { MomentName, MomentRow } from '../storage/moments.ts'
import type { VersionRow } from '../storage/versions.ts'

/** A version of a plan in the list of all: at a pause, or kept on purpose. */
export type Entry = MomentName & {
  readonly id: string
  readonly kind: 'moment' | 'named' | 'sealed'
  readonly at: number
  readonly name: string | null
  readonly number: number | null
  readonly madeBy: string | null
  /** The change the entry before it goes up to, of the same epoch; 0: there is none. */
  readonly after: number
}

/** The id of a moment: nothing else has a dot in it. */
export const momentId = ({ epoch, seq }: MomentName): string => `${epoch}.${seq}`

/** What a moment's id names; null where it is none. */
export function momentIn(id: string): MomentName | null {
  const [, epoch, seq] = /^([\w-]{1,64})\.(\d{1,15})$/.exec(id) ?? []
  return epoch && seq ? { epoch, seq: Number(seq) } : null
}

/** All versions of a plan, newest first. A moment that was named or sealed is there once, under its name. */
export function timeline(moments: readonly MomentRow[], versions: readonly VersionRow[]): Entry[] {
  const kept = new Set(versions.map(momentId))
  const unnamed = moments.filter((moment) => !kept.has(momentId(moment)))
  const oldestFirst = [
    ...unnamed.map(({ epoch, seq, at }) => ({
      ...{ id: momentId({ epoch, seq }), kind: 'moment' as const, epoch, seq, at },
      ...{ name: null, number: null, madeBy: null },
    })),
    ...versions.map(({ id, kind, epoch, seq, madeAt, name, number, madeBy }) => ({
      ...{ id, kind, epoch, seq, at: madeAt, name, number, madeBy },
    })),
  ].sort((a, b) => a.at - b.at || a.seq - b.seq || (a.id < b.id ? -1 : 1))
  const last = new Map<string, number>()
  const entries = oldestFirst.map((entry) => {
    const after = last.get(entry.epoch) ?? 0
    last.set(entry.epoch, Math.max(after, entry.seq))
    return { ...entry, after: Math.min(after, entry.seq) }
  })
  return entries.reverse()
}

/** Where a page of the list ends: entries are the older ones from there on. */
export const cursorOf = ({ at, seq, id }: Entry): string => `${at}.${seq}.${id}`

/** The entries of a page, and where the next one begins. Null: this is no place in a list. A version that went meanwhile is no trouble. */
export function pageOf(entries: readonly Entry[], before: string | undefined, size: number) {
  const from = before === undefined ? null : placeIn(before)
  if (from === undefined) return null
  const older = from ? entries.filter((entry) => isOlder(entry, from)) : entries
  const page = older.slice(0, size)
  const last = page.at(-1)
  return { page, next: last && older.length > page.length ? cursorOf(last) : null }
}

type Place = Pick<Entry, 'at' | 'seq' | 'id'>

function placeIn(cursor: string): Place | undefined {
  const [, at, seq, id] = /^(\d{1,15})\.(\d{1,15})\.([\w.-]{1,100})$/.exec(cursor) ?? []
  return id ? { at: Number(at), seq: Number(seq), id } : undefined
}

/** Which of two versions comes first: by time, and what was written. */
export const isOlder = (a: Place, b: Place): boolean =>
  a.at !== b.at ? a.at < b.at : a.seq !== b.seq ? a.seq < b.seq : a.id < b.id
