/** A word a plan explains, or several that belong together. */
export type Explained = { readonly id: string; readonly word: string; readonly meaning: string }

/** What is the same for two ways to write one word: a plan explains it once. */
export const sameWord = (word: string): string => word.normalize('NFC').replace(/\s+/gu, ' ').trim().toLowerCase()
