import { describe, expect, it } from 'vitest'
import { barePhoto } from './jpeg.ts'
import { PHOTOS, withPart, withSides } from './testing/photos.ts'

const bare = (photo: Uint8Array) => barePhoto(photo, 1_600)
const { red, grey, progressive } = PHOTOS
/** With EXIF, as a phone writes it: the place, and a small picture of it. */
const EXIF = 0xe1
const place = `Exif\0\0GPS 53.4808 N 2.2426 W`

/** Where a mark stands in a file. */
const at = (photo: Uint8Array, mark: number) => Buffer.from(photo).indexOf(Uint8Array.of(0xff, mark))
const cut = (photo: Uint8Array, from: number, to: number) =>
  Buffer.concat([photo.subarray(0, from), photo.subarray(to)])

describe('a photo without anything but its picture', () => {
  it.each(Object.entries(PHOTOS))('[EASY-45] is the very same bytes where there is nothing else (%s)', (_, photo) => {
    expect(bare(photo)).toEqual(photo)
  })

  it.each([
    ['EXIF, with the place', EXIF, place],
    ['XMP', EXIF, 'http://ns.adobe.com/xap/1.0/\0<x:xmpmeta>Anna’s home</x:xmpmeta>'],
    ['IPTC', 0xed, 'Photoshop 3.0\0' + '8BIM Anna'],
    ['a colour profile', 0xe2, 'ICC_PROFILE\0\u0001\u0001Anna’s screen'],
    ['a comment', 0xfe, 'At Anna’s'],
    ['a strange APP0', 0xe0, 'JFXX\0\u0010a small picture of Anna'],
    ['a strange APP14', 0xee, 'Adobe, Anna, and more'],
  ])('[EASY-45] leaves out %s', (_, mark, says) => {
    for (const photo of [red, progressive]) expect(bare(withPart(photo, mark, says))).toEqual(photo)
  })

  it('[EASY-45] leaves out the small picture JFIF may hold, and what stands after the end', () => {
    const small = Buffer.concat([Buffer.from('JFIF\0'), Uint8Array.of(1, 1, 0, 0, 1, 0, 1, 1, 1, 9, 9, 9)])
    const withSmall = withPart(cut(red, 2, 20), 0xe0, small)
    expect(bare(withSmall)).toEqual(red)
    expect(bare(Buffer.concat([red, Buffer.from('a film of Anna, as some phones put it here')]))).toEqual(red)
  })

  it('[EASY-45] keeps how its colours are coded', () => {
    const adobe = Uint8Array.from([...Buffer.from('Adobe'), 0, 100, 0, 0, 0, 0, 1])
    const photo = withPart(grey, 0xee, adobe)
    expect(bare(photo)).toEqual(photo)
  })

  it('[EASY-45] lets any number of FF stand before a mark', () => {
    const filled = Buffer.concat([red.subarray(0, 2), Uint8Array.of(0xff, 0xff), red.subarray(2)])
    expect(bare(filled)).toEqual(red)
  })
})

describe('what is no photo we can keep', () => {
  const second = at(red, 0xda)
  const strange: Record<string, Uint8Array> = {
    nothing: new Uint8Array(),
    'the beginning alone': red.subarray(0, 2),
    words: Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'),
    'a web page that begins like one': Buffer.concat([red.subarray(0, 20), Buffer.from('<script>alert(1)</script>')]),
    'a PNG': Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10, 0, 0]),
    'one that is cut short': red.subarray(0, -1),
    'one without its points': cut(red, second, red.length - 2),
    'one without tables': cut(red, at(red, 0xdb), at(red, 0xc0)),
    'one without a frame': cut(red, at(red, 0xc0), at(red, 0xc4)),
    'one with two frames': Buffer.concat([
      red.subarray(0, at(red, 0xc0)),
      red.subarray(at(red, 0xc0), at(red, 0xc4)),
      red.subarray(at(red, 0xc0)),
    ]),
    'one of no height': withSides(red, 24, 0),
    'one of no width': withSides(red, 0, 18),
    'one with a part that is longer than the file': Buffer.concat([
      red.subarray(0, 2),
      Uint8Array.of(0xff, EXIF, 0xff, 0xff),
      red.subarray(2),
    ]),
    'one in another code (arithmetic)': red.map((byte, n) => (n === at(red, 0xc0) + 1 ? 0xc9 : byte)),
    'one of twelve bits': red.map((byte, n) => (n === at(red, 0xc0) + 4 ? 12 : byte)),
    'one of four colours': red.map((byte, n) => (n === at(red, 0xc0) + 9 ? 4 : byte)),
    'one of more scans than any camera makes': Buffer.concat([
      red.subarray(0, -2),
      ...Array.from({ length: 30 }, () => red.subarray(second, -2)),
      red.subarray(-2),
    ]),
  }

  it.each(Object.entries(strange))('[EASY-45] is %s', (_, file) => {
    expect(bare(file)).toBe('not-a-photo')
  })

  it('[EASY-45] is one of more points to a side than there may be', () => {
    for (const [wide, high] of [
      [1_601, 18],
      [24, 1_601],
      [65_535, 65_535],
    ] as const)
      expect(bare(withSides(red, wide, high))).toBe('photo-too-large')
    expect(bare(withSides(red, 1_600, 1_600))).toBeInstanceOf(Uint8Array)
  })

  it('[EASY-45] is told of whatever comes, and nothing is thrown', () => {
    for (let n = 0; n < red.length; n++)
      for (const byte of [0, 0xc0, 0xd9, 0xda, 0xff]) {
        const made = bare(red.map((was, i) => (i === n ? byte : was)))
        expect(made instanceof Uint8Array || made === 'not-a-photo' || made === 'photo-too-large').toBe(true)
        // What was made bare once is bare.
        if (made instanceof Uint8Array) expect(bare(made)).toEqual(made)
      }
  })
})
