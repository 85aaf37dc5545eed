import type { Block } from '@withy/shared/plan'
import { type Found, NOTHING_LEFT } from './brought.ts'

/** Plain text: an empty line ends a paragraph, any other end of a line stays one (SPEC EXPORT-61). */
export function plainWords(words: string): Found {
  const blocks = words
    .split(/\n[^\S\n]*\n/)
    .map((paragraph): Block => ({ type: 'paragraph', runs: [{ text: paragraph.replace(/^\n+|\n+$/g, '') }] }))
  return { blocks, left: NOTHING_LEFT }
}
