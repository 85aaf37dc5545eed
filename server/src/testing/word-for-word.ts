import { expect } from 'vitest'
import { type CopyRead, missingFrom } from './words-missing.ts'

/** Expects that every word of a copy's edition stands in the text of a file, in the order in which it is read (`missingFrom`). */
export function expectWordForWord(
  text: string,
  copy: CopyRead,
  isTurned: (words: string) => boolean = () => false,
): void {
  expect(missingFrom(text, copy, isTurned)).toEqual([])
}
