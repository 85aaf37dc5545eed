import { useCallback } from 'react'
import { readSection } from '../plan-view/read-section.ts'
import { useLanguage, useText } from '../text/use-text.ts'
import { useDesk } from './desk.tsx'
import { wholePlan } from './whole-plan.ts'

/**
 * Gives the title of a section as it is now, in the language shown; null where the plan has none of that id. Others' pages
 * say where they are, and could say any words.
 */
export function useSectionTitles(): (section: string) => string | null {
  const { live, template } = useDesk()
  const lang = useLanguage()
  const t = useText()
  return useCallback(
    (section) => {
      const found = readSection(wholePlan(live.doc, template.kind).now(), template, section, lang)
      return found && (found.title || t('plan.own-section'))
    },
    [live, template, lang, t],
  )
}
