import { boxKey, type Item, type Language, type Plan, SHAPES, sectionsOf, type Template } from '@withy/shared/plan'

/** A section with the boxes and items that can be talked about, in the order of the plan. */
export type SectionPlaces = {
  readonly id: string
  readonly title: string
  readonly places: readonly { readonly box: string; readonly item: string | null; readonly name: string }[]
}

/** All places of a plan, in its order; items that were taken out too. `own`: what an own section without a title is called. */
export function placesOf(plan: Plan, template: Template, lang: Language, own: string): readonly SectionPlaces[] {
  return [
    ...sectionsOf(template).map((section) => ({
      id: section.id,
      title: plan.titles[section.id] ?? section.title[lang],
      places: section.boxes.flatMap((box) => {
        const key = boxKey(section.id, box.id)
        const content = plan.boxes[key]
        const title = box.title[lang]
        if (content?.type !== 'list') return [{ box: key, item: null, name: title }]
        return withItems(key, title, [...content.items, ...content.removed], SHAPES[content.shape].fields[0]?.id ?? '')
      }),
    })),
    ...[...plan.own, ...plan.removedOwn].map((section) => ({
      id: `own:${section.id}`,
      title: section.title || own,
      places: [
        { box: `own:${section.id}.text`, item: null, name: '' },
        ...withItems(`own:${section.id}.actions`, '', [...section.actions, ...section.removedActions], 'what'),
      ],
    })),
  ]
}

const withItems = (box: string, title: string, items: readonly Item[], named: string) => [
  { box, item: null, name: title },
  ...items.map(({ id, cells }) => ({ box, item: id, name: String(cells[named] ?? '') || title })),
]
