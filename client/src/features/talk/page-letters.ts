import type { Span } from '@withy/shared/plan'

// Space and signs without a shape: a page sets them out in its own way, whatever the document has.
const HOLLOW = /[\s\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff]/g

/**
 * Where words stand on the page and where they stand in their text is told in signs with a shape: both have the same ones, in the
 * same order, whether an editor draws them or not.
 */
const solid = (text: string): string => text.replace(HOLLOW, '')

/** Of a text: how many signs with a shape stand before each of its places, and where each of them stands. */
function countSolid(text: string): { readonly before: Uint32Array; readonly at: readonly number[] } {
  const before = new Uint32Array(text.length + 1)
  const hollow = new Set(Array.from(text.matchAll(HOLLOW), ({ index }) => index))
  const at: number[] = []
  for (let i = 0; i < text.length; i++) {
    before[i] = at.length
    if (!hollow.has(i)) at.push(i)
  }
  before[text.length] = at.length
  return { before, at }
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
  const { at } = countSolid(text)
  const span = { from: at[before] ?? text.length, to: (at[upTo.length - 1] ?? text.length) + 1 }
  return solid(text.slice(span.from, span.to)) === upTo.slice(before) ? span : null
}

function solidBefore(drawn: Element, node: Node, offset: number): number {
  const range = document.createRange()
  range.selectNodeContents(drawn)
  range.setEnd(node, offset)
  return solid(range.toString()).length
}

/** Makes ranges of the page for parts of the text that is drawn there: both are read once for many. */
export function rangesIn(drawn: Element, text: string): (span: Span) => Range | null {
  const { before } = countSolid(text)
  const points: { readonly node: Node; readonly at: number }[] = []
  const walk = document.createTreeWalker(drawn, NodeFilter.SHOW_TEXT)
  for (let node = walk.nextNode(); node; node = walk.nextNode())
    for (const at of countSolid(node.nodeValue ?? '').at) points.push({ node, at })
  return ({ from, to }) => {
    const first = points[before[from] ?? -1]
    const last = points[(before[to] ?? 0) - 1]
    if (!first || !last) return null
    const range = document.createRange()
    range.setStart(first.node, first.at)
    range.setEnd(last.node, last.at + 1)
    return range
  }
}
