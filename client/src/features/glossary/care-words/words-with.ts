import { asWritten, type CareWord } from './care-word.ts'

/** Those of some words that have what somebody looks for in them: first where the word itself has it, then where its meaning does. */
export function wordsWith(words: readonly CareWord[], sought: string): readonly CareWord[] {
  const wanted = plain(sought).trim()
  if (wanted === '') return words
  const has = (texts: readonly string[]) => texts.some((text) => plain(text).includes(wanted))
  const named = words.filter((word) => has(asWritten(word)))
  const told = words.filter((word) => !named.includes(word) && has([word.means, word.easier ?? '']))
  return [...named, ...told]
}

/** Without case, marks on letters, and the ways to write an apostrophe or a hyphen: people type what their keyboard has. */
const plain = (text: string): string =>
  text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[’'‘]/gu, '')
    .replace(/[\s‐‑-]+/gu, ' ')
    .toLowerCase()
