import { type Language, OTHER_LANGUAGE, SPOKEN_LANGUAGES } from '@withy/shared/plan'
import { useLanguage, useText, useWords } from './use-text.ts'

/** A language as we call it, and as those call it who speak it. */
export function useLanguageNames(): (tag: string) => string {
  const t = useText()
  const words = useWords()
  const shown = useLanguage()
  return (tag) => {
    if (tag === OTHER_LANGUAGE.lang) return t('spoken.other')
    const known = SPOKEN_LANGUAGES.find(({ lang }) => lang === tag)
    if (!known) return nameByBrowser(tag, shown)
    return tag === shown ? known.own : `${words(known.name)} – ${known.own}`
  }
}

function nameByBrowser(tag: string, shown: Language): string {
  try {
    return new Intl.DisplayNames(shown, { type: 'language' }).of(tag) ?? tag
  } catch {
    return tag // One that browsers cannot take apart.
  }
}
