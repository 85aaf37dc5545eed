import { actionWords } from './actions-of.ts'
import {
  canonicalItem,
  canonicalText,
  itemsIn,
  ownTitle,
  stableJson,
  textIn,
  titlesIn,
  unplacedIn,
} from './canonical.ts'
import type { BoxKey, Words } from './catalogue.ts'
import { easyChecksIn } from './easy/status.ts'
import { hunks } from './hunks.ts'
import type { Item, OwnSection, Plan, RichText } from './plan.ts'
import { ownActionsKey, ownTextKey } from './plan-doc.ts'

/** Blocks that stood at one place of a text, and those that stand there now. `at` counts blocks of the text before. */
type TextChange = { readonly at: number; readonly takenOut: RichText; readonly added: RichText }

/**
 * One thing that reads differently. Absent `before`: it is new; absent `after`: it is gone. An item that was both moved
 * and changed is named twice. Texts and actions of own sections are under their keys, `own:<id>.…`.
 */
export type Difference =
  | { readonly what: 'kind'; readonly before: string; readonly after: string }
  | { readonly what: 'title'; readonly section: string; readonly before?: string; readonly after?: string }
  | { readonly what: 'text'; readonly box: BoxKey; readonly changes: readonly TextChange[] }
  | {
      readonly what: 'item'
      readonly box: BoxKey
      readonly id: string
      readonly change: Change
      readonly before?: Item
      readonly after?: Item
    }
  | {
      readonly what: 'own'
      readonly id: string
      readonly change: Change
      /** Titles. */
      readonly before?: string
      readonly after?: string
    }
  /** That easy words were checked with somebody, as it is told. */
  | { readonly what: 'easy-checked'; readonly section: string; readonly before?: Words; readonly after?: Words }
  | { readonly what: 'unplaced'; readonly where: string; readonly before?: string; readonly after?: string }

type Change = 'added' | 'taken-out' | 'changed' | 'moved'

/**
 * What reads differently in `after`, in reading order. Empty exactly when both read the same (SPEC PLAN-22).
 */
export function differences(before: Plan, after: Plan): Difference[] {
  const kind: Difference[] =
    before.kind === after.kind ? [] : [{ what: 'kind', before: before.kind, after: after.kind }]
  const [actionsBefore, actionsAfter] = [actionWords(before), actionWords(after)]
  const boxes = keysOf(before.boxes, after.boxes).flatMap((box) => [
    ...inText(box, textIn(before.boxes[box]), textIn(after.boxes[box])),
    ...inItems(box, itemsIn(before.boxes[box], actionsBefore), itemsIn(after.boxes[box], actionsAfter)),
  ])
  const [titles, own] = [inTitles(before, after), inOwn(before.own, after.own)]
  return [...kind, ...titles, ...boxes, ...own, ...inChecks(before, after), ...inUnplaced(before, after)]
}

function inTitles(before: Plan, after: Plan): Difference[] {
  const pairs = inMaps(titlesIn(before), titlesIn(after))
  return pairs.map(([section, pair]) => ({ what: 'title', section, ...pair }))
}

function inChecks(before: Plan, after: Plan): Difference[] {
  const pairs = inMaps(easyChecksIn(before), easyChecksIn(after))
  return pairs.map(([section, pair]) => ({ what: 'easy-checked', section, ...pair }))
}

function inUnplaced(before: Plan, after: Plan): Difference[] {
  const pairs = inMaps(unplacedIn(before), unplacedIn(after))
  return pairs.map(([where, pair]) => ({ what: 'unplaced', where, ...pair }))
}

function inText(box: BoxKey, before: RichText, after: RichText): Difference[] {
  const changes = hunks(before.map(stableJson), after.map(stableJson)).map(({ at, gone, nowAt, come }) => ({
    at,
    takenOut: before.slice(at, at + gone),
    added: after.slice(nowAt, nowAt + come),
  }))
  return changes.length > 0 ? [{ what: 'text', box, changes }] : []
}

function inItems(box: BoxKey, before: readonly Item[], after: readonly Item[]): Difference[] {
  return inOrder(before, after).map((found) => ({ what: 'item', box, ...found }))
}

function inOwn(before: readonly OwnSection[], after: readonly OwnSection[]): Difference[] {
  const titled = (sections: readonly OwnSection[]) =>
    sections.map((section) => ({ id: section.id, title: ownTitle(section) }))
  const sections = inOrder(titled(before), titled(after)).map(
    (found): Difference => ({
      what: 'own',
      id: found.id,
      change: found.change,
      ...pairOf(found.before?.title, found.after?.title),
    }),
  )
  const oldById = new Map(before.map((section) => [section.id, section]))
  const newById = new Map(after.map((section) => [section.id, section]))
  const inside = [...new Set([...oldById.keys(), ...newById.keys()])].flatMap((id) => {
    const old = oldById.get(id)
    const now = newById.get(id)
    return [
      ...inText(ownTextKey(id), canonicalText(old?.text ?? []), canonicalText(now?.text ?? [])),
      ...inItems(ownActionsKey(id), (old?.actions ?? []).map(canonicalItem), (now?.actions ?? []).map(canonicalItem)),
    ]
  })
  return [...sections, ...inside]
}

type Found<T> = { readonly id: string; readonly change: Change; readonly before?: T; readonly after?: T }

/** Compares things by id. Of those that changed places, as few as possible count as moved. */
function inOrder<T extends { readonly id: string }>(before: readonly T[], after: readonly T[]): Found<T>[] {
  const oldById = new Map(before.map((one) => [one.id, one]))
  const newById = new Map(after.map((one) => [one.id, one]))
  const ids = [...oldById.keys()]
  const out = new Set(hunks(ids, [...newById.keys()]).flatMap(({ at, gone }) => ids.slice(at, at + gone)))
  const gone: Found<T>[] = [...oldById.values()]
    .filter(({ id }) => !newById.has(id))
    .map((one) => ({ id: one.id, change: 'taken-out', before: one }))
  const here = [...newById.values()].flatMap((now): Found<T>[] => {
    const id = now.id
    const old = oldById.get(id)
    if (!old) return [{ id, change: 'added', after: now }]
    const moved: Found<T>[] = out.has(id) ? [{ id, change: 'moved', before: old, after: now }] : []
    const changed: Found<T>[] =
      stableJson(old) === stableJson(now) ? [] : [{ id, change: 'changed', before: old, after: now }]
    return [...moved, ...changed]
  })
  return [...gone, ...here]
}

const keysOf = (before: object, after: object): string[] => [
  ...new Set([...Object.keys(before), ...Object.keys(after)]),
]

type Pair<T> = { readonly before?: T; readonly after?: T }

const pairOf = <T>(before: T | undefined, after: T | undefined): Pair<T> => ({
  ...(before !== undefined && { before }),
  ...(after !== undefined && { after }),
})

/** Both sides of every key whose words differ. Maps and not objects: a root may be called `__proto__`. */
function inMaps<T>(before: ReadonlyMap<string, T>, after: ReadonlyMap<string, T>): [string, Pair<T>][] {
  const keys = [...new Set([...before.keys(), ...after.keys()])]
  return keys
    .filter((key) => stableJson(before.get(key)) !== stableJson(after.get(key)))
    .map((key) => [key, pairOf(before.get(key), after.get(key))])
}
