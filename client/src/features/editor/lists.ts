import { type Editor, Node, wrappingInputRule } from '@tiptap/core'

const ITEM = 'listItem'

/** A list: `- ` or `1. ` at the start of a line begins one. */
const list = (name: 'bulletList' | 'orderedList', tag: 'ul' | 'ol', begins: RegExp) =>
  Node.create({
    name,
    group: 'block',
    content: `${ITEM}+`,
    parseHTML: () => [{ tag }],
    renderHTML: ({ HTMLAttributes }) => [tag, HTMLAttributes, 0],
    addInputRules() {
      return [wrappingInputRule({ find: begins, type: this.type })]
    },
  })

export const BulletList = list('bulletList', 'ul', /^\s*[-+*]\s$/)
export const OrderedList = list('orderedList', 'ol', /^\s*\d+[.)]\s$/)

export const ListItem = Node.create({
  name: ITEM,
  content: 'paragraph block*',
  defining: true,
  parseHTML: () => [{ tag: 'li' }],
  renderHTML: ({ HTMLAttributes }) => ['li', HTMLAttributes, 0],
  addKeyboardShortcuts() {
    return {
      Enter: () => this.editor.commands.splitListItem(ITEM),
      // At the start of an item: out of the list, not into the item before.
      Backspace: () => atStart(this.editor) && this.editor.commands.liftListItem(ITEM),
    }
  },
})

/** Whether the caret is before everything else in a list item. */
function atStart({ state }: Editor): boolean {
  const { empty, $from } = state.selection
  return empty && $from.parentOffset === 0 && $from.index(-1) === 0 && $from.node(-1)?.type.name === ITEM
}
