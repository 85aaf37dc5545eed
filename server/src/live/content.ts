import { isKnownRoot, isListRoot, MARK_NAMES, markName, NODE_NAMES, type PlanKind } from '@withy/shared/plan'
import * as Y from 'yjs'
import type { Run, Struct } from './decode.ts'
import type { LiveLimits } from './limits.ts'

/**
 * Whether a struct holds only what a plan of this kind can hold, as far as it shows by itself: roots of the catalogue, known
 * blocks and marks, nothing but items where items stand, plain values that are not nested deep (SPEC SYNC-17). Attribute
 * values and what stands inside what need the document: readers neutralise those.
 */
export function fitsPlan(struct: Struct, kind: PlanKind, limits: LiveLimits): boolean {
  if (!(struct instanceof Y.Item)) return true
  const root = struct.parent as unknown
  if (typeof root === 'string' && !isKnownRoot(kind, root)) return false
  if (typeof root === 'string' && isListRoot(kind, root) && !isEntry(struct, limits)) return false
  if ((struct.parentSub?.length ?? 0) > limits.keyLength) return false
  return isKnownContent(struct.content, limits)
}

/** What may stand in a list root: a map of its own, under an id that leaves room to name a tick after it. */
const isEntry = ({ parentSub, content }: Y.Item, limits: LiveLimits): boolean =>
  parentSub !== null &&
  parentSub.length <= limits.keyLength / 2 &&
  (content instanceof Y.ContentDeleted || (content instanceof Y.ContentType && isExactly(content.type, Y.Map)))

const BLOCKS = ['paragraph', 'heading', 'bulletList', 'orderedList']
const MAY_HOLD: Readonly<Record<string, readonly string[]>> = {
  box: BLOCKS,
  paragraph: ['words', 'hardBreak'],
  heading: ['words', 'hardBreak'],
  bulletList: ['listItem'],
  orderedList: ['listItem'],
  listItem: BLOCKS,
  hardBreak: [],
}

/**
 * Whether blocks stand in what may hold them, as far as the update itself tells what that is. An editor takes out, for
 * everyone, what stands where it cannot be; editors look again, since later changes need not tell (SPEC SYNC-17, PLAN-84).
 */
export function isNestedWell(runs: readonly Run[]): boolean {
  const seen = new Map<string, { name: string; inside: string | undefined }>()
  const at = ({ client, clock }: Y.ID) => seen.get(`${client}:${clock}`)
  for (const struct of runs.flatMap(({ structs }) => structs)) {
    const name = struct instanceof Y.Item && struct.parentSub === null && blockName(struct.content)
    if (!name) continue
    // A root's name, an id, or null where it is the parent of what it stands beside.
    const parent = struct.parent as unknown
    const beside = [struct.origin, struct.rightOrigin].flatMap((id) => (id && at(id)) ?? [])[0]
    const inside = typeof parent === 'string' ? 'box' : parent instanceof Y.ID ? at(parent)?.name : beside?.inside
    if (inside !== undefined && !MAY_HOLD[inside]?.includes(name)) return false
    seen.set(`${struct.id.client}:${struct.id.clock}`, { name, inside })
  }
  return true
}

function blockName(content: Y.Item['content']): string | null {
  if (!(content instanceof Y.ContentType)) return null
  const type: unknown = content.type
  if (type instanceof Y.XmlElement) return type.nodeName
  return type instanceof Y.XmlText ? 'words' : null
}

function isKnownContent(content: Y.Item['content'], limits: LiveLimits): boolean {
  if (content instanceof Y.ContentString || content instanceof Y.ContentDeleted) return true
  if (content instanceof Y.ContentAny) return content.arr.every((value) => isShallow(value, limits.valueDepth))
  if (content instanceof Y.ContentFormat)
    return MARK_NAMES.has(markName(content.key)) && isShallow(content.value, limits.valueDepth)
  return content instanceof Y.ContentType && isKnownType(content.type)
}

function isKnownType(type: unknown): boolean {
  if (isExactly(type, Y.XmlElement)) return NODE_NAMES.has((type as Y.XmlElement).nodeName)
  return isExactly(type, Y.XmlText) || isExactly(type, Y.Text) || isExactly(type, Y.Map)
}

/** XmlHook and XmlText are kinds of Map and Text to `instanceof`, so the exact class is asked. */
const isExactly = (type: unknown, made: unknown): boolean => (type as object).constructor === made

function isShallow(value: unknown, depth: number): boolean {
  if (value === null || typeof value !== 'object') return true
  // Bytes have no place in a plan.
  if (ArrayBuffer.isView(value)) return false
  return depth > 0 && Object.values(value).every((inner) => isShallow(inner, depth - 1))
}
