import { strFromU8, unzipSync } from 'fflate'

const ENTITIES: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }

const unescaped = (xml: string): string =>
  xml.replace(/&(?:#(\d+)|(\w+));/g, (_, code, name) =>
    code ? String.fromCodePoint(Number(code)) : (ENTITIES[name] ?? ''),
  )

/** A file inside a ZIP, as text. */
export const fileIn = (zip: Uint8Array, name: string): string => strFromU8(unzipSync(zip)[name] ?? new Uint8Array())

/** What a reader of a DOCX meets: the words of its runs, and of no field or setting. */
export const textOfDocx = (file: Uint8Array): string =>
  unescaped(
    Array.from(
      fileIn(file, 'word/document.xml').matchAll(/<w:t(?: [^>]*)?>([^<]*)<\/w:t>|<w:br\/>|<\/w:p>/g),
      ([, words]) => words ?? '\n',
    ).join(''),
  )

/** What a reader of an ODT meets. */
export const textOfOdt = (file: Uint8Array): string =>
  unescaped(
    fileIn(file, 'content.xml')
      .replace(/^.*<office:text>/s, '')
      .replace(/<text:line-break\/>|<\/text:[ph]>/g, '\n')
      .replace(/<text:s text:c="(\d+)"\/>/g, (_, count) => ' '.repeat(count))
      .replace(/<[^>]*>/g, ''),
  )
