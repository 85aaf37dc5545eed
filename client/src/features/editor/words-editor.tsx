import { readRichText } from '@withy/shared/plan'
import { useEffect, useRef, useState } from 'react'
import { forkOf } from '../../live/undo.ts'
import { Toolbar } from './toolbar.tsx'
import { useEditor } from './use-editor.ts'
import type { WordsEditorProps } from './written-in.ts'
import './rich-editor.css'

/**
 * An editor over words of its own: they are in a document that nobody else has and that goes nowhere, so whatever is done in it the plan
 * stays as it is (SPEC TALK-60). It leaves the focus where it is.
 */
export function WordsEditor({ text, label, under, describedBy, onChange, onDone, onUnfit }: WordsEditorProps) {
  const [{ fragment, undo }] = useState(() => forkOf(text))
  const words = useRef<HTMLDivElement>(null)
  const toolbar = useRef<HTMLDivElement>(null)
  const editor = useEditor(words, {
    fragment,
    undo,
    under,
    open: true,
    focus: false,
    start: null,
    onUnfit,
    exits: {
      toToolbar: () => toolbar.current?.querySelector<HTMLElement>('[tabindex="0"]')?.focus(),
      toDone: onDone,
    },
    attributes: { role: 'textbox', 'aria-label': label, 'aria-multiline': 'true', 'aria-describedby': describedBy },
  })
  const change = useRef(onChange)
  change.current = onChange
  useEffect(() => {
    const tell = () => change.current(readRichText(fragment))
    fragment.observeDeep(tell)
    return () => fragment.unobserveDeep(tell)
  }, [fragment])
  return (
    <div className="rich-editor words-editor">
      {editor && <Toolbar ref={toolbar} editor={editor} undo={undo} label={label} />}
      <div ref={words} className="rich-editor-words words" />
    </div>
  )
}
