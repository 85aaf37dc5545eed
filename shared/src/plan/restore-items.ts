import * as Y from 'yjs'
import { canonicalItem, stableJson } from './canonical.ts'
import type { BoxKey, Field, ItemShape, ShapeId } from './catalogue.ts'
import { fillItem, setCell, setSpoken, setTick } from './list-edits.ts'
import { entryOf, makeEntry, putInOrder, setRemoved } from './ordered-map.ts'
import type { CellValue, Item } from './plan.ts'
import { listRoot, ORDER, ORIGIN, STANDS_FOR } from './plan-doc.ts'
import { readList } from './read-items.ts'
import { lettersIn, restoreWords } from './restore-words.ts'
import { SHAPES } from './shapes.ts'

/** A list box, and the items it is to have again. */
export type ListWanted = { readonly key: BoxKey; readonly shape: ShapeId; readonly items: readonly Item[] }

/** Makes the items that are not in the document any more, as taken out: `restoreItems` puts them in. */
export function makeItems(doc: Y.Doc, { key, shape, items }: ListWanted): void {
  const root = listRoot(doc, key)
  for (const item of items) {
    const fill = (entry: Y.Map<unknown>) => fillItem(entry, SHAPES[shape], item)
    if (!root.has(item.id)) makeEntry(doc, root, { id: item.id, fill })
  }
}

/**
 * Edits a list so that it reads as wanted: takes out and puts back, sets the cells that differ, and the order. Call inside a
 * transaction, after `makeItems`.
 */
export function restoreItems(doc: Y.Doc, { key, shape: shapeId, items }: ListWanted): void {
  const root = listRoot(doc, key)
  const shape = SHAPES[shapeId]
  const now = new Map(readList(root, shape).items.map((item) => [item.id, item]))
  const wanted = new Set(items.map(({ id }) => id))
  for (const id of now.keys()) {
    if (wanted.has(id)) continue
    if (entryOf(root, id)) setRemoved(doc, root, id, true)
    // No item of ours: it has no mark that could say it was taken out.
    else root.delete(id)
  }
  for (const item of items) {
    setRemoved(doc, root, item.id, false)
    const found = now.get(item.id) ?? itemIn(root, shape, item.id)
    if (!found || reads(found) !== reads(item)) {
      if (found) setCells(doc, key, shape, found, item)
      const made = itemIn(root, shape, item.id)
      if (!made || reads(made) !== reads(item)) replaceItem(root, shape, item)
    }
    if (item.of && stableJson(found?.of) !== stableJson(item.of))
      entryOf(root, item.id)?.set(STANDS_FOR, { ...item.of })
  }
  putInOrder(
    root,
    items.map(({ id }) => id),
  )
}

const reads = (item: Item): string => stableJson(canonicalItem(item))

const itemIn = (root: Y.Map<unknown>, shape: ItemShape, id: string): Item | undefined =>
  readList(root, shape).items.find((item) => item.id === id)

function setCells(doc: Y.Doc, key: BoxKey, shape: ItemShape, now: Item, wanted: Item): void {
  const entry = entryOf(listRoot(doc, key), wanted.id)
  if (!entry) return
  for (const field of shape.fields) {
    const [was, is] = [now.cells[field.id], wanted.cells[field.id]]
    if (stableJson([was]) !== stableJson([is])) setValue(doc, key, entry, { id: wanted.id, field, was, is })
  }
  setSpoken(doc, key, wanted.id, wanted.lang ?? null)
  if (stableJson([now.origin]) === stableJson([wanted.origin])) return
  if (wanted.origin) entry.set(ORIGIN, { ...wanted.origin })
  else entry.delete(ORIGIN)
}

type Value = {
  readonly id: string
  readonly field: Field
  readonly was: CellValue | undefined
  readonly is: CellValue | undefined
}

function setValue(doc: Y.Doc, key: BoxKey, entry: Y.Map<unknown>, { id, field, was, is }: Value): void {
  if (field.type === 'people' || field.type === 'features' || field.type === 'actions') {
    const wanted = new Set(typeof is === 'object' ? is : [])
    for (const one of new Set([...(typeof was === 'object' ? was : []), ...wanted]))
      setTick(doc, key, id, field.id, one, wanted.has(one))
    return
  }
  if (field.type === 'words' || entry.get(field.id) instanceof Y.Text)
    restoreCellWords(doc, { key, id, field: field.id }, typeof is === 'string' ? is : '')
  else setCell(doc, key, id, field.id, typeof is === 'object' ? null : (is ?? null))
}

type Cell = { readonly key: BoxKey; readonly id: string; readonly field: string }

/**
 * Edits a cell of words so that it reads as wanted: words that stay are not touched. Call inside a transaction.
 * @returns whether there is such an item
 */
export function restoreCellWords(doc: Y.Doc, { key, id, field }: Cell, words: string): boolean {
  const entry = entryOf(listRoot(doc, key), id)
  if (!entry) return false
  const text = entry.get(field)
  // Something that is no letter counts in places and not in the words: `setCell` clears that away.
  if (!(text instanceof Y.Text)) entry.set(field, new Y.Text(words))
  else if (text.length === lettersIn(text).length) restoreWords(text, words)
  else setCell(doc, key, id, field, words)
  return true
}

/** For what cells alone cannot say: words that have no field. What others write in it meanwhile goes with the one before. */
function replaceItem(root: Y.Map<unknown>, shape: ItemShape, item: Item): void {
  const { id, other = [] } = item
  const order = entryOf(root, id)?.get(ORDER)
  const entry = new Y.Map<unknown>()
  root.set(id, entry)
  fillItem(entry, shape, item)
  if (order !== undefined) entry.set(ORDER, order)
  for (const [n, words] of other.entries()) entry.set(`other-${String(n).padStart(4, '0')}`, words)
}
