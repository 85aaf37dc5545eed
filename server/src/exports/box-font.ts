/** A table of a TrueType font: its four-letter tag and its bytes. */
type Table = readonly [tag: string, bytes: Uint8Array]

const EM = 1000

/**
 * A font in which every character of Unicode is one empty box. It stands last in the list of fonts of a PDF, so that a
 * character none of our fonts can draw is still there for readers, search and copying: PDF/UA refuses it otherwise.
 * Made here because no published font covers everything in a few hundred bytes; cmap format 13 (many to one) does.
 */
export function boxFont(family: string): Uint8Array {
  const outline = box()
  return assemble([
    ['OS/2', os2()],
    ['cmap', cmap()],
    ['glyf', outline],
    ['head', head()],
    ['hhea', words(0, 1, 0, 800, -200, 0, 600, 0, 0, 600, 1, 0, 0, 0, 0, 0, 0, 2)],
    ['hmtx', words(600, 0, 600, 50)],
    ['loca', words(0, 0, outline.length / 2)],
    ['maxp', words(1, 0, 2, 8, 2, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0)],
    ['name', names(family)],
    ['post', words(3, 0, 0, 0, -100, 50, ...Array<number>(10).fill(0))],
  ])
}

/** Big-endian 16-bit words, signed or unsigned. */
function words(...values: readonly number[]): Uint8Array {
  const bytes = new Uint8Array(values.length * 2)
  const view = new DataView(bytes.buffer)
  for (const [i, value] of values.entries()) view.setUint16(i * 2, value & 0xffff)
  return bytes
}

const long = (value: number): [number, number] => [Math.floor(value / 0x10000), value % 0x10000]

/** One glyph of two square outlines, the inner one the other way round: a hollow box. All points on the curve, 16-bit. */
function box(): Uint8Array {
  const outer = [
    [50, 0],
    [50, 700],
    [550, 700],
    [550, 0],
  ] as const
  const inner = [
    [110, 60],
    [490, 60],
    [490, 640],
    [110, 640],
  ] as const
  const points = [...outer, ...inner]
  const steps = (axis: 0 | 1) => points.map((point, i) => point[axis] - (points[i - 1]?.[axis] ?? 0))
  const head = words(2, 50, 0, 550, 700, 3, 7, 0)
  const flags = new Uint8Array(points.length).fill(1)
  return join([head, flags, words(...steps(0), ...steps(1))])
}

/** Unicode, full repertoire (3, 10): every code point is glyph 1. */
const cmap = () =>
  words(0, 1, 3, 10, ...long(12), 13, 0, ...long(28), ...long(0), ...long(1), ...long(0), ...long(0x10ffff), ...long(1))

const head = () =>
  words(1, 0, 1, 0, 0, 0, ...long(0x5f0f3cf5), 3, EM, 0, 0, 0, 0, 0, 0, 0, 0, 50, 0, 550, 700, 0, 8, 2, 0, 0)

const os2 = () =>
  words(
    4,
    600,
    400,
    5,
    0,
    650,
    600,
    0,
    75,
    650,
    600,
    0,
    350,
    50,
    300,
    0,
    0,
    0,
    0,
    0,
    0,
    0xffff,
    0xffff,
    0xffff,
    0xffff,
    0xffff,
    0xffff,
    0xffff,
    0xffff,
    0x4e4f,
    0x4e45,
    64,
    0,
    0xffff,
    800,
    -200,
    0,
    800,
    200,
    0,
    0,
    0,
    0,
    500,
    700,
    0,
    32,
    1,
  )

/** Names 1 (family), 2 (style), 4 (full), 6 (PostScript), for Windows in English. */
function names(family: string): Uint8Array {
  const texts = [
    [1, family],
    [2, 'Regular'],
    [4, family],
    [6, family.replaceAll(' ', '')],
  ] as const
  const records: number[] = []
  const letters: number[] = []
  for (const [id, text] of texts) {
    records.push(3, 1, 0x409, id, text.length * 2, letters.length * 2)
    letters.push(...Array.from(text, (letter) => letter.charCodeAt(0)))
  }
  return words(0, texts.length, 6 + texts.length * 12, ...records, ...letters)
}

/** The tables one after the other, each at a multiple of four bytes, behind a directory with their checksums. */
function assemble(tables: readonly Table[]): Uint8Array {
  const count = tables.length
  const power = 2 ** Math.floor(Math.log2(count))
  const directory = words(1, 0, count, power * 16, Math.log2(power), count * 16 - power * 16)
  const entries: Uint8Array[] = []
  const bodies: Uint8Array[] = []
  let at = directory.length + count * 16
  for (const [tag, bytes] of tables) {
    const padded = join([bytes, new Uint8Array((4 - (bytes.length % 4)) % 4)])
    entries.push(
      join([new TextEncoder().encode(tag), words(...long(checksum(padded)), ...long(at), ...long(bytes.length))]),
    )
    bodies.push(padded)
    at += padded.length
  }
  return join([directory, ...entries, ...bodies])
}

function checksum(bytes: Uint8Array): number {
  const view = new DataView(bytes.buffer)
  let sum = 0
  for (let i = 0; i < bytes.length; i += 4) sum = (sum + view.getUint32(i)) % 2 ** 32
  return sum
}

function join(parts: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((length, part) => length + part.length, 0))
  let at = 0
  for (const part of parts) {
    whole.set(part, at)
    at += part.length
  }
  return whole
}
