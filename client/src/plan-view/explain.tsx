import type { Explained } from '@withy/shared/plan'
import { createContext, type ReactNode, useContext } from 'react'
import { useTheirs } from '../ui/theirs.tsx'

/** Where a stretch of words stands. `lang`: a BCP 47 tag, where it is not the page's; `alone`: nothing else is in its line. */
export type StandsAt = { readonly lang?: string | undefined; readonly alone?: boolean }

/** Draws a stretch of words with those that are explained in it; `plain` draws what stands between. */
export type DrawWords = (
  words: { readonly text: string },
  plain: (text: string) => ReactNode,
  at?: StandsAt,
) => ReactNode

/** Begins a text, in which each word is marked where it first stands. null: no word is explained here. */
export type Explain = () => DrawWords
export const ExplainContext = createContext<Explain | null>(null)

/** The words a plan explains that stand in some words, each once, in their order. None before they are known. */
export type ExplainedIn = (words: string) => readonly Explained[]
export const ExplainedInContext = createContext<ExplainedIn>(() => [])

/** Plain words of people (or `ours`, of the catalogue), with those that are explained in them (SPEC WORK-124, A11Y-71). */
export function Words({ words, ours = false }: { readonly words: string; readonly ours?: boolean }) {
  const explain = useContext(ExplainContext)
  const { lang } = useTheirs(ours)
  return explain ? explain()({ text: words }, (text) => text, { lang, alone: true }) : words
}
