import { readFileSync } from 'node:fs'
import { brotliDecompressSync } from 'node:zlib'

/** Where the tables begin in a WOFF2 file, and where it says how long they are, packed (W3C WOFF 2.0, 4). */
const HEAD = 48
const PACKED = 20
/** Tags are numbers; a tag that has none follows in four bytes, and these two may be kept otherwise than they read. */
const CMAP = 0
const NAMED = 63
const GLYPHS = [10, 11]
/** Of the ways a table of letters is kept, the one with all of them (OpenType, cmap 12), and the one before that. */
const WAYS = { 12: groupsOf, 4: segmentsOf }

/** The letters a font draws. @param file a WOFF2 file @returns {Set<number>} code points */
export function lettersIn(file) {
  const bytes = readFileSync(file)
  if (bytes.toString('latin1', 0, 4) !== 'wOF2') throw new Error(`This is no WOFF2 file: ${file}`)
  const { from, length, end } = cmapOf(bytes)
  const tables = brotliDecompressSync(bytes.subarray(end, end + bytes.readUInt32BE(PACKED)))
  const cmap = tables.subarray(from, from + length)
  const kept = Array.from({ length: cmap.readUInt16BE(2) }, (_, at) => cmap.subarray(cmap.readUInt32BE(4 + 8 * at + 4)))
  const best = kept.find((one) => one.readUInt16BE(0) === 12) ?? kept.find((one) => one.readUInt16BE(0) === 4)
  if (!best) throw new Error(`The letters of ${file} are kept in a way that is not known here`)
  return new Set(WAYS[best.readUInt16BE(0)](best))
}

/** Where the table of letters lies among the tables, and where those begin. */
function cmapOf(bytes) {
  let at = HEAD
  const number = () => {
    let value = 0
    for (;;) {
      const next = bytes[at]
      at += 1
      value = value * 128 + (next & 127)
      if (next < 128) return value
    }
  }
  let from = 0
  let found = null
  for (let table = 0; table < bytes.readUInt16BE(12); table += 1) {
    const flags = bytes[at]
    at += 1
    const tag = flags & NAMED
    if (tag === NAMED) at += 4
    const isChanged = GLYPHS.includes(tag) ? flags >> 6 !== 3 : flags >> 6 !== 0
    const whole = number()
    const length = isChanged ? number() : whole
    if (tag === CMAP) found = { from, length }
    from += length
  }
  return { ...found, end: at }
}

function groupsOf(table) {
  const range = (at) =>
    Array.from(
      { length: table.readUInt32BE(at + 4) - table.readUInt32BE(at) + 1 },
      (_, n) => table.readUInt32BE(at) + n,
    )
  return Array.from({ length: table.readUInt32BE(12) }, (_, n) => range(16 + 12 * n)).flat()
}

function segmentsOf(table) {
  const size = table.readUInt16BE(6)
  return Array.from({ length: size / 2 }, (_, n) => {
    const [last, first] = [table.readUInt16BE(14 + 2 * n), table.readUInt16BE(16 + size + 2 * n)]
    return Array.from({ length: last - first + 1 }, (_, letter) => first + letter)
  }).flat()
}
