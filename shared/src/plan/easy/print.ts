import { toHexString } from 'lib0/buffer'
import { digest } from 'lib0/hash/sha256'
import { encodeUtf8 } from 'lib0/string'
import { stableJson } from '../canonical.ts'

/** What tells whether something still reads as it did: 16 hex digits, the same for the same words on any device. */
export const printOf = (read: unknown): string => toHexString(digest(encodeUtf8(stableJson(read)))).slice(0, 16)
