import { randomBytes } from 'node:crypto'

/** A new id nobody can guess or meet twice: 128 bits, 22 letters that need no escaping in an address. */
export const newId = (): string => randomBytes(16).toString('base64url')
