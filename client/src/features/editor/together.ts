import { Extension } from '@tiptap/core'
import { ySyncPlugin, yUndoPlugin } from '@tiptap/y-tiptap'
import type * as Y from 'yjs'
import { undoForView } from './undo-for-view.ts'

type Together = { readonly fragment: Y.XmlFragment | null; readonly undo: Y.UndoManager | null }

/** Ties the editor to its place in the document, and its undo keys to the plan's own undo manager (SPEC PLAN-83). */
export const Together = Extension.create<Together>({
  name: 'together',
  priority: 1000,
  addOptions: () => ({ fragment: null, undo: null }),
  addKeyboardShortcuts() {
    const { undo } = this.options
    const back = () => {
      undo?.undo()
      return true
    }
    const forth = () => {
      undo?.redo()
      return true
    }
    return { 'Mod-z': back, 'Mod-y': forth, 'Shift-Mod-z': forth }
  },
  addProseMirrorPlugins() {
    const { fragment, undo } = this.options
    return fragment && undo ? [ySyncPlugin(fragment), yUndoPlugin({ undoManager: undoForView(undo) })] : []
  },
})
