import type { Language } from '@withy/shared/plan'
import { openLanguage } from '../../text/language.ts'
import { useLanguage } from '../../text/use-text.ts'
import { Button } from '../../ui/button.tsx'

const OTHER: Record<Language, { readonly language: Language; readonly name: string }> = {
  en: { language: 'cy', name: 'Cymraeg' },
  cy: { language: 'en', name: 'English' },
}

/** One press to the other language, named in itself. The page, what is typed on it and the focus stay (SPEC A11Y-3). */
export function LanguageSwitch() {
  const { language, name } = OTHER[useLanguage()]
  return (
    <Button
      look="quiet"
      lang={language}
      onClick={() => {
        // Without a connection the texts cannot be fetched: the language shown stays.
        openLanguage(language, true).catch(() => undefined)
      }}
    >
      {name}
    </Button>
  )
}
