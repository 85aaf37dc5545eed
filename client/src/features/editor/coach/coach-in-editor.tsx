import type { Editor } from '@tiptap/core'
import { type ReactNode, useMemo } from 'react'
import { Coach, type CoachPlace } from './coach.tsx'
import { drawMarks } from './marks.ts'
import type { Written } from './written.ts'

/** Hints for who writes with all tools. */
export default function CoachInEditor({ editor, ...place }: CoachPlace & { readonly editor: Editor }): ReactNode {
  return <Coach {...place} written={useMemo(() => inEditor(editor), [editor])} />
}

const inEditor = (editor: Editor): Written => ({
  element: editor.view.dom,
  // To draw in the midst of a word that is being composed would end it.
  blocks: () => (editor.isDestroyed || editor.view.composing ? null : textBlocks(editor)),
  swap({ from, to }, words, other) {
    if (editor.state.doc.textBetween(from, to) === words)
      editor.view.dispatch(editor.state.tr.insertText(other, from, to))
  },
  follow(changed) {
    const onTransaction = ({ transaction }: { transaction: { docChanged: boolean } }) => {
      if (transaction.docChanged) changed()
    }
    editor.on('transaction', onTransaction)
    return () => void editor.off('transaction', onTransaction)
  },
  marks: () => drawMarks(editor),
})

/** The editor's own blocks of words, and where they begin. */
function textBlocks({ state }: Editor): { readonly from: number; readonly text: string }[] {
  const places: { from: number; text: string }[] = []
  state.doc.descendants((node, at) => {
    if (!node.isTextblock) return true
    places.push({ from: at + 1, text: node.textBetween(0, node.content.size, '\n', '\n') })
    return false
  })
  return places
}
