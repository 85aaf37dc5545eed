import { actionWords } from './actions-of.ts'
import { canonicalItem, canonicalText, itemsIn, ownTitle, textIn, titlesIn, unplacedIn } from './canonical.ts'
import { easyChecksIn } from './easy/status.ts'
import type { Plan } from './plan.ts'

/**
 * The whole plan as a reader sees it.
 * @public Tests alone compare whole plans so.
 */
export function canonicalPlan(plan: Plan): unknown {
  const actions = actionWords(plan)
  const boxes = Object.entries(plan.boxes)
    .map(([key, content]) => [key, textIn(content), itemsIn(content, actions)] as const)
    .filter(([, text, items]) => text.length + items.length > 0)
  return {
    kind: plan.kind,
    boxes: Object.fromEntries(boxes.map(([key, text, items]) => [key, { text, items }])),
    titles: sorted(titlesIn(plan)),
    own: plan.own.map((section) => ({
      id: section.id,
      title: ownTitle(section),
      text: canonicalText(section.text),
      actions: section.actions.map(canonicalItem),
    })),
    easyChecked: sorted(easyChecksIn(plan)),
    unplaced: sorted(unplacedIn(plan)),
  }
}

const sorted = <T>(map: ReadonlyMap<string, T>): (readonly [string, T])[] =>
  [...map].sort(([a], [b]) => (a < b ? -1 : 1))
