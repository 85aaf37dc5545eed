/** Pictures of a few kilobytes can hold thousands of scans over all their points, which takes minutes to draw. Cameras make one to ten. */
const MOST_SCANS = 30

const MARK = {
  begin: 0xd8,
  end: 0xd9,
  scan: 0xda,
  jfif: 0xe0,
  adobe: 0xee,
} as const
/** Baseline, extended and progressive, in Huffman's code: what browsers, Word and PDF all draw. */
const FRAMES = [0xc0, 0xc1, 0xc2]
/** Huffman's tables, quantization tables, and after how much the scan begins anew. */
const TABLES = [0xc4, 0xdb, 0xdd]
/** What cameras and programs say beside the picture (APP0 to APP15, comments): the place, the time, the camera, a small picture of it. */
const isAside = (mark: number): boolean => (mark >= 0xe0 && mark <= 0xef) || mark === 0xfe

class NotAPhoto extends Error {}
class TooLarge extends Error {}

/**
 * A JPEG with nothing in it but its picture, byte for byte as it was: without the place, time and camera, without comments, and
 * without what stands after its end (SPEC EASY-45). What turns it upright is left out too: who sends one has turned it.
 * @param side how many points it may have to a side
 */
export function barePhoto(given: Uint8Array, side: number): Uint8Array | 'not-a-photo' | 'photo-too-large' {
  try {
    return bare(given, side)
  } catch (err) {
    if (err instanceof TooLarge) return 'photo-too-large'
    if (err instanceof NotAPhoto) return 'not-a-photo'
    throw err
  }
}

function bare(given: Uint8Array, side: number): Uint8Array {
  if (given[0] !== 0xff || given[1] !== MARK.begin) throw new NotAPhoto()
  const kept: Uint8Array[] = [given.subarray(0, 2)]
  const seen = new Set<number>()
  let scans = 0
  for (let at = 2; ; ) {
    const { mark, from, to } = partAt(given, at)
    if (mark === MARK.end) break
    const part = given.subarray(from, to)
    at = to
    if (FRAMES.includes(mark)) {
      if (seen.has(MARK.scan) || FRAMES.some((frame) => seen.has(frame))) throw new NotAPhoto()
      fits(part, side)
      kept.push(part)
    } else if (mark === MARK.scan) {
      if (!FRAMES.some((frame) => seen.has(frame)) || !TABLES.slice(0, 2).every((table) => seen.has(table)))
        throw new NotAPhoto()
      scans += 1
      at = endOfScan(given, to)
      if (scans > MOST_SCANS || at === to) throw new NotAPhoto()
      kept.push(given.subarray(from, at))
    } else if (TABLES.includes(mark)) kept.push(part)
    else if (isAside(mark)) kept.push(...whatDraws(mark, part))
    else throw new NotAPhoto()
    seen.add(mark)
  }
  if (scans === 0) throw new NotAPhoto()
  return new Uint8Array(Buffer.concat([...kept, Uint8Array.of(0xff, MARK.end)]))
}

/** One part of the file, with its mark and its length. */
function partAt(given: Uint8Array, at: number): { mark: number; from: number; to: number } {
  let from = at
  // Any number of these may stand before a mark.
  while (given[from] === 0xff && given[from + 1] === 0xff) from += 1
  const mark = given[from + 1]
  if (given[from] !== 0xff || mark === undefined) throw new NotAPhoto()
  if (mark === MARK.end) return { mark, from, to: from + 2 }
  const length = (given[from + 2] ?? 0) * 256 + (given[from + 3] ?? 0)
  const to = from + 2 + length
  if (length < 2 || to > given.length) throw new NotAPhoto()
  return { mark, from, to }
}

/** Where the points of a scan end: at the first mark that is none of their own. */
function endOfScan(given: Uint8Array, from: number): number {
  for (let at = given.indexOf(0xff, from); at !== -1; at = given.indexOf(0xff, at + 1)) {
    const next = given[at + 1] ?? 0
    const isTheirs = next === 0 || (next >= 0xd0 && next <= 0xd7)
    if (!isTheirs) return at
  }
  throw new NotAPhoto()
}

/** Eight bits, grey or three colours, and no more points than asked. */
function fits(frame: Uint8Array, side: number): void {
  const [bits, colours = 0] = [frame[4], frame[9]]
  const { wide, high } = sidesOf(frame)
  if (bits !== 8 || high === 0 || wide === 0 || ![1, 3].includes(colours) || frame.length !== 10 + 3 * colours)
    throw new NotAPhoto()
  if (Math.max(high, wide) > side) throw new TooLarge()
}

/** Of what is said beside a picture, what it cannot be drawn right without: that it is JFIF, without its small picture, and how its colours are coded. */
function whatDraws(mark: number, part: Uint8Array): Uint8Array[] {
  const said = (word: string) => Buffer.from(part.subarray(4, 4 + word.length)).toString('latin1') === word
  if (mark === MARK.jfif && said('JFIF\0') && part.length >= 18)
    return [Uint8Array.of(0xff, mark, 0, 16, ...part.subarray(4, 16), 0, 0)]
  return mark === MARK.adobe && said('Adobe') && part.length === 16 ? [part] : []
}

/** How many points a bare photo has to its sides. Throws where it is none. */
export function sidesOfPhoto(photo: Uint8Array): { readonly wide: number; readonly high: number } {
  for (let at = 2; ; ) {
    const { mark, from, to } = partAt(photo, at)
    if (mark === MARK.end || mark === MARK.scan) throw new NotAPhoto()
    if (FRAMES.includes(mark)) return sidesOf(photo.subarray(from, to))
    at = to
  }
}

function sidesOf(frame: Uint8Array): { readonly wide: number; readonly high: number } {
  const [high1 = 0, high0 = 0, wide1 = 0, wide0 = 0] = frame.subarray(5)
  return { wide: wide1 * 256 + wide0, high: high1 * 256 + high0 }
}
