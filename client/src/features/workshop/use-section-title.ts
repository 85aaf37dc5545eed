import { useDesk } from '../../live/desk.tsx'
import { useWholePlan } from '../../live/whole-plan.ts'
import { type ReadSection, readSection } from '../../plan-view/read-section.ts'
import { useLanguage, useText } from '../../text/use-text.ts'

/** The section a box is in: keys are `<section>.<box>`. */
export const sectionAt = (box: string): string => box.slice(0, box.lastIndexOf('.'))

/** A section of the plan as it is now, in the language shown; null where there is none of that id (any more). */
export function useSection(section: string | null): ReadSection | null {
  const { template } = useDesk()
  const plan = useWholePlan()
  const lang = useLanguage()
  return section === null ? null : readSection(plan, template, section, lang)
}

/** What sections are called now. */
export function useSectionTitle(): (section: string) => string {
  const { template } = useDesk()
  const plan = useWholePlan()
  const lang = useLanguage()
  const t = useText()
  return (section) => readSection(plan, template, section, lang)?.title || t('plan.own-section')
}
