import { type DBSchema, type IDBPDatabase, openDB } from 'idb'

/** What one row is: a change, all of the plan as one page had it, words to be read again, or a mark on a page's rows. */
export type RowKind = 'change' | 'whole' | 'draft' | 'refused'

/** One row. `copy` is `person/plan/epoch`; `tab` one open page; `n` counts up and is never used again. */
export type Row = {
  readonly copy: string
  readonly tab: string
  readonly n: number
  readonly kind: RowKind
  /** Locked; empty in a mark. */
  readonly iv: Uint8Array<ArrayBuffer>
  readonly bytes: ArrayBuffer
}
export type RowKey = [copy: string, tab: string, n: number]

interface Schema extends DBSchema {
  rows: { key: RowKey; value: Row }
  /** How often the device was wiped, and nothing else. */
  wipes: { key: 'count'; value: number }
}

/** The device was wiped since: what a page had in hand then may not be kept any more. */
export class Wiped extends Error {}

const DATABASE = 'withy'

/** A store that has not done what it was asked by then counts as broken (ms, SPEC SYNC-104). */
const ANSWER_WITHIN = 2_500

/** Gives up waiting, since IndexedDB may never call back: a promise of it alone could hold the page for good. */
export function answered<T>(asked: Promise<T>): Promise<T> {
  let timer: ReturnType<typeof setTimeout> | undefined
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error('The device’s store did not answer')), ANSWER_WITHIN)
  })
  return Promise.race([asked, late]).finally(() => clearTimeout(timer))
}

let opened: Promise<IDBPDatabase<Schema>> | null = null

/** The store, opened once and again after it was closed. Rejects where there is none, or it does not answer. */
async function open(): Promise<IDBPDatabase<Schema>> {
  const forget = () => {
    opened = null
  }
  opened ??= openDB<Schema>(DATABASE, 2, {
    upgrade(db, from) {
      if (from < 1) db.createObjectStore('rows', { keyPath: ['copy', 'tab', 'n'] })
      db.createObjectStore('wipes')
    },
    // A later Withy in another tab, or the browser itself, takes it away: the next row opens it again.
    blocking(_now, _next, event) {
      forget()
      ;(event.target as IDBDatabase).close()
    },
    terminated: forget,
  })
  try {
    return await answered(opened)
  } catch (cause) {
    forget()
    throw cause
  }
}

/** Every row whose copy begins so; `''` gives all. */
export async function rowsOf(begins: string): Promise<Row[]> {
  const range = IDBKeyRange.bound([begins, '', 0], [`${begins}\uffff`, '\uffff', Number.MAX_SAFE_INTEGER])
  return inStore((db) => db.getAll('rows', range))
}

/** How often the device was wiped so far. */
export const wipesSoFar = (): Promise<number> => inStore(async (db) => (await db.get('wipes', 'count')) ?? 0)

/**
 * Puts rows, and takes others away, in one transaction. Resolves once it is complete: on the disk, and not on its way there.
 * Throws Wiped, and does nothing, where the device was wiped more than `wipes` times: it may have been while a row was being locked.
 */
export const writeRows = (put: readonly Row[], remove: readonly RowKey[], wipes: number): Promise<void> =>
  inStore(async (db) => {
    const tx = db.transaction(['rows', 'wipes'], 'readwrite', { durability: 'strict' })
    if (((await tx.objectStore('wipes').get('count')) ?? 0) !== wipes) throw new Wiped()
    const rows = tx.objectStore('rows')
    const asked = [...put.map((row) => rows.put(row)), ...remove.map((key) => rows.delete(key))]
    await Promise.all([...asked, tx.done])
  })

/** Takes rows away. Resolves once that is on the disk. */
export const removeRows = (keys: readonly RowKey[]): Promise<void> =>
  inStore(async (db) => {
    const { store, done } = db.transaction('rows', 'readwrite', { durability: 'strict' })
    await Promise.all([...keys.map((key) => store.delete(key)), done])
  })

/**
 * Takes away all rows that may not stay, in one transaction with the note of it: no page comes in between, nor after it with what
 * it had in hand. `always`: also where there is none yet. @returns what went
 */
export const wipeRows = (mayStay: (row: Row) => boolean, always: boolean): Promise<readonly Row[]> =>
  inStore(async (db) => {
    const tx = db.transaction(['rows', 'wipes'], 'readwrite', { durability: 'strict' })
    const [rows, wipes] = [tx.objectStore('rows'), tx.objectStore('wipes')]
    const went = (await rows.getAll()).filter((row) => !mayStay(row))
    const asked: Promise<unknown>[] = went.map((row) => rows.delete(keyOf(row)))
    if (always || went.length > 0) asked.push(wipes.put(((await wipes.get('count')) ?? 0) + 1, 'count'))
    await Promise.all([...asked, tx.done])
    return went
  })

async function inStore<T>(does: (db: IDBPDatabase<Schema>) => Promise<T>): Promise<T> {
  const db = await open()
  try {
    return await answered(does(db))
  } catch (cause) {
    if (cause instanceof Wiped) throw cause
    // What hangs or went wrong holds up all that follows in this connection: the next row gets a new one.
    opened = null
    db.close()
    throw cause
  }
}

export const keyOf = ({ copy, tab, n }: Row): RowKey => [copy, tab, n]
