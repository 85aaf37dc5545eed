import { LIMIT } from '@withy/shared/api'

/** A photo as it will be sent, and its address to be looked at before. */
export type MadePhoto = { readonly bytes: Blob; readonly preview: string }
/** Why there is none. `kind-not-known`: another device could open it. */
export type NoPhoto = 'not-a-photo' | 'cannot-open' | 'kind-not-known' | 'too-big'

/** What no phone's camera writes; to open more takes the memory of the page with it. Bytes. */
const MOST_TO_OPEN = 60_000_000
/** Longest side, in px, and quality of the JPEG: the first of each that is small enough. */
const SIDES = [800, 560, 400]
const QUALITIES = [0.85, 0.7, 0.55, 0.4]

/**
 * A photo as it is kept: upright, small, and newly drawn, so that nothing is in it but what is seen. Where it was taken, when and with
 * what stays on the device (SPEC EASY-50).
 */
export async function makePhoto(file: File): Promise<MadePhoto | NoPhoto> {
  if (file.type !== '' && !file.type.startsWith('image/')) return 'not-a-photo'
  if (file.size > MOST_TO_OPEN) return 'too-big'
  const seen = await opened(file)
  if (!seen) return /\.hei[cf]$/i.test(file.name) || /hei[cf]/.test(file.type) ? 'kind-not-known' : 'cannot-open'
  try {
    const bytes = await smallEnough(seen)
    return bytes ? { bytes, preview: await addressOf(bytes) } : 'too-big'
  } finally {
    seen.close()
  }
}

const opened = (file: File): Promise<ImageBitmap | null> =>
  createImageBitmap(file, { imageOrientation: 'from-image' }).catch(() => null)

async function smallEnough(seen: ImageBitmap): Promise<Blob | null> {
  for (const side of SIDES) {
    const canvas = drawn(seen, side)
    for (const quality of QUALITIES) {
      const bytes = await jpegOf(canvas, quality)
      if (bytes && bytes.size <= LIMIT.photo) return bytes
    }
  }
  return null
}

function drawn(seen: ImageBitmap, side: number): HTMLCanvasElement {
  const canvas = document.createElement('canvas')
  const scale = Math.min(1, side / Math.max(seen.width, seen.height))
  canvas.width = Math.max(1, Math.round(seen.width * scale))
  canvas.height = Math.max(1, Math.round(seen.height * scale))
  const pen = canvas.getContext('2d')
  if (!pen) return canvas
  // Where a picture is see-through, a JPEG would be black.
  pen.fillStyle = 'white'
  pen.fillRect(0, 0, canvas.width, canvas.height)
  pen.drawImage(seen, 0, 0, canvas.width, canvas.height)
  return canvas
}

const jpegOf = (canvas: HTMLCanvasElement, quality: number): Promise<Blob | null> =>
  new Promise((made) => canvas.toBlob(made, 'image/jpeg', quality))

/** Pages show pictures of our own server and those written into their address, and no others (server/src/http/headers). */
const addressOf = (bytes: Blob): Promise<string> =>
  new Promise((read, failed) => {
    const reader = new FileReader()
    reader.onload = () => read(String(reader.result))
    reader.onerror = () => failed(reader.error)
    reader.readAsDataURL(bytes)
  })
