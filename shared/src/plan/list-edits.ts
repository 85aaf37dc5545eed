import { simpleDiffString } from 'lib0/diff'
import * as Y from 'yjs'
import type { BoxKey, ItemShape, ShapeId } from './catalogue.ts'
import { addEntry, entryOf, isRemoved, makeEntry, moveEntry, setRemoved } from './ordered-map.ts'
import type { CellValue, Item, Origin, StandsFor } from './plan.ts'
import { listRoot, ORIGIN, PLAN_EDIT, SPOKEN, STANDS_FOR, tickKey } from './plan-doc.ts'
import { SHAPES } from './shapes.ts'

/**
 * A new item: where, its shape, what it holds already, where it came from, and the item it follows (else the end). With an `id` of
 * its own it is put in once, however often it is added.
 */
export type NewItem = {
  readonly key: BoxKey
  readonly shape: ShapeId
  readonly cells?: Readonly<Record<string, CellValue>>
  readonly origin?: Origin
  readonly of?: StandsFor
  /** In which language its words are (BCP 47). */
  readonly lang?: string
  readonly after?: string
  readonly id?: string
}

/**
 * Adds an item to a list box and returns its id (SPEC PLAN-9). Every `words` field gets its text now, so that two people
 * can begin to type in it at once.
 */
export function addItem(doc: Y.Doc, { key, shape, cells = {}, origin, of, lang, ...place }: NewItem): string {
  const fill = (entry: Y.Map<unknown>) => fillItem(entry, SHAPES[shape], { cells, origin, of, lang })
  return addEntry(doc, listRoot(doc, key), { ...place, fill })
}

/**
 * Makes an item to write in that is not in the plan yet: `restoreItem` puts it in, once something is written. So one that
 * nobody writes in is in no one's plan, even where the page went before it could be cleared away (SPEC A11Y-24).
 */
export function draftItem(doc: Y.Doc, { key, shape, cells = {}, of, ...place }: NewItem): string {
  const fill = (entry: Y.Map<unknown>) => fillItem(entry, SHAPES[shape], { cells, of })
  return makeEntry(doc, listRoot(doc, key), { ...place, fill })
}

/** What an item that is new in its document holds. */
type Filled = { readonly [of in 'origin' | 'of' | 'lang']?: Item[of] | undefined } & Pick<Item, 'cells'>

/** Writes all of an item that is new in its document, but words that have no field. */
export function fillItem(entry: Y.Map<unknown>, shape: ItemShape, { cells, origin, of, lang }: Filled): void {
  for (const field of shape.fields) {
    const value = cells[field.id]
    if (field.type === 'words') entry.set(field.id, new Y.Text(typeof value === 'string' ? value : ''))
    else if (Array.isArray(value)) for (const id of value) entry.set(tickKey(field.id, id), true)
    else if (value !== undefined) entry.set(field.id, value)
  }
  if (origin) entry.set(ORIGIN, { ...origin })
  if (of) entry.set(STANDS_FOR, { ...of })
  if (lang) entry.set(SPOKEN, lang)
}

/** Moves an item past its neighbour. false where there is none. */
export const moveItem = (doc: Y.Doc, key: BoxKey, id: string, way: 'up' | 'down'): boolean =>
  moveEntry(doc, listRoot(doc, key), id, way)

/** Takes an item out. It is kept, and can be put back. */
export const removeItem = (doc: Y.Doc, key: BoxKey, id: string): void => setRemoved(doc, listRoot(doc, key), id, true)

export const restoreItem = (doc: Y.Doc, key: BoxKey, id: string): void => setRemoved(doc, listRoot(doc, key), id, false)

/** Whether an item was taken out, or is a draft. false where there is none. */
export const isTakenOut = (doc: Y.Doc, key: BoxKey, id: string): boolean => isRemoved(entryOf(listRoot(doc, key), id))

/**
 * Sets a cell that holds one value, or clears it with null; `setTick` is for cells of ticks. In a cell that holds a text only what differs is changed, so that words someone
 * else is typing there stay.
 */
export function setCell(doc: Y.Doc, key: BoxKey, id: string, field: string, value: string | number | null): void {
  const entry = entryOf(listRoot(doc, key), id)
  if (!entry) return
  const now = entry.get(field)
  doc.transact(() => {
    if (now instanceof Y.Text) changeText(now, typeof value === 'string' ? value : '')
    else if (value === null) entry.delete(field)
    else if (now !== value) entry.set(field, value)
  }, PLAN_EDIT)
}

/** Says in which language (BCP 47) the words of an item are; null: nobody says it any more (SPEC PLAN-138). No letter is touched. */
export function setSpoken(doc: Y.Doc, key: BoxKey, id: string, lang: string | null): void {
  const entry = entryOf(listRoot(doc, key), id)
  if (!entry || (entry.get(SPOKEN) ?? null) === lang) return
  doc.transact(() => (lang === null ? entry.delete(SPOKEN) : entry.set(SPOKEN, lang)), PLAN_EDIT)
}

/** Says which words of the plan a row of easy words stands for now. */
export function setStandsFor(doc: Y.Doc, key: BoxKey, id: string, of: StandsFor): void {
  doc.transact(() => entryOf(listRoot(doc, key), id)?.set(STANDS_FOR, { ...of }), PLAN_EDIT)
}

/** Sets one tick of a cell, or takes it away, and leaves all others as they are (SPEC PLAN-103). */
export function setTick(doc: Y.Doc, key: BoxKey, item: string, field: string, id: string, on: boolean): void {
  const entry = entryOf(listRoot(doc, key), item)
  if (entry && isTicked(entry, field, id) !== on) doc.transact(() => entry.set(tickKey(field, id), on), PLAN_EDIT)
}

function isTicked(entry: Y.Map<unknown>, field: string, id: string): boolean {
  const tick = entry.get(tickKey(field, id))
  if (typeof tick === 'boolean') return tick
  const all = entry.get(field)
  return Array.isArray(all) && all.includes(id)
}

/** The text of a `words` cell, for an editor; null where the cell holds no text. */
export function cellWords(doc: Y.Doc, key: BoxKey, id: string, field: string): Y.Text | null {
  const text = entryOf(listRoot(doc, key), id)?.get(field)
  return text instanceof Y.Text ? text : null
}

function changeText(text: Y.Text, to: string): void {
  // Something that is not text counts in places and not in the string: no place in between can be told.
  if (text.length !== text.toString().length) text.delete(0, text.length)
  const { index, remove, insert } = simpleDiffString(text.toString(), to)
  if (remove > 0) text.delete(index, remove)
  if (insert !== '') text.insert(index, insert)
}
