import {
  boxKey,
  type Item,
  type Language,
  type OwnSection,
  type Plan,
  SHAPES,
  sectionsOf,
  type Template,
} from '@withy/shared/plan'

/** A section with the boxes and items that can be talked about, in the order of the plan. */
export type SectionPlaces = {
  readonly id: string
  readonly title: string
  /** It was taken out, with all of it: the page does not have it. */
  readonly isOut: boolean
  readonly places: readonly { readonly box: string; readonly item: string | null; readonly name: string }[]
}

/** How places are called that have no name of their own: an own section without a title, what was taken out. */
type Called = { readonly own: string; readonly takenOut: (name: string) => string }

/** All places of a plan, in its order; sections and items that were taken out too, which say so. */
export function placesOf(plan: Plan, template: Template, lang: Language, called: Called): readonly SectionPlaces[] {
  const itemsOf = (box: string, title: string, named: string, items: readonly Item[], removed: readonly Item[]) => {
    const nameOf = ({ cells }: Item) => String(cells[named] ?? '') || title
    return [
      { box, item: null, name: title },
      ...items.map((item) => ({ box, item: item.id, name: nameOf(item) })),
      ...removed.map((item) => ({ box, item: item.id, name: called.takenOut(nameOf(item)) })),
    ]
  }
  const ownPlaces = ({ id, title, actions, removedActions }: OwnSection, isOut: boolean) => ({
    id: `own:${id}`,
    isOut,
    title: isOut ? called.takenOut(title || called.own) : title || called.own,
    places: [
      { box: `own:${id}.text`, item: null, name: '' },
      ...itemsOf(`own:${id}.actions`, '', 'what', actions, removedActions),
    ],
  })
  return [
    ...sectionsOf(template).map((section) => ({
      id: section.id,
      isOut: false,
      title: plan.titles[section.id] ?? section.title[lang],
      places: section.boxes.flatMap((box) => {
        const key = boxKey(section.id, box.id)
        const content = plan.boxes[key]
        const title = box.title[lang]
        if (content?.type !== 'list') return [{ box: key, item: null, name: title }]
        return itemsOf(key, title, SHAPES[content.shape].fields[0]?.id ?? '', content.items, content.removed)
      }),
    })),
    ...plan.own.map((section) => ownPlaces(section, false)),
    ...plan.removedOwn.map((section) => ownPlaces(section, true)),
  ]
}
