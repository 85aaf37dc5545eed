import { expect, it, vi } from 'vitest'
import { makePhoto } from './make-photo.ts'
import { aPhoto, drawsPhotos } from './testing-photo.ts'

it('[EASY-50] a photo is turned upright, made 800 px at most, and drawn again as a JPEG', async () => {
  const { opened, drawn } = drawsPhotos()
  const made = await makePhoto(aPhoto())
  expect(opened).toHaveBeenCalledWith(expect.anything(), { imageOrientation: 'from-image' })
  expect(drawn).toEqual([[800, 600, 0.85]])
  expect(made).toMatchObject({ bytes: expect.objectContaining({ type: 'image/jpeg', size: 1_000 }) })
  expect(typeof made === 'object' && made.preview).toMatch(/^data:image\/jpeg;base64,/)
})

it('[EASY-50] a small one keeps its size', async () => {
  const { drawn } = drawsPhotos({ width: 30, height: 400 })
  await makePhoto(aPhoto())
  expect(drawn).toEqual([[30, 400, 0.85]])
})

it('[EASY-50] its quality is lowered, and then its size, until it is 300 kB or less', async () => {
  const { drawn } = drawsPhotos({ weigh: (side, quality) => side * 1_000 * quality })
  expect(await makePhoto(aPhoto())).toMatchObject({ bytes: expect.objectContaining({ size: 560 * 1_000 * 0.4 }) })
  expect(drawn.map(([side, , quality]) => [side, quality])).toEqual([
    [800, 0.85],
    [800, 0.7],
    [800, 0.55],
    [800, 0.4],
    [560, 0.85],
    [560, 0.7],
    [560, 0.55],
    [560, 0.4],
  ])
})

it('[EASY-54] a file that is no photo, that cannot be opened here, or is too big is none', async () => {
  const { opened } = drawsPhotos({ weigh: () => 300_001 })
  expect(await makePhoto(aPhoto('notes.pdf', 'application/pdf'))).toBe('not-a-photo')
  expect(opened).not.toHaveBeenCalled()
  expect(await makePhoto(aPhoto())).toBe('too-big')
  vi.stubGlobal('createImageBitmap', async () => Promise.reject(new DOMException('no picture')))
  expect(await makePhoto(aPhoto())).toBe('cannot-open')
  expect(await makePhoto(aPhoto('IMG_1.HEIC', ''))).toBe('kind-not-known')
  expect(await makePhoto(aPhoto('photo', 'image/heif'))).toBe('kind-not-known')
  const huge = Object.defineProperty(aPhoto(), 'size', { value: 60_000_001 })
  expect(await makePhoto(huge)).toBe('too-big')
})
