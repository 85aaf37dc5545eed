import type { Field, ItemShape, ShapeId } from './catalogue.ts'
import { hasWords } from './plain-words.ts'
import type { Item } from './plan.ts'
import { action, goal, sign } from './shapes/doing.ts'
import { easy } from './shapes/easy.ts'
import { asset, money, need, strength } from './shapes/having.ts'
import { contingency, disagreement, person, reader, review, takingPart } from './shapes/together.ts'

/** What the items of each kind of list are made of [PLAN-53]. The first field names the item. */
export const SHAPES: Record<ShapeId, ItemShape> = {
  asset,
  action,
  sign,
  goal,
  person,
  contingency,
  disagreement,
  strength,
  need,
  money,
  reader,
  review,
  'taking-part': takingPart,
  easy,
}

/** The field an item is called by: the first, or where that is empty the first that says the same in a language. */
export function namedBy({ cells }: Pick<Item, 'cells'>, { fields }: ItemShape): Field | undefined {
  const [first, ...rest] = fields
  if (!first || hasWords(String(cells[first.id] ?? ''))) return first
  return rest.find((field) => field.type === 'words' && field.lang && hasWords(String(cells[field.id] ?? ''))) ?? first
}
