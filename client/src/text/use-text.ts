import type { Language, Words } from '@withy/shared/plan'
import { useSyncExternalStore } from 'react'
import { onLanguage, shown, type Text } from './language.ts'
import { pseudoShown, pseudoText } from './pseudo.ts'

/** The texts of the language shown: `const t = useText()`, then `t('plan.write-here', { name })`. */
export const useText = (): Text => useSyncExternalStore(onLanguage, shown).text

export const useLanguage = (): Language => useSyncExternalStore(onLanguage, shown).language

/** Reads catalogue words in the language shown: `words(section.title)`. */
export function useWords(): (words: Words) => string {
  const language = useLanguage()
  return (words) =>
    import.meta.env.MODE === 'production' ? words[language] : pseudoText(words[language], pseudoShown())
}
