import { getSchema } from '@tiptap/core'
import { yXmlFragmentToProsemirrorJSON } from '@tiptap/y-tiptap'
import type * as Y from 'yjs'
import { contentExtensions } from './extensions.ts'

const schema = getSchema(contentExtensions(1))

/**
 * Whether an editor can open these words without taking any away: y-tiptap deletes, for everyone, what its schema cannot
 * hold. Words that do not fit are only read (SPEC PLAN-84).
 */
export function fitsEditor(fragment: Y.XmlFragment): boolean {
  if (fragment.length === 0) return true
  try {
    schema.nodeFromJSON(yXmlFragmentToProsemirrorJSON(fragment)).check()
    return true
  } catch {
    return false
  }
}
