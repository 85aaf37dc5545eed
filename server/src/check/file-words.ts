/** Forms of a copy that can be read back. */
export type FileForm = 'pdf' | 'html' | 'json'

/**
 * What a file says. `words`: every word a reader can be shown, in the order of the file, composed (NFC), with spaces where the file has
 * them. `look`: SHA-256 of how they are drawn (what is drawn besides words, styles and marks); the same in a file that was only
 * saved again. `linksFrom`: of a web page a browser saved, the address it had, where it says one.
 */
export type FileWords = {
  readonly form: FileForm
  readonly words: string
  readonly look: string
  readonly linksFrom?: string
}

/**
 * Why a file cannot be read. `foreign`: of no form we read; `changeable`: a file of Word or LibreOffice; `locked`: it asks for a password; `damaged`: it begins like one of ours
 * and cannot be read to its end; `too-much`: it holds more than any plan, or takes too long.
 */
export type Unreadable = 'foreign' | 'changeable' | 'locked' | 'damaged' | 'too-much'

/** Thrown by what reads one form. */
export class CannotRead extends Error {
  readonly why: Unreadable
  constructor(why: Unreadable) {
    super(why)
    this.why = why
  }
}

/** No plan has more: 300 pages are a million signs. A file that unpacks to more than this was made to. */
export const MOST_SIGNS = 8_000_000

/** Which form a file is of, by how it begins, whatever it is called; null: none of ours. */
export function formOf(bytes: Uint8Array): FileForm | null {
  const start = new TextDecoder('latin1').decode(bytes.subarray(0, 1_024)).replace(/^ï»¿/, '').trimStart()
  // Mail programs put lines before the mark of a PDF, and readers let them.
  if (start.includes('%PDF-')) return 'pdf'
  if (start.startsWith('{')) return 'json'
  // A browser that saves a page puts a remark before it.
  return /^(<!--[^>]*-->\s*)*<(!doctype html|html|head)\b/i.test(start) ? 'html' : null
}

/** Whether it is a file of Word or LibreOffice, by the names of the parts that each has, which stand in it as they are. */
export const isChangeable = (bytes: Uint8Array): boolean => {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const has = (part: string) => file.includes(part, 0, 'latin1')
  return (
    file.subarray(0, 4).equals(Buffer.from('PK\u0003\u0004')) &&
    (has('word/document.xml') || has('application/vnd.oasis.opendocument.text'))
  )
}
