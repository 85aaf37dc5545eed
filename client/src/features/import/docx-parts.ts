import { LIMIT } from '@withy/shared/api'
import { strFromU8, unzipSync, zipSync } from 'fflate'
import { type LeftOut, UnreadableError } from './brought.ts'

/**
 * The parts of a Word file that hold words, packed anew without compression: pictures are gone, and whoever reads it unpacks nothing.
 * What a file says of its own size counts before anything is unpacked, and no part is unpacked past it (SPEC EXPORT-63).
 * @returns the parts, and how much stands beside the text that whoever reads it does not see
 * @throws UnreadableError where it would be too large, or is no Word file
 */
export function wordsParts(bytes: Uint8Array): { readonly parts: Uint8Array; readonly beside: Partial<LeftOut> } {
  let size = 0
  const parts = unzipSync(bytes, {
    filter: ({ name, originalSize }) => {
      if (!/\.(xml|rels)$/i.test(name)) return false
      size += originalSize
      if (size > LIMIT.broughtUnpacked) throw new UnreadableError('too-large')
      return true
    },
  })
  if (!Object.keys(parts).some((name) => name.startsWith('word/'))) throw new UnreadableError('other-kind')
  return { parts: zipSync(parts, { level: 0 }), beside: besideIn(parts) }
}

/** Heads and feet of pages that have words, comments, and equations. */
function besideIn(parts: Readonly<Record<string, Uint8Array>>): Partial<LeftOut> {
  const times = (part: RegExp, what: RegExp): number[] =>
    Object.entries(parts).flatMap(([name, bytes]) =>
      part.test(name) ? [Array.from(strFromU8(bytes).matchAll(what)).length] : [],
    )
  const sum = (numbers: readonly number[]) => numbers.reduce((all, one) => all + one, 0)
  return {
    edges: times(/^word\/(header|footer)\d*\.xml$/, /<w:t[ >]/g).filter((count) => count > 0).length,
    comments: sum(times(/^word\/comments\.xml$/, /<w:comment /g)),
    sums: sum(times(/^word\/document\.xml$/, /<m:oMath[ >]/g)),
  }
}
