import { type Box, boxesOf, isKnownRoot, type PlanKind, SHAPES, TEMPLATES } from '@withy/shared/plan'
import type { TalkPlace } from '@withy/shared/protocol'

type Holds = { readonly type: 'text' } | Pick<Extract<Box, { type: 'list' }>, 'type' | 'shape'>

const BOXES = { area: boxesOf(TEMPLATES.area), support: boxesOf(TEMPLATES.support) } satisfies Record<PlanKind, unknown>

/**
 * Whether a plan of this kind has such a place (SPEC TALK-2). Whether an item is, or ever was, in it is not asked: what was taken out
 * is talked about too, and can be put back.
 */
export function hasPlace(kind: PlanKind, { box, item, field, words }: TalkPlace): boolean {
  const holds = boxOf(kind, box)
  if (!holds) return false
  if (holds.type === 'text') return item === null && field === null
  // Of a list, only a cell of words has words that can be marked.
  if (item === null || field === null) return field === null && words === null
  return SHAPES[holds.shape].fields.some(({ id, type }) => id === field && type === 'words')
}

function boxOf(kind: PlanKind, box: string): Holds | undefined {
  const known = BOXES[kind].get(box)
  if (known || !box.startsWith('own:') || !isKnownRoot(kind, box)) return known
  return box.endsWith('.text') ? { type: 'text' } : { type: 'list', shape: 'action' }
}
