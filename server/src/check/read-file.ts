import { CannotRead, type FileWords, formOf, isChangeable, type Unreadable } from './file-words.ts'

/** What a file says, or why it cannot be read. */
export type FileRead = FileWords | { readonly unreadable: Unreadable }

/**
 * Reads a file of any form. Never rejects. Where the file is a stranger's this is for a process of its own (`file-reader.ts`): what
 * reads a PDF is loaded when there is one.
 */
export async function readFile(bytes: Uint8Array): Promise<FileRead> {
  try {
    const form = formOf(bytes)
    if (form === 'pdf') return await (await import('./read-pdf.ts')).readPdf(bytes)
    if (form === 'html') return (await import('./read-html.ts')).readHtml(bytes)
    if (form === 'json') return (await import('./read-json.ts')).readJson(bytes)
    return { unreadable: isChangeable(bytes) ? 'changeable' : 'foreign' }
  } catch (err) {
    return { unreadable: err instanceof CannotRead ? err.why : 'damaged' }
  }
}
