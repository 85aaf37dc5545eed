import type { Extensions } from '@tiptap/core'
import { Bold } from '@tiptap/extension-bold'
import { Collaboration } from '@tiptap/extension-collaboration'
import { Document } from '@tiptap/extension-document'
import { HardBreak } from '@tiptap/extension-hard-break'
import { Heading } from '@tiptap/extension-heading'
import { Italic } from '@tiptap/extension-italic'
import { BulletList, ListItem, ListKeymap, OrderedList } from '@tiptap/extension-list'
import { Paragraph } from '@tiptap/extension-paragraph'
import { Text } from '@tiptap/extension-text'
import type * as Y from 'yjs'
import { BlockLanguage } from './block-language.ts'
import { type Exits, Keys } from './keys.ts'
import { Link } from './link.ts'
import { undoForView } from './undo-for-view.ts'

type Needs = {
  readonly fragment: Y.XmlFragment
  readonly undo: Y.UndoManager
  /** Level of the heading the box stands under: people's headings are drawn below it. */
  readonly under: number
  readonly exits: Exits
}

const LEVELS = [1, 2, 3] as const

/** People's headings fit the page they are on; only the depth is stored. */
const headingUnder = (under: number) =>
  Heading.extend({
    parseHTML: () => [
      ...LEVELS.map((level) => ({ tag: `[data-level="${level}"]`, attrs: { level }, priority: 60 })),
      ...[1, 2, 3, 4, 5, 6].map((level) => ({ tag: `h${level}`, attrs: { level: Math.min(level, 3) } })),
    ],
    renderHTML: ({ node, HTMLAttributes }) => {
      const level = LEVELS.find((known) => known === node.attrs.level) ?? 1
      return [`h${Math.min(6, under + level)}`, { ...HTMLAttributes, 'data-level': level }, 0]
    },
  }).configure({ levels: [...LEVELS] })

/** What a text box can hold: exactly the nodes and marks of shared/plan, or opening a box would delete others' words. */
export const contentExtensions = (under: number): Extensions => [
  Document,
  Paragraph,
  Text,
  headingUnder(under),
  BulletList,
  OrderedList,
  ListItem,
  HardBreak,
  Bold,
  Italic,
  Link,
  BlockLanguage,
]

/** Everything a text box works with. */
export const editorExtensions = ({ fragment, undo, under, exits }: Needs): Extensions => [
  ...contentExtensions(under),
  ListKeymap.configure({ listTypes: [{ itemName: 'listItem', wrapperNames: ['bulletList', 'orderedList'] }] }),
  Keys.configure(exits),
  Collaboration.configure({ fragment, yUndoOptions: { undoManager: undoForView(undo) } }),
]
