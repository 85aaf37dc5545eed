import type { Editor } from '@tiptap/core'
import { Selection, TextSelection } from '@tiptap/pm/state'
import { type RefObject, useLayoutEffect, useRef, useState } from 'react'
import type * as Y from 'yjs'
import { placeAfterCharacters } from './caret-place.ts'
import { fitsEditor, whileFits } from './fits-editor.ts'
import type { Exits } from './keys.ts'
import { makeEditor } from './make-editor.ts'
import type { Start } from './written-in.ts'

export type EditorNeeds = {
  readonly fragment: Y.XmlFragment
  readonly undo: Y.UndoManager
  readonly under: number
  readonly exits: Exits
  /** Open for writing. A box that is at rest keeps its editor and reads as plain text. */
  readonly open: boolean
  /** Characters before the caret when it opens, or how its place is found; null: the end. */
  readonly start: Start
  /** Whether it takes the focus when it opens. */
  readonly focus: boolean
  /** Attributes of the text box while it is open. */
  readonly attributes: Readonly<Record<string, string>>
  /** What stands in the box cannot be held by an editor any more; this one is gone. Called outside of drawing. */
  readonly onUnfit: () => void
}

/** An editor in `place` for as long as the component is there. null until it is. */
export function useEditor(place: RefObject<HTMLElement | null>, needs: EditorNeeds): Editor | null {
  const [editor, setEditor] = useState<Editor | null>(null)
  const { fragment, undo, under, open, focus, start } = needs
  const exits = useRef(needs.exits)
  exits.current = needs.exits
  const onUnfit = useRef(needs.onUnfit)
  onUnfit.current = needs.onUnfit

  useLayoutEffect(() => {
    if (!fitsEditor(fragment)) return onUnfit.current()
    const stopWatching = whileFits(fragment, () => {
      // Now, in the midst of the change: after it the editor would write over what others wrote.
      if (made.isDestroyed) return
      made.destroy()
      queueMicrotask(() => onUnfit.current())
    })
    const made = makeEditor(place.current, {
      fragment,
      undo,
      under,
      exits: { toToolbar: () => exits.current.toToolbar(), toDone: () => exits.current.toDone() },
    })
    setEditor(made)
    return () => {
      setEditor(null)
      stopWatching()
      if (!made.isDestroyed) made.destroy()
    }
  }, [place, fragment, undo, under])

  const attributes = JSON.stringify(needs.attributes)
  useLayoutEffect(() => {
    editor?.setOptions({ editable: open, editorProps: { attributes: open ? JSON.parse(attributes) : {} } })
  }, [editor, open, attributes])

  useLayoutEffect(() => {
    if (!editor || !open) return
    const { doc, tr } = editor.state
    const place =
      typeof start === 'number'
        ? placeAfterCharacters(doc, start)
        : typeof start === 'function'
          ? start(doc)
          : (start?.pos ?? 'end')
    editor.view.dispatch(
      tr.setSelection(place === 'end' ? Selection.atEnd(doc) : TextSelection.near(doc.resolve(place))),
    )
    // At once, not in the next frame as Tiptap's own focus does: phones open their keyboard only while a tap is handled.
    if (focus) editor.view.focus()
  }, [editor, open, focus, start])

  return editor
}
