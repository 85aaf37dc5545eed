/** Signs that take no place on the page: joiners, fillers, soft hyphens, marks of direction. To be used in a class. */
const UNSEEN = '\\p{Default_Ignorable_Code_Point}\\p{Cc}'

/**
 * Whether there is anything to see in a text. Spaces are not, nor is what only looks like a letter to a machine: the
 * Hangul fillers, the empty Braille sign (SPEC LIMIT-32, EXPORT-6).
 */
export const isVisible = (text: string): boolean => SEEN.test(text)
const SEEN = new RegExp(`[^\\s${UNSEEN}\\u2800]`, 'u')

/** A text without the signs nobody sees. For comparing, never for keeping: joiners make letters and pictures what they are. */
export const withoutUnseen = (text: string): string => text.replace(ALL_UNSEEN, '')
const ALL_UNSEEN = new RegExp(`[${UNSEEN}\\p{Cf}]+`, 'gu')
