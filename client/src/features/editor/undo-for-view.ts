import { ySyncPluginKey } from '@tiptap/y-tiptap'
import type * as Y from 'yjs'

/**
 * The plan's undo manager as one editor may use it. An editor that closes destroys the undo manager it was given, and
 * with it everybody's way back on this page; here that ends only what this editor added to it (SPEC PLAN-83).
 */
export function undoForView(undo: Y.UndoManager): Y.UndoManager {
  undo.addTrackedOrigin(ySyncPluginKey)
  const offs: (() => void)[] = []
  const own: Partial<Record<string | symbol, unknown>> = {
    destroy: () => {
      for (const off of offs.splice(0)) off()
    },
    on: (name: 'stack-item-added', listener: () => void) => {
      undo.on(name, listener)
      offs.push(() => undo.off(name, listener))
    },
  }
  return new Proxy(undo, {
    get(target, name) {
      if (name in own) return own[name]
      const value = Reflect.get(target, name)
      return typeof value === 'function' ? value.bind(target) : value
    },
  })
}
