import type { Editor } from '@tiptap/core'
import {
  absolutePositionToRelativePosition,
  relativePositionToAbsolutePosition,
  ySyncPluginKey,
} from '@tiptap/y-tiptap'
import { fromBase64, toBase64 } from 'lib0/buffer'
import * as Y from 'yjs'
import type { CaretCoords } from '../../live/caret-places.ts'

export type SaidCaret = { readonly box: string; readonly anchor: string; readonly head: string }

/** The editor's selection as others can find it in their copy of the words. */
export function caretOf(editor: Editor, box: string): SaidCaret | null {
  const binding = ySyncPluginKey.getState(editor.state)?.binding
  if (!binding) return null
  const relative = (place: number) =>
    toBase64(Y.encodeRelativePosition(absolutePositionToRelativePosition(place, binding.type, binding.mapping)))
  const { anchor, head } = editor.state.selection
  return { box, anchor: relative(anchor), head: relative(head) }
}

/** Where a place that others said is drawn in this editor; null while it is not. */
export function coordsOf(editor: Editor, relative: string): CaretCoords | null {
  const binding = ySyncPluginKey.getState(editor.state)?.binding
  if (!binding || editor.isDestroyed) return null
  const { doc, type, mapping } = binding
  const place = relativePositionToAbsolutePosition(doc, type, Y.decodeRelativePosition(fromBase64(relative)), mapping)
  return place === null ? null : editor.view.coordsAtPos(Math.min(place, editor.state.doc.content.size))
}
