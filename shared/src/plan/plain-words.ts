// Without Yjs: whoever only reads a plan loads these too.

/** Well-formed Unicode: half an emoji becomes U+FFFD, as it does when Yjs sends it. */
export const wellFormed = (text: string): string =>
  // Nearly no text has any halves to look at, and this is seven times faster: a whole plan is read while people type.
  HALVES.test(text) ? text.replace(/\p{Surrogate}/gu, '\uFFFD') : text

const HALVES = /[\uD800-\uDFFF]/

/** Words that were cut somewhere: half an emoji at an end of them is left out. */
export const withoutHalves = (text: string): string => text.replace(/^[\uDC00-\uDFFF]|[\uD800-\uDBFF]$/g, '')

export const hasWords = (text: string): boolean => /\S/.test(text)
