import type { ChoiceOption, Field, Language, Words } from '../catalogue.ts'
import { say } from '../wording.ts'

/** One line of words that several people can type in at once. */
export const line = (id: string, label: Words, hint?: Words): Field => ({
  id,
  type: 'words',
  label,
  ...(hint && { hint }),
})

/** One line of words in one of our languages, beside those of another field. */
export const lineIn = (lang: Language, id: string, label: Words): Field => ({ ...line(id, label), lang }) as Field

/** A field that is asked for until it is filled. */
export const needed = (field: Field): Field => ({ ...field, required: true })

/** Words with room for more than one line. */
export const lines = (id: string, label: Words, hint?: Words): Field =>
  ({ ...line(id, label, hint), long: true }) as Field

export const choice = (id: string, label: Words, options: readonly ChoiceOption[]): Field => ({
  id,
  type: 'choice',
  label,
  options,
})

export const option = (id: string, label: Words): ChoiceOption => ({ id, label })

export const plain = (
  id: string,
  type: 'date' | 'scale' | 'people' | 'features' | 'actions' | 'picture',
  label: Words,
  hint?: Words,
): Field => ({ id, type, label, ...(hint && { hint }) })

/** Whom it concerns: people of this plan, and words for anybody who is not in it. */
export const someone = (id: string, label: Words): readonly [Field, Field] => [
  plain(id, 'people', label),
  line(
    `${id}-else`,
    // Read by itself, "Someone else" says nothing of what they do.
    say(`${label.en} (someone else)`, `${label.cy} (rhywun arall)`),
    say('A name, if they are not in this plan.', 'Enw, os nad ydyn nhw yn y cynllun hwn.'),
  ),
]

/** How far an action or a goal has come. */
export const STATUS = choice('status', say('How far it is', 'Pa mor bell mae wedi mynd'), [
  option('not-started', say('Not started', 'Heb ddechrau')),
  option('doing', say('Doing it', 'Ar waith')),
  option('done', say('Done', 'Wedi’i wneud')),
  option('stopped', say('Stopped', 'Wedi stopio')),
])
