import { createHash } from 'node:crypto'
import { getDocumentProxy } from 'unpdf'
import { CannotRead, type FileWords, MOST_SIGNS } from './file-words.ts'

/** No plan has more. */
const MOST_PAGES = 1_500
/** A picture of more dots than this is not drawn: none of ours holds one. */
const MOST_DOTS = 4_000_000

type Document = Awaited<ReturnType<typeof getDocumentProxy>>
type Page = Awaited<ReturnType<Document['getPage']>>

/**
 * The words of a PDF, page after page, with what stands at the head and foot of each and what somebody typed on top of it. Its look is
 * everything that is drawn, so that words that were covered show (SPEC EXPORT-84).
 */
export async function readPdf(bytes: Uint8Array): Promise<FileWords> {
  const pdf = await opened(bytes)
  if (pdf.numPages > MOST_PAGES) throw new CannotRead('too-much')
  const look = createHash('sha256')
  const pages: string[] = []
  let signs = 0
  for (let number = 1; number <= pdf.numPages; number++) {
    const page = await pdf.getPage(number)
    const words = `${await wordsOf(page)}\n${await typedOn(page, look)}`
    signs += words.length
    if (signs > MOST_SIGNS) throw new CannotRead('too-much')
    pages.push(words)
    const { fnArray, argsArray } = await page.getOperatorList({ annotationMode: NO_NOTES })
    look.update(JSON.stringify([page.view, page.rotate, fnArray, argsArray], numbersOnly))
    page.cleanup()
  }
  return { form: 'pdf', words: pages.join('\f').normalize('NFC'), look: look.digest('hex') }
}

/** What is drawn of notes and fields is read apart. */
const NO_NOTES = 0

async function opened(bytes: Uint8Array): Promise<Document> {
  // Nothing of the machine is used, and nothing in the file is run.
  const settings = {
    isEvalSupported: false,
    enableXfa: false,
    useSystemFonts: false,
    maxImageSize: MOST_DOTS,
    verbosity: 0,
  }
  // A Buffer, which is what comes from another process, it does not take.
  return getDocumentProxy(new Uint8Array(bytes), settings).catch((err: Error) => {
    throw new CannotRead(err.name === 'PasswordException' ? 'locked' : 'damaged')
  })
}

async function wordsOf(page: Page): Promise<string> {
  const { items } = await page.getTextContent()
  return items.map((item) => ('str' in item ? `${item.str}${item.hasEOL ? '\n' : ''}` : '')).join('')
}

/** Notes and filled fields: words that are on a page and no part of it. */
async function typedOn(page: Page, look: { update(words: string): void }): Promise<string> {
  const notes = await page.getAnnotations()
  look.update(JSON.stringify(notes.map(({ subtype, rect, url }) => [subtype, rect, url])))
  return notes
    .filter(({ subtype }) => subtype !== 'Link')
    .map(({ contentsObj, fieldValue }) => `${contentsObj?.str ?? ''} ${fieldValue ?? ''}`)
    .join('\n')
}

/** Names of fonts and letters are numbered anew in each file; where and how much is drawn is not. */
const numbersOnly = (_: string, value: unknown): unknown => {
  if (ArrayBuffer.isView(value)) return Array.from(value as Float32Array)
  return Array.isArray(value) || typeof value === 'number' ? value : 0
}
