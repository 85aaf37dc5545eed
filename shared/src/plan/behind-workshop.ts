import type { FromWorkshop, Item } from './plan.ts'

/**
 * What stands behind an item that was said in a workshop: who said it, each once, and their own words where the item does not hold
 * just those.
 */
export function behindWorkshop(
  { cells }: Item,
  { said }: FromWorkshop,
): { readonly names: readonly string[]; readonly ownWords: FromWorkshop['said'] } {
  const [first] = said
  const isAsSaid = said.length === 1 && Object.values(cells).includes(first?.words ?? '')
  return { names: [...new Set(said.map(({ by }) => by))], ownWords: isAsSaid ? [] : said }
}
