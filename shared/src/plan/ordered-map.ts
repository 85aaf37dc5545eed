import * as random from 'lib0/random'
import * as Y from 'yjs'
import { hunks } from './hunks.ts'
import { byOrder, keysToPlace, type Ordered } from './order.ts'
import { ORDER, PLAN_EDIT, PLAN_MAKE, REMOVED } from './plan-doc.ts'

/**
 * A root map whose entries are kept in an order: the items of a list box, the sections a group added. Something that is
 * no entry may stand in it too.
 */
export type OrderedMap = Y.Map<unknown>

/** What an entry is made of, the one it follows (else the end), and its id where what it is made from gives it one. */
type NewEntry = { readonly fill: (entry: Y.Map<unknown>) => void; readonly after?: string; readonly id?: string }

/**
 * Makes an entry and puts it in. Returns its id. Made as removed and then put in, see PLAN_MAKE. Where there is one of that id it
 * is left as it is, and put back if it was taken out.
 */
export function addEntry(doc: Y.Doc, root: OrderedMap, made: NewEntry): string {
  const id = entryOf(root, made.id) && made.id ? made.id : makeEntry(doc, root, made)
  setRemoved(doc, root, id, false)
  return id
}

/** Makes an entry that has its place and is not put in yet. Returns its id. */
export function makeEntry(doc: Y.Doc, root: OrderedMap, { fill, after, id = random.uuidv4() }: NewEntry): string {
  doc.transact(() => {
    const entry = new Y.Map<unknown>()
    root.set(id, entry)
    fill(entry)
    entry.set(REMOVED, true)
    const others = inOrder(root, id)
    const place = others.findIndex((other) => other.id === after) + 1 || others.length
    setOrders(root, keysToPlace(others, place, id))
  }, PLAN_MAKE)
  return id
}

/** Moves an entry past its neighbour that is not removed. Only order keys change. false: it is there already, or gone. */
export function moveEntry(doc: Y.Doc, root: OrderedMap, id: string, way: 'up' | 'down'): boolean {
  const entry = entryOf(root, id)
  if (!entry || isRemoved(entry)) return false
  const all = inOrder(root)
  const step = way === 'up' ? -1 : 1
  const from = all.findIndex((other) => other.id === id)
  let at = from + step
  while (all[at] && isRemoved(entryOf(root, all[at]?.id))) at += step
  if (!all[at]) return false
  const others = all.filter((other) => other.id !== id)
  // Without the entry itself, what stood at `at` below it now stands one higher: `at` is the place after it.
  doc.transact(() => setOrders(root, keysToPlace(others, at, id)), PLAN_EDIT)
  return true
}

/**
 * Puts the entries of a map into an order, with as few moved as can be; others stay where they are among them.
 * Call inside a transaction.
 * @param ids in the order wanted; each has an entry
 */
export function putInOrder(root: OrderedMap, ids: readonly string[]): void {
  const wanted = new Set(ids)
  const now = inOrder(root).flatMap(({ id }) => (wanted.has(id) ? [id] : []))
  const moved = new Set(hunks(now, ids).flatMap(({ at, gone }) => now.slice(at, at + gone)))
  for (const [i, id] of ids.entries()) {
    if (!moved.has(id)) continue
    const others = inOrder(root, id)
    const place = i === 0 ? 0 : others.findIndex((other) => other.id === ids[i - 1]) + 1
    setOrders(root, keysToPlace(others, place, id))
  }
}

/** Takes an entry out or puts it back. Its words stay in the document (SPEC PLAN-10). */
export function setRemoved(doc: Y.Doc, root: OrderedMap, id: string, removed: boolean): void {
  const entry = entryOf(root, id)
  if (!entry || isRemoved(entry) === removed) return
  doc.transact(() => (removed ? entry.set(REMOVED, true) : entry.delete(REMOVED)), PLAN_EDIT)
}

/** The entry, or undefined where there is none or something else stands there. */
export function entryOf(root: OrderedMap, id: string | undefined): Y.Map<unknown> | undefined {
  const entry = id === undefined ? undefined : root.get(id)
  return entry instanceof Y.Map ? entry : undefined
}

export const isRemoved = (entry: Y.Map<unknown> | undefined): boolean => entry?.get(REMOVED) === true

/** Entries in reading order, removed ones too: they keep their place. */
function inOrder(root: OrderedMap, except?: string): Ordered[] {
  const entries: Ordered[] = []
  for (const [id, entry] of root)
    if (id !== except && entry instanceof Y.Map) entries.push({ id, order: entry.get(ORDER) })
  return entries.sort(byOrder)
}

function setOrders(root: OrderedMap, orders: ReadonlyMap<string, string>): void {
  for (const [id, order] of orders) entryOf(root, id)?.set(ORDER, order)
}
