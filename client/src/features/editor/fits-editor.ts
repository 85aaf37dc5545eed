import { getSchema, type JSONContent } from '@tiptap/core'
import { Fragment, type Node } from '@tiptap/pm/model'
import { ySyncPluginKey, yXmlFragmentToProsemirrorJSON } from '@tiptap/y-tiptap'
import * as Y from 'yjs'
import { contentExtensions } from './extensions.ts'

const schema = getSchema(contentExtensions(1))

/**
 * Whether an editor can hold these words without taking any away: y-tiptap deletes, for everyone, what its schema cannot
 * hold. Words that do not fit are only read (SPEC PLAN-84). What has no words in it may go: two people who clear a list
 * at once leave an empty one.
 */
export function fitsEditor(fragment: Y.XmlFragment): boolean {
  if (fragment.length === 0) return true
  try {
    // Anything else straight in a box is an exception inside y-tiptap, and with it a document that has lost its listeners.
    if (!fragment.toArray().every((block) => block instanceof Y.XmlElement)) return false
    const { content = [] } = yXmlFragmentToProsemirrorJSON(fragment) as JSONContent
    const blocks = content.flatMap((block) => asHeld(block) ?? [])
    return blocks.length === 0 || schema.topNodeType.validContent(Fragment.from(blocks))
  } catch {
    return false
  }
}

/** A node as the editor holds it; null for one it takes out. Throws where words would go with it. */
function asHeld(json: JSONContent): Node | null {
  if (json.type === 'text') return schema.nodeFromJSON(json)
  const children = (json.content ?? []).flatMap((child) => asHeld(child) ?? [])
  try {
    return schema.node(json.type ?? '', json.attrs, children)
  } catch (problem) {
    const isOfTomorrow = !Object.hasOwn(schema.nodes, json.type ?? '')
    if (isOfTomorrow || children.some((child) => child.textContent !== '')) throw problem
    return null
  }
}

/**
 * Calls `stop` when a change by others, or an undo, brings what the editor cannot hold. Begin before the editor is tied to
 * the fragment, so that this hears of a change first, and let `stop` untie it at once. Returns how to end it.
 */
export function whileFits(fragment: Y.XmlFragment, stop: () => void): () => void {
  const look = (_events: unknown, { origin }: Y.Transaction) => {
    if (origin !== ySyncPluginKey && !fitsEditor(fragment)) stop()
  }
  fragment.observeDeep(look)
  return () => fragment.unobserveDeep(look)
}
