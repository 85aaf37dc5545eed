import type { ShapeId } from '../plan/catalogue.ts'
import type { CellValue } from '../plan/plan.ts'
import { SHAPES } from '../plan/shapes.ts'

/** The fields of a shape in which people are named by id. */
export const peopleFields = (shape: ShapeId): readonly string[] =>
  SHAPES[shape].fields.flatMap(({ type, id }) => (type === 'people' ? [id] : []))

export const idsIn = (value: CellValue | undefined): readonly string[] => (typeof value === 'object' ? value : [])
