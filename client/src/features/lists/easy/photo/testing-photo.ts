import { onTestFinished, vi } from 'vitest'

export const PHOTO = 'x'.repeat(43)
export const aPhoto = (name = 'beth.jpg', type = 'image/jpeg') => new File(['as it was taken'], name, { type })

type Drawing = {
  readonly width?: number
  readonly height?: number
  readonly weigh?: (side: number, quality: number) => number
}

/**
 * jsdom opens no pictures and draws none: one of so many points, which weighs as many bytes as `weigh` says of the side it was drawn with
 * and its quality. The journeys open and draw real ones.
 */
export function drawsPhotos({ width = 4000, height = 3000, weigh = () => 1_000 }: Drawing = {}) {
  const opened = vi.fn(async () => ({ width, height, close() {} }))
  vi.stubGlobal('createImageBitmap', opened)
  const drawn: [number, number, number][] = []
  const pen = vi
    .spyOn(HTMLCanvasElement.prototype, 'getContext')
    .mockImplementation(() => ({ fillRect() {}, drawImage() {} }) as unknown as RenderingContext)
  const written = vi.spyOn(HTMLCanvasElement.prototype, 'toBlob').mockImplementation(function (
    this: HTMLCanvasElement,
    made,
    type,
    quality = 1,
  ) {
    drawn.push([this.width, this.height, quality])
    made(new Blob([new Uint8Array(weigh(Math.max(this.width, this.height), quality))], { type: type ?? '' }))
  })
  onTestFinished(() => {
    vi.unstubAllGlobals()
    pen.mockRestore()
    written.mockRestore()
  })
  return { opened, drawn }
}
