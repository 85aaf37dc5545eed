import type { Extensions } from '@tiptap/core'
import type * as Y from 'yjs'
import { BlockLanguage } from './block-language.ts'
import { Document, HardBreak, headingUnder, Paragraph, Text } from './blocks.ts'
import { type Exits, Keys } from './keys.ts'
import { Link } from './link.ts'
import { BulletList, ListItem, OrderedList } from './lists.ts'
import { Bold, Italic } from './marks.ts'
import { Together } from './together.ts'

/** What an editor is made over. */
export type EditorInside = {
  readonly fragment: Y.XmlFragment
  readonly undo: Y.UndoManager
  /** Level of the heading the box stands under: people's headings are drawn below it. */
  readonly under: number
  readonly exits: Exits
}

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
export const editorExtensions = ({ fragment, undo, under, exits }: EditorInside): Extensions => [
  ...contentExtensions(under),
  Keys.configure(exits),
  Together.configure({ fragment, undo }),
]
