/** What somebody said, as it follows the letters before it: apart from a word, and from nothing else. */
export const spaced = (before: string, said: string): string => {
  const words = said.trim()
  return words && /[\p{L}\p{N}.,;:!?…’)]$/u.test(before) ? ` ${words}` : words
}
