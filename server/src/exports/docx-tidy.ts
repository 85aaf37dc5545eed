import { strFromU8, unzipSync } from 'fflate'
import { zipped } from './zip.ts'

/**
 * The same file each time: the library puts ids of chance, a count of its own and the clock into what it makes. Ids become numbers in
 * the order they stand in, times the moment of the copy (`at`), and the files of the ZIP get one date (SPEC EXPORT-11).
 */
export function sameEachTime(made: Uint8Array, at: Date): Uint8Array {
  const inside = Object.entries(unzipSync(made))
  const files = new Map(inside.filter(([name]) => isText(name)).map(([name, bytes]) => [name, strFromU8(bytes)]))
  const links = new Map<string, string>()
  const document = (files.get(DOCUMENT) ?? '').replace(LINK, (_, before: string, id: string) => {
    links.set(id, links.get(id) ?? `rIdLink${links.size + 1}`)
    return `${before}"${links.get(id)}"`
  })
  const places = new Map<string, number>()
  files.set(
    DOCUMENT,
    document.replace(PLACE, (_, before: string, id: string) => {
      places.set(id, places.get(id) ?? places.size + 1)
      return `${before}"${places.get(id)}"`
    }),
  )
  change(files, LINKS, (text) =>
    text.replace(/ Id="([^"]+)"/g, (whole, id) => (links.has(id) ? ` Id="${links.get(id)}"` : whole)),
  )
  const moment = `${at.toISOString().slice(0, 19)}Z`
  change(files, ABOUT, (text) => text.replace(/(<dcterms:\w+[^>]*>)[^<]*/g, `$1${moment}`))
  // What kind a file is stands first, where every reader looks for it.
  const pictures = inside.filter(([name]) => !isText(name))
  const inOrder = [...files, ...pictures].toSorted(
    ([a], [b]) => Number(b === KINDS) - Number(a === KINDS) || (a < b ? -1 : 1),
  )
  return zipped(inOrder.map(([name, bytes]) => ({ name, bytes })))
}

const isText = (name: string): boolean => /\.(xml|rels)$/.test(name)

const KINDS = '[Content_Types].xml'
const DOCUMENT = 'word/document.xml'
const LINKS = 'word/_rels/document.xml.rels'
const ABOUT = 'docProps/core.xml'
const LINK = /(<w:hyperlink [^>]*r:id=)"([^"]+)"/g
const PLACE = /(<w:bookmark(?:Start|End) [^>]*w:id=)"(\d+)"/g

function change(files: Map<string, string>, name: string, by: (text: string) => string): void {
  const text = files.get(name)
  if (text !== undefined) files.set(name, by(text))
}
