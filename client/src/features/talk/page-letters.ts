import type { Span } from '@withy/shared/plan'

// Space and signs without a shape: a page sets them out in its own way, whatever the document has.
const HOLLOW = /[\s\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff]/

/**
 * Where words stand on the page and where they stand in their text is told in signs with a shape: both have the same ones, in the
 * same order, whether an editor draws them or not.
 */
export const solid = (text: string): string =>
  text.replace(/[\s\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff]/g, '')

/** Where the sign with this many before it stands; the end, where there are not so many. */
function placeOfSolid(text: string, before: number): number {
  let left = before
  for (let at = 0; at < text.length; at++) {
    if (HOLLOW.test(text.charAt(at))) continue
    if (left === 0) return at
    left -= 1
  }
  return text.length
}

/** What part of a text is marked on the page, where `drawn` shows that text. null: nothing of it, or what is drawn is another text. */
export function spanMarked(drawn: Element, marked: Range, text: string): Span | null {
  const range = document.createRange()
  range.selectNodeContents(drawn)
  if (!marked.intersectsNode(drawn)) return null
  const start = range.compareBoundaryPoints(Range.START_TO_START, marked) < 0
  const end = range.compareBoundaryPoints(Range.END_TO_END, marked) > 0
  if (end) range.setEnd(marked.endContainer, marked.endOffset)
  const upTo = solid(range.toString())
  const before = start ? solidBefore(drawn, marked.startContainer, marked.startOffset) : 0
  if (upTo.length <= before) return null
  const span = { from: placeOfSolid(text, before), to: placeOfSolid(text, upTo.length - 1) + 1 }
  return solid(text.slice(span.from, span.to)) === upTo.slice(before) ? span : null
}

function solidBefore(drawn: Element, node: Node, offset: number): number {
  const range = document.createRange()
  range.selectNodeContents(drawn)
  range.setEnd(node, offset)
  return solid(range.toString()).length
}

/** Makes ranges of the page for parts of the text that is drawn there: the page is read once for many. */
export function rangesIn(drawn: Element, text: string): (span: Span) => Range | null {
  const nodes: { readonly node: Text; readonly before: number; readonly count: number }[] = []
  let all = 0
  const walk = document.createTreeWalker(drawn, NodeFilter.SHOW_TEXT)
  for (let node = walk.nextNode(); node; node = walk.nextNode()) {
    const { length: count } = solid(node.nodeValue ?? '')
    if (count > 0) nodes.push({ node: node as Text, before: all, count })
    all += count
  }
  const pointOf = (solids: number) => {
    const found = nodes.find(({ before, count }) => solids < before + count)
    return found && { node: found.node, at: placeOfSolid(found.node.data, solids - found.before) }
  }
  return ({ from, to }) => {
    const before = solid(text.slice(0, from)).length
    const first = pointOf(before)
    const last = pointOf(before + solid(text.slice(from, to)).length - 1)
    if (!first || !last) return null
    const range = document.createRange()
    range.setStart(first.node, first.at)
    range.setEnd(last.node, last.at + 1)
    return range
  }
}
