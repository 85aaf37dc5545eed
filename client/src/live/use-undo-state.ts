import { useCallback, useSyncExternalStore } from 'react'
import type * as Y from 'yjs'

const EVENTS = ['stack-item-added', 'stack-item-popped', 'stack-cleared'] as const

/** How much there is to undo and to redo here. Draws again when that changes. */
export function useUndoState(undo: Y.UndoManager): { readonly undo: number; readonly redo: number } {
  const listen = useCallback(
    (listener: () => void) => {
      for (const event of EVENTS) undo.on(event, listener)
      return () => {
        for (const event of EVENTS) undo.off(event, listener)
      }
    },
    [undo],
  )
  const count = useSyncExternalStore(listen, () => `${undo.undoStack.length} ${undo.redoStack.length}`)
  const [back = 0, forth = 0] = count.split(' ').map(Number)
  return { undo: back, redo: forth }
}
