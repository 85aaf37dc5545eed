import { strToU8, type Zippable, zipSync } from 'fflate'

/** The first day a ZIP can tell of. The day on which it is made is in none: the same files give the same bytes (SPEC EXPORT-11). */
export const FIRST_DAY = new Date(1980, 0, 1)

export type FileInZip = { readonly name: string; readonly bytes: Uint8Array | string; readonly asItIs?: boolean }

/** Files as one, in the order given. `asItIs`: not made smaller, as the first file of an OpenDocument has to be. */
export function zipped(files: readonly FileInZip[]): Uint8Array {
  const inside: Zippable = {}
  for (const { name, bytes, asItIs } of files)
    inside[name] = [typeof bytes === 'string' ? strToU8(bytes) : bytes, { mtime: FIRST_DAY, level: asItIs ? 0 : 6 }]
  return zipSync(inside)
}
