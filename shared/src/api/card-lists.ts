/**
 * What can be ticked on the card "How I communicate", in the four groups of the Accessible Information Standard (DAPB1605): how
 * somebody is reached, the form of what they are given, what helps them to communicate, and who does.
 */
export const CARD = {
  reach: ['phone', 'text-message', 'email', 'letter', 'through-someone'],
  form: ['large-text', 'easy-read', 'pictures', 'aloud', 'braille'],
  support: ['slow', 'one-question', 'quiet', 'breaks', 'see-face'],
  helper: ['interpreter', 'supporter', 'advocate'],
} as const
export type CardGroup = keyof typeof CARD
export const CARD_GROUPS = ['reach', 'form', 'support', 'helper'] as const satisfies readonly CardGroup[]

/** What somebody needs to take part, by its word. */
export const NEEDS = [...CARD.reach, ...CARD.form, ...CARD.support, ...CARD.helper] as const

/** What somebody says, afterwards, of whether they got what they needed. */
export const MET = ['yes', 'partly', 'no'] as const
