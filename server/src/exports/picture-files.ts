import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'

const { resolve } = createRequire(import.meta.url)
const read = new Map<string, Buffer>()

/** A picture of ours as shapes, an SVG. `id`: one that `pictureOf` knows, and never people's own words, which could name any file. */
export const pictureSvg = (id: string): string => fileOf(`${id}.svg`).toString('utf8')

/** The same as points: 240 to a side. */
export const picturePng = (id: string): Buffer => fileOf(`png/${id}.png`)

function fileOf(name: string): Buffer {
  const bytes = read.get(name) ?? readFileSync(resolve(`@withy/shared/pictures/${name}`))
  read.set(name, bytes)
  return bytes
}
