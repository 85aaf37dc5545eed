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
}

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
  opened ??= openDB<Schema>(DATABASE, 1, {
    upgrade: (db) => void db.createObjectStore('rows', { keyPath: ['copy', 'tab', 'n'] }),
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

/** Puts and takes away rows in one transaction. Resolves once it is complete: on the disk, and not on its way there. */
export function writeRows({
  put = [],
  remove = [],
}: {
  put?: readonly Row[]
  remove?: readonly RowKey[]
}): Promise<void> {
  return inStore(async (db) => {
    const { store, done } = db.transaction('rows', 'readwrite', { durability: 'strict' })
    const asked = [...put.map((row) => store.put(row)), ...remove.map((key) => store.delete(key))]
    await Promise.all([...asked, done])
  })
}

async function inStore<T>(does: (db: IDBPDatabase<Schema>) => Promise<T>): Promise<T> {
  const db = await open()
  try {
    return await answered(does(db))
  } catch (cause) {
    // What hangs or went wrong holds up all that follows in this connection: the next row gets a new one.
    opened = null
    db.close()
    throw cause
  }
}

export const keyOf = ({ copy, tab, n }: Row): RowKey => [copy, tab, n]
