import type { BoxKey, Language } from '../../catalogue.ts'
import { easyKey } from '../../easy/place.ts'
import { wholeSection } from '../../easy/stands-for.ts'
import type { BoxContent, Plan } from '../../plan.ts'

/** By section: of each row its picture and its words in both languages. Each row stands for its section. */
export type EasyLines = Readonly<Record<string, readonly (readonly [picture: string, en: string, cy: string])[]>>

/**
 * An example with its easy words, in one language: its group wrote the rest in English. Nobody has checked them, and no example says
 * otherwise: they were written for it, and no one with a learning disability has read them yet (SPEC EASY-24).
 */
export function withEasyWords(plan: Plan, lines: EasyLines, language: Language): Plan {
  const easy = Object.entries(lines).map(([section, rows]): [BoxKey, BoxContent] => {
    const of = wholeSection(plan, section)
    const items = rows.map(([picture, english, welsh], n) => ({
      id: `easy-${section}-${n + 1}`,
      // In the plan's own language, else in a cell that says which.
      cells: { ...(language === 'cy' ? { 'words-cy': welsh } : { words: english }), picture },
      of,
    }))
    return [easyKey(section), { type: 'list', shape: 'easy', items, removed: [] }]
  })
  return { ...plan, boxes: { ...plan.boxes, ...Object.fromEntries(easy) } }
}
