import type { ShapeId } from '../plan/catalogue.ts'
import { hasWords } from '../plan/plain-words.ts'
import type { BoxContent, Item, Plan } from '../plan/plan.ts'
import { SHAPES } from '../plan/shapes.ts'
import { wordsOfText } from '../plan/words-of.ts'

/**
 * Every word people wrote that a reader sees, in reading order: titles of sections, one string a block of text, one a
 * cell of words. Not choices, dates and numbers, whose labels are ours, nor what was taken out.
 */
export function wordsOf(plan: Plan): string[] {
  return [
    ...Object.values(plan.titles),
    ...Object.values(plan.boxes).flatMap(wordsOfBox),
    ...plan.own.flatMap(({ title, text, actions }) => [
      title,
      ...wordsOfText(text),
      ...wordsOfItems('action', actions),
    ]),
    ...plan.unplaced.map(({ words }) => words),
  ].filter(hasWords)
}

const wordsOfBox = (content: BoxContent): string[] =>
  content.type === 'text' ? wordsOfText(content.text) : wordsOfItems(content.shape, content.items)

function wordsOfItems(shape: ShapeId, items: readonly Item[]): string[] {
  const fields = SHAPES[shape].fields.filter((field) => field.type === 'words')
  return items.flatMap(({ cells, other = [] }) => [
    ...fields.flatMap(({ id }) => (typeof cells[id] === 'string' ? [cells[id]] : [])),
    ...other,
  ])
}
