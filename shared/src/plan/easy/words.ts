import { say } from '../wording.ts'

/** What the easy words of a section are called, above them. */
export const EASY_TITLE = say('In easy words', 'Mewn geiriau hawdd')
