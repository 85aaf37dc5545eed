import type { ItemShape } from '../catalogue.ts'
import { say } from '../wording.ts'
import { line, plain } from './fields.ts'

/** One idea in easy words, with a picture beside it. */
export const easy: ItemShape = {
  id: 'easy',
  name: say('sentence in easy words', 'brawddeg mewn geiriau hawdd'),
  add: say('Add a sentence', 'Ychwanegu brawddeg'),
  fields: [line('words', say('Easy words', 'Geiriau hawdd')), plain('picture', 'picture', say('Picture', 'Llun'))],
}
