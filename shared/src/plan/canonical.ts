import { actionsShown } from './actions-of.ts'
import { hasWords, wellFormed } from './plain-words.ts'
import type { BoxContent, Item, OwnSection, Plan, RichText } from './plan.ts'
import { tidyRuns } from './runs.ts'
import { SHAPES } from './shapes.ts'

// What two plans are compared by: everything a reader sees and nothing else, so that how runs were split, the order of
// keys, empty paragraphs and boxes that a newer catalogue added make no difference.

/** Text as a reader sees it: no empty blocks, runs joined. */
export function canonicalText(text: RichText): RichText {
  return text.flatMap((block): RichText => {
    const { lang, dir } = block
    const language = { ...(lang && { lang }), ...(dir && { dir }) }
    if ('items' in block) {
      const items = block.items.map(canonicalText).filter((item) => item.length > 0)
      return items.length > 0 ? [{ type: block.type, items, ...language }] : []
    }
    const runs = tidyRuns(block.runs).map(({ text: words, bold, italic, link }) => ({
      text: words,
      ...(bold && { bold }),
      ...(italic && { italic }),
      ...(link && { link }),
    }))
    if (!runs.some((run) => hasWords(run.text))) return []
    return [
      block.type === 'heading'
        ? { type: 'heading', level: block.level, runs, ...language }
        : { type: 'paragraph', runs, ...language },
    ]
  })
}

/** An item as a reader sees it; its id too, since answers and comments belong to it. */
export function canonicalItem({ id, cells, origin, other = [], lang }: Item): Item {
  const filled = Object.entries(cells).filter(([, value]) =>
    typeof value === 'string' ? hasWords(value) : typeof value === 'number' || value.length > 0,
  )
  const words = other.filter(hasWords)
  return {
    id,
    cells: Object.fromEntries(filled),
    ...(origin && { origin }),
    ...(words.length > 0 && { other: words }),
    ...(lang && { lang }),
  }
}

export const textIn = (content: BoxContent | undefined): RichText =>
  content?.type === 'text' ? canonicalText(content.text) : []

/** The items of a box as a reader sees them, given the actions its plan has: one that is gone is not seen. */
export function itemsIn(content: BoxContent | undefined, actions: ReadonlyMap<string, string>): readonly Item[] {
  if (content?.type !== 'list') return []
  const naming = SHAPES[content.shape].fields.filter((field) => field.type === 'actions')
  const shown = ({ cells }: Item) =>
    naming.map(({ id }) => [id, Array.isArray(cells[id]) ? actionsShown(cells[id], actions) : []] as const)
  return content.items.map((item) =>
    canonicalItem(naming.length > 0 ? { ...item, cells: { ...item.cells, ...Object.fromEntries(shown(item)) } } : item),
  )
}

/** Titles a group gave; a blank one is none. */
export const titlesIn = ({ titles }: Plan): ReadonlyMap<string, string> =>
  new Map(Object.entries(titles).filter(([, title]) => hasWords(title)))

/** An own section's title as a reader sees it. */
export const ownTitle = ({ title }: OwnSection): string => (hasWords(title) ? title : '')

/** Words without a place, by where they were found. */
export const unplacedIn = ({ unplaced }: Plan): ReadonlyMap<string, string> =>
  new Map(unplaced.filter(({ words }) => hasWords(words)).map(({ where, words }) => [where, words]))

/** JSON with the keys of every object in order and every string well-formed: equal things give equal strings. */
export const stableJson = (value: unknown): string =>
  JSON.stringify(value, (_, inner: unknown) => {
    if (typeof inner === 'string') return wellFormed(inner)
    if (inner === null || typeof inner !== 'object' || Array.isArray(inner)) return inner
    return Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1)))
  })
