import { expect, type Locator } from '@playwright/test'
import jsQR from 'jsqr'

type Picture = { readonly pixels: string; readonly width: number; readonly height: number }

/** The words of a QR code as a phone's camera reads them, from the picture as it is drawn on the page. */
export async function readQr(code: Locator): Promise<string> {
  await expect(code).toBeVisible()
  const png = (await code.screenshot()).toString('base64')
  const { pixels, width, height } = await code.evaluate(draw, png)
  const read = jsQR.default(new Uint8ClampedArray(Buffer.from(pixels, 'base64')), width, height)
  if (!read) throw new Error('No camera could read this QR code')
  return read.data
}

/** Takes a PNG apart with the browser's own canvas. A blob, because the page's policy allows no data addresses. */
async function draw(_: Element, png: string): Promise<Picture> {
  const bytes = Uint8Array.from(atob(png), (character) => character.charCodeAt(0))
  const image = await createImageBitmap(new Blob([bytes], { type: 'image/png' }))
  const canvas = new OffscreenCanvas(image.width, image.height)
  const context = canvas.getContext('2d')
  if (!context) throw new Error('This browser draws nothing')
  context.drawImage(image, 0, 0)
  const { data, width, height } = context.getImageData(0, 0, image.width, image.height)
  // As one string: a million numbers take the way out of the page one by one, for half a minute.
  const address = await new Promise<string>((done) => {
    const reader = new FileReader()
    reader.onload = () => done(String(reader.result))
    reader.readAsDataURL(new Blob([data]))
  })
  return { pixels: address.slice(address.indexOf(',') + 1), width, height }
}
