import type { Field, ItemShape } from './catalogue.ts'
import { FEATURE_IDS } from './catalogue.ts'
import { photoOf } from './easy/photo.ts'
import { byOrder, isOrder } from './order.ts'
import { hasWords, wellFormed } from './plain-words.ts'
import type { CellValue, FromWorkshop, Item, Origin, StandsFor } from './plan.ts'
import { ORDER, ORIGIN, REMOVED, SPOKEN, STANDS_FOR, tickOf } from './plan-doc.ts'
import { isLanguageTag } from './rich-text.ts'
import { entriesOf, isType, piecesOf, wordsInPieces, wordsWithin, type YType } from './yjs-content.ts'

/** What a list root holds: items in reading order, items taken out, and words that belong to no item. */
export type ReadList = {
  readonly items: readonly Item[]
  readonly removed: readonly Item[]
  readonly stray: readonly string[]
}

/** Reads a list box. Every shared type in it is an item; anything else is stray words (SPEC PLAN-4, PLAN-8). */
export function readList(root: YType, shape: ItemShape): ReadList {
  const stray = wordsInPieces(root)
  const found: { id: string; order: unknown; removed: boolean; item: Item }[] = []
  for (const [id, value] of entriesOf(root)) {
    if (isType(value)) found.push({ id, ...readItem(id, value, shape) })
    else stray.push(...wordsWithin(value))
  }
  found.sort(byOrder)
  return {
    items: found.filter((f) => !f.removed).map((f) => f.item),
    removed: found.filter((f) => f.removed).map((f) => f.item),
    stray,
  }
}

function readItem(id: string, type: YType, shape: ItemShape): { order: unknown; removed: boolean; item: Item } {
  const fields = new Map(shape.fields.map((field) => [field.id, field]))
  const cells = new Map<string, CellValue>()
  const ticks: Tick[] = []
  const other = wordsInPieces(type)
  let order: unknown
  let removed = false
  let origin: Origin | undefined
  let lang: string | undefined
  let of: StandsFor | undefined
  for (const [name, value] of entriesOf(type)) {
    const field = fields.get(name)
    const read = field ? readCell(field, value) : undefined
    const tick = typeof value === 'boolean' ? tickOf(name) : null
    if (read) {
      if (read.value !== undefined) cells.set(name, read.value)
      other.push(...read.other)
    } else if (tick) ticks.push({ ...tick, on: value === true })
    else if (name === ORDER && isOrder(value)) order = value
    else if (name === REMOVED && typeof value === 'boolean') removed = value
    else if (name === ORIGIN && readOrigin(value)) origin = readOrigin(value)
    else if (name === SPOKEN && shape.id !== 'easy' && isLanguageTag(value)) lang = value
    else if (name === STANDS_FOR && shape.id === 'easy' && readStandsFor(value)) of = readStandsFor(value)
    else other.push(...wordsWithin(value))
  }
  for (const field of shape.fields) {
    if (!isTicks(field)) continue
    const ids = tickedIn(field, cells.get(field.id), ticks)
    if (ids.length > 0) cells.set(field.id, ids)
    else cells.delete(field.id)
  }
  const item = {
    id,
    cells: Object.fromEntries(cells),
    ...(origin && { origin }),
    ...(other.length > 0 && { other }),
    ...(lang && { lang }),
    ...(of && { of }),
  }
  return { order, removed, item }
}

type Tick = { readonly field: string; readonly id: string; readonly on: boolean }
type TicksField = Field & { readonly type: 'people' | 'features' | 'actions' }

const isTicks = (field: Field): field is TicksField =>
  field.type === 'people' || field.type === 'features' || field.type === 'actions'

/** The ids ticked in a cell: features as the catalogue has them, others by id, so that every copy has the same order. */
function tickedIn(field: TicksField, before: CellValue | undefined, ticks: readonly Tick[]): readonly string[] {
  const ids = new Set<string>(Array.isArray(before) ? before : [])
  for (const tick of ticks) {
    if (tick.field !== field.id) continue
    if (tick.on) ids.add(tick.id)
    else ids.delete(tick.id)
  }
  return field.type === 'features' ? FEATURE_IDS.filter((id) => ids.has(id)) : [...ids].sort()
}

