import { isCopyOn } from './copies-on.ts'
import type { Shelf } from './keeper.ts'
import { lock, type Place, takeKey, unlock } from './lock.ts'
import { type Draft, decodeDraft, decodePart, encodeDraft, encodePart, type Part } from './parts.ts'
import {
  keyOf,
  type Row,
  type RowKey,
  type RowKind,
  removeRows,
  rowsOf,
  Wiped,
  wipesSoFar,
  writeRows,
} from './store.ts'

/** Which copy: of one person, plan and epoch. */
export type CopyOf = { readonly person: string; readonly plan: string; readonly epoch: string }

/** What one page left on the device when it went. */
export type Left = {
  readonly epoch: string
  /** The server did not take it and never will: it is only to be read. */
  readonly refused: boolean
  readonly part: Part
  /** Its rows, which go when the words are safe elsewhere. */
  readonly keys: readonly RowKey[]
}

/** What lies on the device for a person in a plan. */
export type Found = {
  readonly left: readonly Left[]
  readonly drafts: readonly KeptDraft[]
  /** Rows that could not be read any more, and were taken away. */
  readonly unreadable: number
}
export type KeptDraft = { readonly draft: Draft; readonly key: RowKey }

/** The device's copy of one plan, as one page of it keeps it. */
export type DeviceCopy = Shelf & {
  /** What pages before this one left. Live pages in other tabs too: the same changes twice are the same changes. */
  find(): Promise<Found>
  /** These rows go with the next `empty`, and are marked with the next `refuse`. */
  takeOver(left: Left): void
  /** Keeps words to be read again, in place of the rows they were read from, in one step. */
  keepDraft(draft: Draft, instead: readonly RowKey[]): Promise<KeptDraft>
  forget(keys: readonly RowKey[]): Promise<void>
  /** Nothing is kept through this any more. Resolves when the last write is over. */
  end(): Promise<void>
}

/**
 * Opens the device's copy. All it writes is locked with the server's key, which is held by this page alone.
 * @param keyFor asks the server for the key of an epoch; what it throws is passed on
 */
export async function openCopy(of: CopyOf, keyFor: (epoch: string) => Promise<string>): Promise<DeviceCopy> {
  const whose = `${of.person}/${of.plan}/`
  const copy = `${whose}${of.epoch}`
  // Before all else: what is wiped from here on ends what this page has in hand.
  let wipes = await wipesSoFar()
  let isWiped = false
  const key = await takeKey(await keyFor(of.epoch))
  // Of this page alone, and never the same again: its rows are told from those of all others.
  const tab = crypto.randomUUID()
  let count = 0
  let mine: RowKey[] = []
  let taken: RowKey[] = []
  let last: Promise<unknown> = Promise.resolve()
  let ended = false

  /** One after the other, and none after the end. */
  const inTurn = <T>(does: () => Promise<T>): Promise<T> => {
    const turn = last.then(() => {
      if (ended) throw new Error('This copy has ended')
      return does()
    })
    last = turn.catch(() => {})
    return turn
  }
  const place = (kind: RowKind): Place => {
    count += 1
    return { copy, tab, n: count, kind }
  }
  const write = (put: readonly Row[], remove: readonly RowKey[]) =>
    writeRows(put, remove, wipes).catch((cause: unknown) => {
      isWiped ||= cause instanceof Wiped
      throw cause
    })
  /** Another plan may have been meant. Asked with the next try and not at once: another tab's switch takes a moment to be seen here. */
  const mayStillKeep = async () => {
    if (!isWiped) return
    if (!isCopyOn(of.plan)) throw new Error('The copy was switched off')
    wipes = await wipesSoFar()
    isWiped = false
  }
  const keepRow = async (kind: RowKind, bytes: Uint8Array<ArrayBuffer>, remove: readonly RowKey[]) => {
    await mayStillKeep()
    const row = await lock(key, place(kind), bytes)
    await write([row], remove)
    return keyOf(row)
  }

  return {
    keep: (part, whole) =>
      inTurn(async () => {
        const before = whole ? mine : []
        const kept = await keepRow(whole ? 'whole' : 'change', encodePart(part), before)
        mine = [...(whole ? [] : mine), kept]
      }),
    empty: () =>
      inTurn(async () => {
        await removeRows([...mine, ...taken])
        mine = []
        taken = []
      }),
    refuse: () =>
      inTurn(async () => {
        await mayStillKeep()
        const tabs = new Map([...mine, ...taken].map((row) => [row.slice(0, 2).join('\n'), row]))
        const marks = [...tabs.values()].map(
          ([copy, tab]): Row => ({ copy, tab, n: 0, kind: 'refused', iv: new Uint8Array(), bytes: new ArrayBuffer() }),
        )
        await write(marks, [])
      }),
    find: () => inTurn(() => find(whose, copy, key, keyFor)),
    takeOver({ keys }) {
      taken = [...taken, ...keys]
    },
    keepDraft: (draft, instead) =>
      inTurn(async () => ({ draft, key: await keepRow('draft', encodeDraft(draft), instead) })),
    forget: (keys) => inTurn(() => removeRows(keys)),
    async end() {
      ended = true
      await last
    },
  }
}

/** Reads everything a person has in a plan, of every epoch. Rows nobody can read are taken away and counted. */
async function find(
  whose: string,
  copy: string,
  key: CryptoKey,
  keyFor: (epoch: string) => Promise<string>,
): Promise<Found> {
  const rows = await rowsOf(whose)
  const keys = new Map([[copy, key]])
  for (const other of new Set(rows.map((row) => row.copy)))
    if (!keys.has(other)) keys.set(other, await takeKey(await keyFor(other.slice(whose.length))))

  const drafts: KeptDraft[] = []
  const byTab = new Map<string, { epoch: string; refused: boolean; parts: Part[]; keys: RowKey[] }>()
  const damaged: RowKey[] = []
  for (const row of rows) {
    const of = `${row.copy}\n${row.tab}`
    const found = byTab.get(of) ?? { epoch: row.copy.slice(whose.length), refused: false, parts: [], keys: [] }
    if (row.kind !== 'draft') byTab.set(of, found)
    if (row.kind === 'refused') {
      found.refused = true
      found.keys.push(keyOf(row))
      continue
    }
    const unlockWith = keys.get(row.copy)
    const bytes = unlockWith ? await unlock(unlockWith, row) : null
    if (bytes === null) damaged.push(keyOf(row))
    else if (row.kind === 'draft') drafts.push({ draft: decodeDraft(bytes), key: keyOf(row) })
    else {
      found.parts.push(decodePart(bytes))
      found.keys.push(keyOf(row))
    }
  }
  if (damaged.length > 0) await removeRows(damaged)
  const left = [...byTab.values()].flatMap(({ parts, ...each }): Left[] =>
    each.keys.length > 0 ? [{ ...each, part: together(parts) }] : [],
  )
  return { left, drafts, unreadable: damaged.length }
}

const together = (parts: readonly Part[]): Part => ({
  client: parts[0]?.client ?? 0,
  roots: [...new Set(parts.flatMap(({ roots }) => roots))],
  updates: parts.flatMap(({ updates }) => updates),
})
