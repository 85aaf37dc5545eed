import type { ItemShape, ShapeId } from './catalogue.ts'
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
