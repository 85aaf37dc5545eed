import { LIMIT } from '@withy/shared/api'
import { unzipSync, zipSync } from 'fflate'
import { UnreadableError } from './brought.ts'

/**
 * The parts of a Word file that hold words, packed anew without compression: pictures are gone, and whoever reads it unpacks nothing.
 * What a file says of its own size counts before anything is unpacked, and no part is unpacked past it (SPEC EXPORT-63).
 * @throws UnreadableError where it would be too large, or is no Word file
 */
export function wordsParts(bytes: Uint8Array): Uint8Array {
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
  return zipSync(parts, { level: 0 })
}
