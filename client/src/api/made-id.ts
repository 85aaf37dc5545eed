const LETTERS = 'abcdefghijklmnopqrstuvwxyz0123456789'

/** A new id for what is sent, so that sending it twice is doing it once. Workshops happen on plain http, where there is no randomUUID. */
export const madeId = (): string =>
  Array.from(crypto.getRandomValues(new Uint8Array(20)), (byte) => LETTERS[byte % LETTERS.length]).join('')
