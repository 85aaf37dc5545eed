import { Selection } from '@tiptap/pm/state'
import * as Y from 'yjs'
import { makeEditor } from './make-editor.ts'

const nowhere = { toToolbar: () => undefined, toDone: () => undefined }

/**
 * Makes an editor that nobody sees over a text of its own, and takes it away: the browser has then compiled what the
 * first real one runs. On a slow phone that is half of what the first tap would wait for.
 */
export function warmUpEditor(): void {
  const fragment = new Y.Doc().getXmlFragment('warm-up')
  const block = new Y.XmlElement('paragraph')
  block.insert(0, [new Y.XmlText('warm')])
  fragment.insert(0, [block])
  const editor = makeEditor(document.createElement('div'), {
    fragment,
    undo: new Y.UndoManager(fragment),
    under: 4,
    exits: nowhere,
  })
  editor.setOptions({ editable: true, editorProps: { attributes: { role: 'textbox' } } })
  editor.view.dispatch(editor.state.tr.setSelection(Selection.atEnd(editor.state.doc)))
  editor.destroy()
}
