import { boxKey, sectionsOf } from './catalogue.ts'
import type { BoxContent, Item, Plan } from './plan.ts'
import { SHAPES } from './shapes.ts'
import { TEMPLATES } from './templates.ts'

/** An action of a plan: the section it is in (`own:<id>` for an own one) and its first words, '' where there are none. */
export type PlanAction = { readonly id: string; readonly section: string; readonly what: string }

/** Every action of a plan in reading order, own sections' too, without those taken out (SPEC PLAN-63). */
export const actionsOf = (plan: Plan): readonly PlanAction[] => [
  ...sectionsOf(TEMPLATES[plan.kind]).flatMap(({ id, boxes }) =>
    boxes.flatMap((box) => actionsIn(id, plan.boxes[boxKey(id, box.id)])),
  ),
  ...plan.own.flatMap(({ id, actions }) => actions.map((item) => asAction(`own:${id}`, item))),
]

const actionsIn = (section: string, content: BoxContent | undefined): readonly PlanAction[] =>
  content?.type === 'list' && content.shape === 'action' ? content.items.map((item) => asAction(section, item)) : []

const asAction = (section: string, { id, cells }: Item): PlanAction => ({ id, section, what: String(cells.what ?? '') })

/** Those of a cell's action ids that name an action there is, in reading order. The others stay in the document and are not shown. */
export const actionsShown = (ids: readonly string[], actions: ReadonlyMap<string, string>): readonly string[] =>
  [...actions.keys()].filter((id) => ids.includes(id))

/** First words by id, as whatever draws an item needs them. */
export const actionWords = (plan: Plan): ReadonlyMap<string, string> =>
  new Map(actionsOf(plan).map(({ id, what }) => [id, what]))

/** Whether items of a shape name actions of the plan: what they show then depends on more than themselves. */
export const namesActions = (shape: keyof typeof SHAPES): boolean =>
  SHAPES[shape].fields.some((field) => field.type === 'actions')
