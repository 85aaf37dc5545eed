import { sectionCodes, sectionsOf } from '@withy/shared/plan'
import { useMemo } from 'react'
import { useDesk } from '../../../live/desk.tsx'
import { usePlanTitles } from '../../../live/whole-plan.ts'
import { useLanguage, useText } from '../../../text/use-text.ts'

/** A section of the plan as people see it, with the short code it has on paper. */
export type SectionName = { readonly id: string; readonly title: string; readonly code: string }

/** The sections of the plan on the desk in reading order, own ones last. */
export function useSectionNames(): readonly SectionName[] {
  const t = useText()
  const lang = useLanguage()
  const { template } = useDesk()
  const { titles, own, removedOwn } = usePlanTitles()
  return useMemo(() => {
    const codes = sectionCodes(
      template,
      [...own, ...removedOwn].map(({ id }) => id),
    )
    const codeOf = (id: string) => codes.get(id) ?? ''
    return [
      ...sectionsOf(template).map(({ id, title }) => ({ id, title: titles[id] ?? title[lang], code: codeOf(id) })),
      ...own.map(({ id, title }) => ({
        id: `own:${id}`,
        title: title || t('plan.own-section'),
        code: codeOf(`own:${id}`),
      })),
    ]
  }, [template, titles, own, removedOwn, lang, t])
}

/** The name of one, or null where the plan has none of that id any more. */
export function useSectionName(section: string | null): SectionName | null {
  return useSectionNames().find(({ id }) => id === section) ?? null
}
