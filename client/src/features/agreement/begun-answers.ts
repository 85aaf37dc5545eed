import { ANSWERS, type Answer } from '@withy/shared/api'
import { createTabShelf } from '../../live/tab-shelf.ts'

/** An answer as far as it is chosen and typed. */
export type Begun = { readonly answer: Answer | null; readonly words: string }

const isBegun = (said: unknown): said is Begun =>
  typeof said === 'object' &&
  said !== null &&
  'words' in said &&
  typeof said.words === 'string' &&
  'answer' in said &&
  (said.answer === null || ANSWERS.some((answer) => answer === said.answer))

/** Answers that were begun and not given yet, by round and by what they are to: a page loaded anew has them still (SPEC AGREE-53). */
export const begunAnswers = createTabShelf<Begun>('answers', isBegun)
