import { sectionCodes } from '@withy/shared/plan'
import { useDesk } from '../../../live/desk.tsx'
import { usePlanTitles } from '../../../live/whole-plan.ts'
import { type PlanSection, usePlanSections } from '../plan-sections.ts'

/** A section of the plan as people see it, with the short code it has on paper. */
export type SectionName = PlanSection & { readonly code: string }

/** The sections of the plan on the desk in reading order, the group's own last. */
export function useSectionNames(): readonly SectionName[] {
  const { template } = useDesk()
  const { own, removedOwn } = usePlanTitles()
  const codes = sectionCodes(
    template,
    [...own, ...removedOwn].map(({ id }) => id),
  )
  return usePlanSections().map((section) => ({ ...section, code: codes.get(section.id) ?? '' }))
}

/** The name of one, or null where the plan has none of that id any more. */
export function useSectionName(section: string | null): SectionName | null {
  return useSectionNames().find(({ id }) => id === section) ?? null
}
