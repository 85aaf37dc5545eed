import type { Node } from '@tiptap/pm/model'

/**
 * How many characters of `container`'s words come before a point of the window (CSS px); null where it cannot be told.
 * Static text and editor hold the same characters in the same order, so this names a place in both.
 */
export function charactersBefore(container: Element, x: number, y: number): number | null {
  const caret = caretAt(x, y)
  if (!caret || !container.contains(caret.node)) return null
  const before = document.createRange()
  before.setStart(container, 0)
  before.setEnd(caret.node, caret.offset)
  return before.toString().length
}

function caretAt(x: number, y: number): { node: globalThis.Node; offset: number } | null {
  if ('caretPositionFromPoint' in document) {
    const at = document.caretPositionFromPoint(x, y)
    return at && { node: at.offsetNode, offset: at.offset }
  }
  // Safari before 26.2
  const range = (document as { caretRangeFromPoint?(x: number, y: number): Range | null }).caretRangeFromPoint?.(x, y)
  return range ? { node: range.startContainer, offset: range.startOffset } : null
}

/** The place in an editor's document with this many characters before it. */
export function placeAfterCharacters(doc: Node, characters: number): number | 'end' {
  let left = characters
  let place: number | 'end' = 'end'
  doc.descendants((node, at) => {
    if (place !== 'end') return false
    if (!node.isText) return true
    const length = node.text?.length ?? 0
    if (left <= length) place = at + left
    left -= length
    return false
  })
  return place
}
