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
 * everything that is drawn and in which colour, with the letters themselves as its fonts draw them, what screen readers are told of its
 * parts, its bookmarks and links: covered words show, and so do other shapes for the same words (SPEC EXPORT-83, EXPORT-26).
 */
export async function readPdf(bytes: Uint8Array): Promise<FileWords> {
  const pdf = await opened(bytes)
  if (pdf.numPages > MOST_PAGES) throw new CannotRead('too-much')
  const look = createHash('sha256')
  const known = new Map<string, string>()
  const pages: string[] = []
  let signs = 0
  for (let number = 1; number <= pdf.numPages; number++) {
    const page = await pdf.getPage(number)
    const words = `${await wordsOf(page)}\n${await typedOn(page, look)}`
    signs += words.length
    if (signs > MOST_SIGNS) throw new CannotRead('too-much')
    pages.push(words)
    const drawn = await page.getOperatorList({ annotationMode: NO_NOTES })
    knowFonts(page, drawn, known)
    await knowPictures(page, drawn, known)
    look.update(JSON.stringify([page.view, page.rotate, page.userUnit, drawn.fnArray]))
    for (const args of drawn.argsArray) look.update(JSON.stringify(args, (_, value) => asDrawn(value, known)) ?? '')
    look.update(JSON.stringify(await page.getStructTree(), withoutNumbers))
    page.cleanup()
  }
  look.update(JSON.stringify(await around(pdf), withoutNumbers))
  return { form: 'pdf', words: pages.join('\f').normalize('NFC'), look: look.digest('hex') }
}

/** What a reader of PDFs shows or does besides the pages. */
const around = async (pdf: Document) => [
  ((await pdf.getMetadata()).info as { Title?: unknown }).Title,
  await pdf.getOutline(),
  await pdf.getJSActions(),
  await pdf.getOpenAction(),
  Object.keys((await pdf.getAttachments()) ?? {}),
  // Layers a reader can switch off.
  (await pdf.getOptionalContentConfig()).getOrder(),
]

/** What is drawn of notes and fields is read apart. */
const NO_NOTES = 0

async function opened(bytes: Uint8Array): Promise<Document> {
  // Nothing of the machine is used, and nothing in the file is run.
  const settings = {
    fontExtraProperties: true,
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
  look.update(JSON.stringify(notes.map((note) => [note.subtype, note.rect, note.url, note.hasAppearance])))
  return notes
    .filter(({ subtype }) => subtype !== 'Link')
    .map(({ contentsObj, fieldValue }) => `${contentsObj?.str ?? ''} ${fieldValue ?? ''}`)
    .join('\n')
}

/** Objects are numbered anew in each file: `p12R_mc3` is the third piece of a page, whatever number its page has; a place is a number too. */
const withoutNumbers = (key: string, value: unknown): unknown => {
  if (key === 'dest') return null
  return typeof value === 'string' ? value.replace(/\d+R(_|$)/, '') : value
}

/** How the fonts of a page draw, by the names they have while this file is read. */
function knowFonts(page: Page, { fnArray, argsArray }: Drawn, known: Map<string, string>): void {
  for (const [n, does] of fnArray.entries()) {
    const [name] = (argsArray[n] ?? []) as [string?]
    if (does !== SET_FONT || name === undefined || known.has(name)) continue
    const { data, widths, defaultWidth, fontMatrix, vertical, missingFile, charProcOperatorList } = page.commonObjs.get(
      name,
    ) as FontRead
    const rest = [widths, defaultWidth, fontMatrix, vertical, missingFile, charProcOperatorList]
    const font = createHash('sha256').update(JSON.stringify(rest, (_, value) => asDrawn(value, known)))
    if (data) font.update(data)
    known.set(name, font.digest('hex'))
  }
}
const SET_FONT = 37

/** Pictures by their points, under the names they have while this file is read: another photo in the place of one is another look. */
async function knowPictures(page: Page, { fnArray, argsArray }: Drawn, known: Map<string, string>): Promise<void> {
  for (const [n, does] of fnArray.entries()) {
    const [name] = (argsArray[n] ?? []) as [string?]
    if (!DRAW_PICTURE.includes(does) || typeof name !== 'string' || known.has(name)) continue
    const from = name.startsWith('g_') ? page.commonObjs : page.objs
    const drawn = await new Promise<PictureRead | null>((resolve) => from.get(name, resolve))
    const points = createHash('sha256').update(JSON.stringify([drawn?.width, drawn?.height, drawn?.kind]))
    if (drawn?.data) points.update(drawn.data)
    known.set(name, points.digest('hex'))
  }
}
/** Once, and many times. */
const DRAW_PICTURE = [85, 88]
type PictureRead = {
  readonly width?: number
  readonly height?: number
  readonly kind?: number
  readonly data?: Uint8Array
}
type Drawn = Awaited<ReturnType<Page['getOperatorList']>>
type FontRead = { readonly data?: Uint8Array } & Readonly<Record<string, unknown>>

/** Fonts and pictures by how they draw and not by name; of each letter which one it is, what it is read as and how wide it is. */
function asDrawn(value: unknown, known: ReadonlyMap<string, string>): unknown {
  if (ArrayBuffer.isView(value)) return Array.from(value as Float32Array)
  if (typeof value === 'string') return known.get(value) ?? value
  if (value && typeof value === 'object' && 'originalCharCode' in value) {
    const { originalCharCode, unicode, width } = value as Record<string, unknown>
    return [originalCharCode, unicode, width]
  }
  return value
}