type ReadCell = { readonly value?: CellValue | undefined; readonly other: readonly string[] }

/** A value as a field takes it. One it cannot hold is kept as words. */
export function readCell(field: Field, value: unknown): ReadCell {
  if (field.type === 'words') return readWords(value)
  if (isTicks(field)) return readIds(field, value)
  const fits =
    (field.type === 'choice' && field.options.some((option) => option.id === value)) ||
    (field.type === 'date' && isDate(value)) ||
    (field.type === 'picture' && isPictureId(value)) ||
    (field.type === 'scale' && Number.isInteger(value) && Number(value) >= 1 && Number(value) <= 10)
  if (fits) return { value: value as CellValue, other: [] }
  return { other: typeof value === 'number' ? [String(value)] : wordsWithin(value) }
}

/** Words of a cell: a Y.Text, or a plain string that another program wrote. */
function readWords(value: unknown): ReadCell {
  if (!isType(value)) {
    if (typeof value !== 'string') return { other: wordsWithin(value) }
    return { value: hasWords(value) ? wellFormed(value) : undefined, other: [] }
  }
  let text = ''
  const other: string[] = []
  for (const piece of piecesOf(value)) {
    if (piece.is === 'text') text += piece.text
    else other.push(...wordsWithin(piece.is === 'type' ? piece.type : piece.value))
  }
  for (const [, entry] of entriesOf(value)) other.push(...wordsWithin(entry))
  return { value: hasWords(text) ? wellFormed(text) : undefined, other }
}

const FEATURES: ReadonlySet<unknown> = new Set(FEATURE_IDS)

/** Ids in one array, as another program may write them: ours are entries of their own. */
function readIds({ type }: TicksField, value: unknown): ReadCell {
  if (!Array.isArray(value)) return { other: wordsWithin(value) }
  const fits = (id: unknown): id is string =>
    type === 'features' ? FEATURES.has(id) : typeof id === 'string' && id !== ''
  return { value: value.filter(fits), other: wordsWithin(value.filter((id) => !fits(id))) }
}

/** What may be the id of a picture, also of one that this version does not have, or a photo of the group's own: it is no words. */
const isPictureId = (value: unknown): boolean =>
  typeof value === 'string' && ((value.length <= 40 && /^[a-z]+(-[a-z]+)*$/.test(value)) || photoOf(value) !== null)

function readStandsFor(value: unknown): StandsFor | undefined {
  const { place, print } = (value ?? {}) as Record<string, unknown>
  return typeof place === 'string' && typeof print === 'string' ? { place: wellFormed(place), print } : undefined
}

/** A day that exists, as YYYY-MM-DD. */
export function isDate(value: unknown): value is string {
  if (typeof value !== 'string' || !/^\d{4}-\d{2}-\d{2}$/.test(value)) return false
  const day = new Date(`${value}T00:00:00Z`)
  return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(value)
}

function readOrigin(value: unknown): Origin | undefined {
  if (value === null || typeof value !== 'object' || isType(value)) return undefined
  const { from, idea, plan, title, item, workshop, on, said } = value as Record<string, unknown>
  if (from === 'idea' && typeof idea === 'string') return { from, idea }
  if (from === 'plan' && typeof plan === 'string' && typeof title === 'string' && typeof item === 'string')
    return { from, plan, title: wellFormed(title), item }
  if (from === 'workshop' && typeof workshop === 'string' && typeof idea === 'string' && isDate(on)) {
    const read = Array.isArray(said) ? said.map(readSaid) : []
    if (read.length > 0 && read.every((one) => one !== undefined)) return { from, workshop, idea, on, said: read }
  }
  return undefined
}

function readSaid(value: unknown): FromWorkshop['said'][number] | undefined {
  const { by, words } = (value ?? {}) as Record<string, unknown>
  return typeof by === 'string' && typeof words === 'string'
    ? { by: wellFormed(by), words: wellFormed(words) }
    : undefined
}
