import type { Editor } from '@tiptap/core'
import { spaced } from './spaced.ts'

/** Puts what was said where the caret is, or in place of what is marked, as if it had been typed. The focus stays where it is. */
export function putWords(editor: Editor, said: string): void {
  const { $from } = editor.state.selection
  const before = $from.parent.textBetween(Math.max(0, $from.parentOffset - 2), $from.parentOffset)
  const words = spaced(before, said)
  if (words) editor.view.dispatch(editor.state.tr.insertText(words).scrollIntoView())
}

/** The same in a text area: whoever listens to it hears as of a key. */
export function putInArea(area: HTMLTextAreaElement, said: string): void {
  const { value, selectionStart: from, selectionEnd: to } = area
  area.setRangeText(spaced(value.slice(0, from), said), from, to, 'end')
  area.dispatchEvent(new Event('input', { bubbles: true }))
}
