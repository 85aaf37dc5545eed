import type { RichText } from '@withy/shared/plan'
import { type ComponentType, createContext } from 'react'

/** What draws an editor over words of its own, that no plan hears of. */
export type WordsEditor = ComponentType<{
  readonly text: RichText
  readonly label: string
  readonly under: number
  readonly describedBy: string
  readonly onChange: (text: RichText) => void
  readonly onDone: () => void
  readonly onUnfit: () => void
}>

export type LoadWordsEditor = () => Promise<WordsEditor>

/** How it is fetched: editors are another feature's, and the page brings the two together. */
export const WordsEditorContext = createContext<LoadWordsEditor | null>(null)
