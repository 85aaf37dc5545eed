import { type BoxKey, boxKey, sectionsOf, type Words } from './catalogue.ts'
import type { Shown } from './edition.ts'
import type { OwnSection, Plan } from './plan.ts'
import { ownActionsKey, ownTextKey } from './plan-doc.ts'
import { TEMPLATES } from './templates.ts'
import { isVisible } from './visible.ts'
import { say } from './wording.ts'

/** Words of ours for sections that a group added. */
export const OWN_WORDS = {
  section: say('Our section', 'Ein hadran'),
  text: say('What we wrote', 'Beth ysgrifennon ni'),
  actions: say('What we will do', 'Beth wnawn ni'),
}

/** The section a box is in, by id and title, and the box's own title. */
type BoxTitles = { readonly section: string; readonly sectionTitle: Shown; readonly title: Words }

/** What every box of a plan is called, empty ones too, in reading order; those of own sections that were taken out come last. */
export const boxTitles = (plan: Pick<Plan, 'kind' | 'titles' | 'own' | 'removedOwn'>): ReadonlyMap<BoxKey, BoxTitles> =>
  new Map([
    ...sectionsOf(TEMPLATES[plan.kind]).flatMap(({ id, title, boxes }) =>
      boxes.map((box) => {
        const sectionTitle = shownTitle(plan.titles[id], title)
        return [boxKey(id, box.id), { section: id, sectionTitle, title: box.title }] as const
      }),
    ),
    ...[...plan.own, ...plan.removedOwn].flatMap(ownBoxes),
  ])

function ownBoxes({ id, title }: OwnSection): (readonly [BoxKey, BoxTitles])[] {
  const section = { section: `own:${id}`, sectionTitle: shownTitle(title, OWN_WORDS.section) }
  return [
    [ownTextKey(id), { ...section, title: OWN_WORDS.text }],
    [ownActionsKey(id), { ...section, title: OWN_WORDS.actions }],
  ]
}

/** The title a group gave, or ours. */
export const shownTitle = (given: string | undefined, title: Words): Shown =>
  given !== undefined && isVisible(given) ? given : title
