import type { BoxKey } from '../catalogue.ts'
import { say } from '../wording.ts'

// Without Yjs, and small: whoever only reads a plan loads these too.

/** What the easy words of a section are called, above them. */
export const EASY_TITLE = say('In easy words', 'Mewn geiriau hawdd')

/** The box of the rows of a section in easy words; an own section is `own:<id>`. */
export const easyKey = (section: string): BoxKey => `easy:${section}`

/** The section a box is in; an own one's is `own:<id>`. Empty: none is, by that name. */
export const sectionOfBox = (box: BoxKey): string =>
  box.startsWith('easy:') ? box.slice('easy:'.length) : box.slice(0, Math.max(0, box.lastIndexOf('.')))
