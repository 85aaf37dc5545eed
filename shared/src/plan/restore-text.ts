import * as Y from 'yjs'
import { canonicalText, stableJson } from './canonical.ts'
import { hunks } from './hunks.ts'
import type { RichText } from './plan.ts'
import { blocksOfElement, NODE_NAMES, readRichText } from './rich-text.ts'
import { elementsOf, writeRichText } from './write-rich-text.ts'

/**
 * Edits a text box so that it reads as `wanted`. Blocks that read the same stay as they are, with whatever others type in them
 * meanwhile; those that differ are taken out and put in. Call inside a transaction.
 */
export function restoreText(fragment: Y.XmlFragment, wanted: RichText): void {
  const want = canonicalText(wanted)
  const reads = () => stableJson(canonicalText(readRichText(fragment)))
  if (reads() === stableJson(want)) return
  const written = writtenIn(fragment)
  if (written) replaceDiffering(fragment, written, want)
  if (reads() === stableJson(want)) return
  // Something stands in it that no editor of ours writes.
  fragment.delete(0, fragment.length)
  writeRichText(fragment, want)
}

type Written = { readonly index: number; readonly key: string }

/** Its elements in which something is written. Null where it holds anything else. */
function writtenIn(fragment: Y.XmlFragment): Written[] | null {
  const elements = fragment.toArray()
  if (!elements.every((one) => one instanceof Y.XmlElement && NODE_NAMES.has(one.nodeName))) return null
  const keys = elements.map((one) => stableJson(canonicalText(blocksOfElement(one as Y.XmlElement))))
  return keys.flatMap((key, index) => (key === '[]' ? [] : [{ index, key }]))
}

function replaceDiffering(fragment: Y.XmlFragment, written: readonly Written[], want: RichText): void {
  const keys = written.map(({ key }) => key)
  const found = hunks(
    keys,
    want.map((block) => stableJson([block])),
  )
  // From the end, so that what comes before keeps its place.
  for (const { at, gone, nowAt, come } of found.toReversed()) {
    const before = written[at - 1]
    const place = before ? before.index + 1 : (written[at]?.index ?? 0)
    for (const { index } of written.slice(at, at + gone).toReversed()) fragment.delete(index, 1)
    if (come > 0) fragment.insert(place, elementsOf(want.slice(nowAt, nowAt + come)))
  }
}
