import type { Node, ResolvedPos } from '@tiptap/pm/model'
import type { LinePlace } from '@withy/shared/plan'

/** The line of an editor's document that a place is in: a simple box over the same words has the same ones. */
export function lineOfCaret(place: ResolvedPos): LinePlace {
  let line = -1
  place.doc.nodesBetween(0, place.pos, (node) => {
    if (node.isTextblock) line++
    return !node.isTextblock
  })
  return { line: Math.max(0, line), at: place.parentOffset }
}

/** The place in an editor's document that a simple box calls so. */
export function placeInLine(doc: Node, { line, at }: LinePlace): number | 'end' {
  let left = line
  let place: number | 'end' = 'end'
  doc.descendants((node, start) => {
    if (!node.isTextblock) return true
    if (left-- === 0) place = start + 1 + Math.min(at, node.content.size)
    return false
  })
  return place
}
