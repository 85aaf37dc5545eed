import { stableJson } from '../canonical.ts'

/**
 * What tells whether something still reads as it did: 14 hex digits, the same for the same words on any device. cyrb53, by bryc, in
 * the public domain: what is told by it is no proof (who may write may say so anyway), and a page that only reads carries no SHA-256.
 */
export function printOf(read: unknown): string {
  const text = stableJson(read)
  let [a, b] = [0xdeadbeef, 0x41c6ce57]
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i)
    a = Math.imul(a ^ unit, 2654435761)
    b = Math.imul(b ^ unit, 1597334677)
  }
  a = Math.imul(a ^ (a >>> 16), 2246822507) ^ Math.imul(b ^ (b >>> 13), 3266489909)
  b = Math.imul(b ^ (b >>> 16), 2246822507) ^ Math.imul(a ^ (a >>> 13), 3266489909)
  return (4294967296 * (2097151 & b) + (a >>> 0)).toString(16).padStart(14, '0')
}
