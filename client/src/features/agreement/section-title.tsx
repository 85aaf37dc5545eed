import { type Edition, inLanguage } from '@withy/shared/plan'
import { useLanguage, useText } from '../../text/use-text.ts'

/** What a section is called in the plan that is read; one that is empty by now is said to be. */
export function useSectionTitle(edition: Edition): (id: string) => string {
  const t = useText()
  const lang = useLanguage()
  return (id) => {
    const found = edition.parts.flatMap(({ sections }) => sections).find((section) => section.id === id)
    return found ? inLanguage(found.title, lang) : t('agreement.section-gone')
  }
}
