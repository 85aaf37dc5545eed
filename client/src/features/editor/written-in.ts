import type { Node, ResolvedPos } from '@tiptap/pm/model'
import type { RichText } from '@withy/shared/plan'
import type { ComponentType, ReactNode } from 'react'
import type * as Y from 'yjs'
import type { Desk } from '../../live/desk.tsx'

/** The ways to write in a text box: with all tools, or in a plain box for words (SPEC A11Y-110). */
export type Way = 'rich' | 'simple'

/** Finds a caret of a simple box in the document of the tools. */
export type CaretIn = (doc: Node) => number | 'end'

/** Letters before a caret, or where it was in the tools (a place in their document) or in the simple box; null: the end. */
export type Start = number | ResolvedPos | CaretIn | null

/** A text box while somebody writes in it, in whichever way. */
export type WrittenIn = {
  readonly desk: Desk
  readonly section: string
  readonly box: string
  /** Names the text box: section and question. */
  readonly label: string
  readonly under: number
  /** What is asked. */
  readonly asked: string | undefined
  readonly open: boolean
  /** Letters before the caret when it opens, or where it was in the other way; null: the end. */
  readonly start: Start
  readonly onDone: () => void
  /** The words cannot be held by it any more (SPEC PLAN-84). */
  readonly onUnfit: () => void
  /** The other way is wanted, with the caret where it is. */
  readonly onWay: (way: Way, start: Start) => void
  /** Shown at rest, in place of the tools. */
  readonly rest: ReactNode
}

export type WordsEditorProps = {
  /** What stands in it at first. */
  readonly text: RichText
  readonly label: string
  readonly under: number
  /** Id of what is to be read with it. */
  readonly describedBy: string
  readonly onChange: (text: RichText) => void
  /** The keyboard leaves the words (SPEC A11Y-22). */
  readonly onDone: () => void
  /** An editor cannot hold these words without taking some away (SPEC PLAN-84). */
  readonly onUnfit: () => void
}

/** What comes with a way to write. */
export type Chunk = {
  readonly fits: (fragment: Y.XmlFragment) => boolean
  readonly Box: ComponentType<WrittenIn>
  readonly WordsEditor: ComponentType<WordsEditorProps>
  readonly warmUpEditor?: () => void
}
