import { Extension } from '@tiptap/core'
import { Plugin } from '@tiptap/pm/state'

/** Where the keyboard goes when it leaves the words (INCLUSION §1.4). */
export type Exits = { readonly toToolbar: () => void; readonly toDone: () => void }

/**
 * The keys of a text box: Tab always leaves, Escape goes to Done, Alt+F10 to the toolbar, Ctrl or Cmd with ] and [
 * move a list item in and out (SPEC A11Y-22).
 */
export const Keys = Extension.create<Exits>({
  name: 'keys',
  priority: 1000,
  addKeyboardShortcuts() {
    return {
      'Alt-F10': () => {
        this.options.toToolbar()
        return true
      },
      Escape: () => {
        this.options.toDone()
        return true
      },
      'Mod-]': () => this.editor.commands.sinkListItem('listItem'),
      'Mod-[': () => this.editor.commands.liftListItem('listItem'),
    }
  },
  addProseMirrorPlugins: () => [
    new Plugin({
      props: {
        // "Handled", and nothing prevented: the list extensions would take Tab, the browser moves the focus on.
        handleDOMEvents: { keydown: (_view, event) => event.key === 'Tab' },
      },
    }),
  ],
})
