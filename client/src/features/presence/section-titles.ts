import { readPlan } from '@withy/shared/plan'
import { useCallback } from 'react'
import { useDesk } from '../../live/desk.tsx'
import { readSection } from '../../plan-view/read-section.ts'
import { useLanguage } from '../../text/use-text.ts'

/** Gives the title of a section as it is now, in the language shown; an unknown one keeps its id. */
export function useSectionTitles(): (section: string) => string {
  const { live, template } = useDesk()
  const lang = useLanguage()
  return useCallback(
    (section) => readSection(readPlan(live.doc, template.kind), template, section, lang)?.title || section,
    [live, template, lang],
  )
}
