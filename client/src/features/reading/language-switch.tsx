import type { Language } from '@withy/shared/plan'
import { openLanguage } from '../../text/language.ts'
import { useLanguage } from '../../text/use-text.ts'
import { Button } from '../../ui/button.tsx'

/** Each as those who read it call it. */
const OWN_NAME: Readonly<Record<Language, string>> = { en: 'English', cy: 'Cymraeg' }
const ALL = Object.keys(OWN_NAME) as Language[]

/** One press to each other language, named in itself. The page, what is typed on it and the focus stay (SPEC A11Y-3). */
export function LanguageSwitch() {
  const shown = useLanguage()
  const others = ALL.filter((language) => language !== shown)
  // By its place: of two languages the button stays, and the focus on it, while its name changes.
  return others.map((language, at) => (
    <Button
      key={ALL[at]}
      look="quiet"
      lang={language}
      onClick={() => {
        // Without a connection the texts cannot be fetched: the language shown stays.
        openLanguage(language, true).catch(() => undefined)
      }}
    >
      {OWN_NAME[language]}
    </Button>
  ))
}
