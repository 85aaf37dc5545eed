import { ENGLISH_WORDS } from './english-words.mjs'
import { wordsOf } from './formulas.mjs'

/** The English words in a Welsh text, each once, in small letters. */
export const englishIn = (text) => [
  ...new Set(
    wordsOf(text)
      .filter(isEnglish)
      .map((word) => word.toLowerCase()),
  ),
]

/** Word is the name of a program. */
const isEnglish = (word) => word !== 'Word' && ENGLISH_WORDS.has(word.toLowerCase().replaceAll('’', "'"))
