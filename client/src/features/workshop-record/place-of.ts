import {
  boxesOf,
  boxKey,
  type Language,
  type Plan,
  type PlanKind,
  SHAPES,
  sectionsOf,
  TEMPLATES,
} from '@withy/shared/plan'
import type { IdeaShown } from '@withy/shared/protocol'

/** The plan an idea went into; `words` null where they could not be had. */
export type PlanBehind = { readonly id: string; readonly kind: PlanKind; readonly words: Plan | null }

/** A place in a plan, as people call it. */
export type PlaceNamed = {
  readonly href: string
  /** Of the section; '' an own section whose title is not known. */
  readonly section: string
  /** Of the box; '' in an own section. */
  readonly box: string
  /** What the item says now, where it is one; '' where that is not known. */
  readonly item: string
  /** It has been taken out of the plan since. */
  readonly isGone: boolean
}

/** Says where in a plan an idea went, and the address of that section. */
export function placeOf(plan: PlanBehind, place: IdeaShown['places'][number], lang: Language): PlaceNamed {
  const at = place.box.lastIndexOf('.')
  const id = place.box.slice(0, at)
  const template = TEMPLATES[plan.kind]
  const section = sectionsOf(template).find((each) => each.id === id)
  const own = plan.words?.own.find((each) => `own:${each.id}` === id)
  return {
    href: `/plans/${plan.id}#${encodeURIComponent(id)}`,
    section: section ? (plan.words?.titles[id] ?? section.title[lang]) : (own?.title ?? ''),
    box: boxesOf(template).get(boxKey(id, place.box.slice(at + 1)))?.title[lang] ?? '',
    ...itemIn(plan.words, place),
  }
}

function itemIn(words: Plan | null, { box, item }: IdeaShown['places'][number]): Pick<PlaceNamed, 'item' | 'isGone'> {
  if (words === null || item === null) return { item: '', isGone: false }
  const own = words.own.find(({ id }) => `own:${id}.actions` === box)
  const found = words.boxes[box]
  const list = own ? { shape: 'action' as const, items: own.actions } : found?.type === 'list' ? found : null
  const cells = list?.items.find(({ id }) => id === item)?.cells
  const name = list && cells ? cells[SHAPES[list.shape].fields[0]?.id ?? ''] : undefined
  return { item: typeof name === 'string' ? name : '', isGone: cells === undefined }
}
