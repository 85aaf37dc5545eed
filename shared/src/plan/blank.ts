import type { Item } from './plan.ts'

/** Whether nobody has written or chosen anything in an item: the features of its section came with it. */
export const isBlankItem = ({ cells, other }: Item): boolean =>
  Object.keys(cells).every((cell) => cell === 'features') && !other
