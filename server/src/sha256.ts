import { createHash } from 'node:crypto'

/** SHA-256 as 64 hex digits. */
export const sha256 = (of: string | Uint8Array): string => createHash('sha256').update(of).digest('hex')
