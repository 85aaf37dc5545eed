import { type Language, type Plan, sectionsOf, type Template } from '@withy/shared/plan'
import { readSection } from '../../plan-view/read-section.ts'

/** A section the room screen can show. */
export type Step = { readonly id: string; readonly title: string }

/** Every section of a plan in the order people read it, the group's own ones last. */
export function stepsOf(plan: Plan, template: Template, lang: Language): readonly Step[] {
  const ids = [...sectionsOf(template).map(({ id }) => id), ...plan.own.map(({ id }) => `own:${id}`)]
  return ids.flatMap((id) => {
    const section = readSection(plan, template, id, lang)
    return section ? [{ id, title: section.title }] : []
  })
}

/** The step after or before the one shown; null at either end. With nothing shown yet, onwards is the first. */
export function stepBeside(steps: readonly Step[], shown: string | null, way: 1 | -1): Step | null {
  const at = steps.findIndex(({ id }) => id === shown)
  if (at === -1) return way === 1 ? (steps[0] ?? null) : null
  return steps[at + way] ?? null
}
