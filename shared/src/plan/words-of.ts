import { hasWords } from './plain-words.ts'
import type { RichText } from './plan.ts'

/** The words of a text, one string a block. */
export function wordsOfText(text: RichText): string[] {
  return text.flatMap((block) =>
    'items' in block ? block.items.flatMap(wordsOfText) : [block.runs.map((run) => run.text).join('')],
  )
}

/** Whether anything is written in a text. */
export const hasText = (text: RichText): boolean => wordsOfText(text).some(hasWords)
