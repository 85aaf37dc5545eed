import type { Editor } from '@tiptap/core'
import { Plugin, PluginKey } from '@tiptap/pm/state'
import { Decoration, DecorationSet } from '@tiptap/pm/view'
import type { Place } from './written.ts'

const key = new PluginKey<DecorationSet>('coach')

/** Underlines places with dots, as drawing alone: nothing of it is in the document or in what is copied (SPEC A11Y-129). */
export function drawMarks(editor: Editor): { draw(places: readonly Place[]): void; stop(): void } {
  editor.registerPlugin(
    new Plugin<DecorationSet>({
      key,
      state: {
        init: () => DecorationSet.empty,
        apply: (tr, drawn) => (tr.getMeta(key) as DecorationSet | undefined) ?? drawn.map(tr.mapping, tr.doc),
      },
      props: { decorations: (state) => key.getState(state) },
    }),
  )
  return {
    draw(places) {
      if (editor.isDestroyed) return
      const marks = places.map(({ from, to }) => Decoration.inline(from, to, { class: 'coach-mark' }))
      const { tr, doc } = editor.state
      editor.view.dispatch(tr.setMeta(key, DecorationSet.create(doc, marks)).setMeta('addToHistory', false))
    },
    stop() {
      if (!editor.isDestroyed) editor.unregisterPlugin(key)
    },
  }
}
