import { generateNKeysBetween } from 'fractional-indexing'

/** Something kept in an order that people change: its id, and its order key as found (any value at all). */
export type Ordered = { readonly id: string; readonly order: unknown }

// Longer keys are not made by people moving things; they are refused so that nobody can make every later key huge.
const LONGEST = 400
const SMALLEST = `A${'0'.repeat(26)}`

/** Whether a stored value is an order key of fractional-indexing that others can be put before and after. */
export function isOrder(value: unknown): value is string {
  if (typeof value !== 'string' || value.length > LONGEST || !/^[A-Za-z][0-9A-Za-z]+$/.test(value)) return false
  const head = value.charCodeAt(0)
  const whole = head >= 97 ? head - 95 : 92 - head
  return value.length >= whole && value !== SMALLEST && !(value.length > whole && value.endsWith('0'))
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

/** Reading order: by key, equal keys by id, and what has no key at the end by id (SPEC PLAN-12). The same in every copy. */
export function byOrder(a: Ordered, b: Ordered): number {
  const orderA = isOrder(a.order) ? a.order : null
  const orderB = isOrder(b.order) ? b.order : null
  if (orderA !== null && orderB !== null) return compare(orderA, orderB) || compare(a.id, b.id)
  if (orderA === null && orderB === null) return compare(a.id, b.id)
  return orderA === null ? 1 : -1
}

/**
 * Keys that put `id` at place `at` of `others` (which are in reading order and do not hold `id`).
 * Mostly one key. Neighbours whose keys are equal or missing leave no room between them, so they get new keys too.
 */
export function keysToPlace(others: readonly Ordered[], at: number, id: string): ReadonlyMap<string, string> {
  let first = at
  while (first > 0 && !isOrder(others[first - 1]?.order)) first--
  const lower = (others[first - 1]?.order as string | undefined) ?? null
  let end = at
  while (end < others.length && !isAfter(others[end]?.order, lower)) end++
  const upper = end > at || first < at ? nextKey(others, end) : ((others[at]?.order as string | undefined) ?? null)
  const ids = [...others.slice(first, at).map((o) => o.id), id, ...others.slice(at, end).map((o) => o.id)]
  return keysBetween(lower, upper, ids) ?? keysBetween(null, null, withAt(others, at, id)) ?? new Map()
}

const isAfter = (order: unknown, lower: string | null): boolean => isOrder(order) && (lower === null || order > lower)

const nextKey = (others: readonly Ordered[], end: number): string | null => {
  const order = others[end]?.order
  return isOrder(order) ? order : null
}

const withAt = (others: readonly Ordered[], at: number, id: string): string[] => [
  ...others.slice(0, at).map((o) => o.id),
  id,
  ...others.slice(at).map((o) => o.id),
]

/** null where there is no room at all: keys at the very ends of what can be written. */
function keysBetween(lower: string | null, upper: string | null, ids: readonly string[]): Map<string, string> | null {
  try {
    const keys = generateNKeysBetween(lower, upper, ids.length)
    return keys.every(isOrder) ? new Map(ids.map((id, i) => [id, keys[i] as string])) : null
  } catch {
    return null
  }
}
