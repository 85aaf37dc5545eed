import { Editor } from '@tiptap/core'
import { type EditorInside, editorExtensions } from './extensions.ts'

/** An editor at rest in `element`, over a text of the document. */
export const makeEditor = (element: Element | null, inside: EditorInside): Editor =>
  new Editor({
    element,
    // The page's own styles hold what it would inject; the content security policy allows no inline style.
    injectCSS: false,
    editable: false,
    extensions: editorExtensions(inside),
  })
