import type { Invitation } from '@withy/shared/api'

/** Begins the fragment of a QR code's address that stands for a spoken code. */
export const CODE = '#code='

/** What a camera gets for an invitation: its link, or Join with the code filled in. */
export const qrWordsOf = ({ link, code }: Pick<Invitation, 'link' | 'code'>): string =>
  code ? `${link}${CODE}${encodeURIComponent(code)}` : link

/** Whether a link leads to a name of this computer, which other devices take for themselves. */
export const isOnlyHere = (link: string): boolean => /^http:\/\/(localhost|127\.|\[::1])/.test(link)

/** An address as people say it: no scheme, no secret, no closing slash. */
export const spokenAddress = (link: string): string => link.replace(/^https?:\/\//, '').replace(/[#?].*$|\/$/g, '')
