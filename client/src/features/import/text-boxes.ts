import { boxKey, ownTextKey, sectionsOf, type Template, type Words } from '@withy/shared/plan'
import type { OwnTitle } from '../../live/whole-plan.ts'

/** A text box that words can go to. `title` is absent where it is the only one of its section. */
export type TextBoxPlace = { readonly key: string; readonly title?: string }
export type SectionPlace = { readonly section: string; readonly title: string; readonly boxes: readonly TextBoxPlace[] }

type PlanTitles = { readonly titles: Readonly<Record<string, string>>; readonly own: readonly OwnTitle[] }

/** Every text box of a plan by section, in reading order. Sections without one are left out. */
export function textBoxesOf(
  template: Template,
  { titles, own }: PlanTitles,
  words: (words: Words) => string,
  ownSection: string,
): readonly SectionPlace[] {
  const ofCatalogue = sectionsOf(template).map(({ id, title, boxes }) => ({
    section: id,
    title: titles[id] ?? words(title),
    boxes: boxes.flatMap((box) => (box.type === 'text' ? [{ key: boxKey(id, box.id), title: words(box.title) }] : [])),
  }))
  const ofGroup = own.map(({ id, title }) => ({
    section: `own:${id}`,
    title: title || ownSection,
    boxes: [{ key: ownTextKey(id) }],
  }))
  return [...ofCatalogue, ...ofGroup].filter(({ boxes }) => boxes.length > 0)
}
