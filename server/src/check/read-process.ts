import { CannotRead, type FileWords, formOf, type Unreadable } from './file-words.ts'

/**
 * The process in which a file of a stranger's is read. Takes `{ bytes }`, answers with what the file says or with why it cannot be
 * read, and is ended after that one file: whatever is in it finds nothing of another.
 */
export type ReadAnswer = FileWords | { readonly unreadable: Unreadable }

process.on('message', async ({ bytes }: { bytes: Uint8Array }) => process.send?.(await read(bytes)))
process.on('disconnect', () => process.exit())

async function read(bytes: Uint8Array): Promise<ReadAnswer> {
  try {
    const form = formOf(bytes)
    if (form === 'pdf') return await (await import('./read-pdf.ts')).readPdf(bytes)
    if (form === 'html') return (await import('./read-html.ts')).readHtml(bytes)
    if (form === 'json') return (await import('./read-json.ts')).readJson(bytes)
    return { unreadable: 'foreign' }
  } catch (err) {
    return { unreadable: err instanceof CannotRead ? err.why : 'damaged' }
  }
}
