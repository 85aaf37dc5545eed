import type { Language } from '@withy/shared/plan'
import { useEffect, useSyncExternalStore } from 'react'
import { createListeners } from '../../../live/listeners.ts'
import { onConnected, reach } from '../../../ui/reach.ts'
import type { CareWord, CareWordList } from './care-word.ts'
import { type CarePiece, findCareWords } from './find-care-words.ts'

const LISTS: Record<Language, () => Promise<{ readonly list: CareWordList }>> = {
  en: () => import('./en.ts'),
  cy: () => import('./cy.ts'),
}

/** The list of one language, and how its words are found in a text. */
export type CareWords = {
  readonly words: readonly CareWord[]
  readonly find: (text: string) => readonly CarePiece[]
}
export type KnownCareWords = Readonly<Partial<Record<Language, CareWords>>>

let known: KnownCareWords = {}
/** Lists that are on their way. */
const asking = new Set<Language>()
const listeners = createListeners<void>()

/** The lists that are here, each fetched with `useNeededCareWords`. */
export const useCareWords = (): KnownCareWords => useSyncExternalStore(listeners.add, () => known)

/** Has the list of a language fetched. Where it cannot be had the page is whole without it, and it is asked for again. */
export function useNeededCareWords(language: Language | null): void {
  useEffect(() => {
    if (!language) return
    void askFor(language)
    return onConnected(() => void askFor(language))
  }, [language])
}

async function askFor(language: Language): Promise<void> {
  if (known[language] || asking.has(language)) return
  asking.add(language)
  const came = await reach(LISTS[language]).catch(() => null)
  asking.delete(language)
  if (!came) return
  known = { ...known, [language]: { words: came.list.words, find: findCareWords(came.list) } }
  listeners.tell()
}
