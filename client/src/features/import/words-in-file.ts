import { LIMIT } from '@withy/shared/api'
import { type Block, type RichText, readRichText, writeRichText } from '@withy/shared/plan'
import * as Y from 'yjs'
import { reach } from '../../ui/reach.ts'
import { type Brought, type Found, UnreadableError } from './brought.ts'
import { markdownWords } from './markdown-words.ts'
import { plainWords } from './plain-words.ts'

/**
 * The words of a file, as a text box holds them. What the file is is told by what is in it; of text, by its name. Never throws
 * (SPEC EXPORT-60, EXPORT-63).
 */
export async function wordsInFile(name: string, bytes: Uint8Array): Promise<Brought> {
  if (bytes.length > LIMIT.broughtFile) return { is: 'too-large' }
  try {
    const { blocks, left } = await found(name, bytes)
    const text = asHeld(blocks)
    if (text.length === 0) return { is: 'no-words' }
    const { letters, lines } = sizeOf(text)
    if (letters > LIMIT.broughtLetters || lines > LIMIT.broughtLines) return { is: 'too-many' }
    return { is: 'words', text, left }
  } catch (problem) {
    return { is: problem instanceof UnreadableError ? problem.why : 'damaged' }
  }
}

async function found(name: string, bytes: Uint8Array): Promise<Found> {
  if (begins(bytes, ZIP)) return (await reach(async () => (await import('./docx-words.ts')).docxWords))(bytes)
  if (begins(bytes, OLD_OFFICE)) throw new UnreadableError('locked')
  const words = textOf(bytes)
  return /\.(md|markdown)$/i.test(name) ? markdownWords(words) : plainWords(words)
}

const ZIP = [0x50, 0x4b, 0x03, 0x04]
/** Word files before 2007, and all that have a password. */
const OLD_OFFICE = [0xd0, 0xcf, 0x11, 0xe0]
const begins = (bytes: Uint8Array, signs: readonly number[]): boolean => signs.every((sign, at) => bytes[at] === sign)

/** Text as people's programs write it. Anything with signs in it that no text has is another kind of file. */
function textOf(bytes: Uint8Array): string {
  const [first, second] = bytes
  const is16 = first === 0xff && second === 0xfe ? 'utf-16le' : first === 0xfe && second === 0xff ? 'utf-16be' : null
  const text = is16
    ? new TextDecoder(is16).decode(bytes)
    : (decoded('utf-8', bytes) ?? decoded('windows-1252', bytes) ?? '')
  // biome-ignore lint/suspicious/noControlCharactersInRegex: that is what tells
  if (/[\u0000-\u0008\u000e-\u001a]/.test(text)) throw new UnreadableError('other-kind')
  return text.replace(/\r\n?|[\v\f\u0085\u2028\u2029]/g, '\n')
}

function decoded(as: string, bytes: Uint8Array): string | null {
  try {
    return new TextDecoder(as, { fatal: true }).decode(bytes)
  } catch {
    return null
  }
}

/** What gets through a text box: the same blocks, marks and addresses as those of somebody who types. */
function asHeld(blocks: readonly Block[]): RichText {
  const doc = new Y.Doc()
  const fragment = doc.getXmlFragment('words')
  doc.transact(() => writeRichText(fragment, blocks))
  const text = readRichText(fragment)
  doc.destroy()
  return text
}

function sizeOf(blocks: readonly Block[]): { letters: number; lines: number } {
  let letters = 0
  let lines = 0
  const count = (block: Block): void => {
    if ('items' in block) for (const item of block.items) item.forEach(count)
    else {
      lines += 1
      for (const { text } of block.runs) letters += text.length
    }
  }
  blocks.forEach(count)
  return { letters, lines }
}
