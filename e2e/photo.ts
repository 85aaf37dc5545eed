import type { Page } from '@playwright/test'

/** What is in the file of `aPhoto` besides the picture: where it was taken, say. */
export const LEFT_OUT = 'taken at 12 Mill Lane'

/** A photo as a phone held upright writes it: 1200 by 900 points to be turned, and words that are no part of the picture. */
export async function aPhoto(page: Page, name = 'beth.jpg') {
  const drawn = await page.evaluate(() => {
    const canvas = Object.assign(document.createElement('canvas'), { width: 1200, height: 900 })
    const pen = canvas.getContext('2d')
    for (const [colour, x] of [
      ['#1f5c4a', 0],
      ['#ffd75e', 600],
    ] as const) {
      if (!pen) break
      pen.fillStyle = colour
      pen.fillRect(x, 0, 600, 900)
    }
    return canvas.toDataURL('image/jpeg').split(',')[1] ?? ''
  })
  const plain = Buffer.from(drawn, 'base64')
  return { name, mimeType: 'image/jpeg', buffer: Buffer.concat([plain.subarray(0, 2), exif(), plain.subarray(2)]) }
}

/** A segment of a JPEG (EXIF 2.32): the picture is to be turned to the right, and a description. */
function exif(): Buffer {
  const words = Buffer.from(`${LEFT_OUT}\0`)
  const tiff = Buffer.alloc(38)
  tiff.write('MM\0*\0\0\0\u0008', 'latin1')
  tiff.writeUInt16BE(2, 8)
  // ImageDescription, as letters that stand at 38; Orientation, a number.
  for (const [at, tag, type, count] of [
    [10, 0x010e, 2, words.length],
    [22, 0x0112, 3, 1],
  ] as const) {
    tiff.writeUInt16BE(tag, at)
    tiff.writeUInt16BE(type, at + 2)
    tiff.writeUInt32BE(count, at + 4)
  }
  tiff.writeUInt32BE(38, 18)
  tiff.writeUInt16BE(6, 30)
  const body = Buffer.concat([Buffer.from('Exif\0\0'), tiff, words])
  const head = Buffer.from([0xff, 0xe1, 0, 0])
  head.writeUInt16BE(body.length + 2, 2)
  return Buffer.concat([head, body])
}
