import type { ItemShape } from '../catalogue.ts'
import { PHOTO_WORDS } from '../easy/photo.ts'
import { say } from '../wording.ts'
import { line, lineIn, plain } from './fields.ts'

/** One idea in easy words, with a picture beside it. */
export const easy: ItemShape = {
  id: 'easy',
  name: say('sentence in easy words', 'brawddeg mewn geiriau hawdd'),
  add: say('Add a sentence', 'Ychwanegu brawddeg'),
  fields: [
    line('words', say('Easy words', 'Geiriau hawdd')),
    // The same sentence again, for groups that work in both: which of the two the row began in is not asked.
    lineIn('en', 'words-en', say('In English', 'Yn Saesneg')),
    lineIn('cy', 'words-cy', say('In Welsh', 'Yn Gymraeg')),
    plain('picture', 'picture', say('Picture', 'Llun')),
    // Of a photo of the group's own, which nobody but they can say.
    line(PHOTO_WORDS, say('What the photo shows', 'Beth mae’r llun yn ei ddangos')),
  ],
}
