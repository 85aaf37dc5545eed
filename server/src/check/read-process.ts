import { readFile } from './read-file.ts'

// The process in which a file of a stranger's is read. Takes `{ bytes }`, answers with what the file says or why it cannot be read,
// and is ended after that one file: whatever is in it finds nothing of another.
process.on('message', async ({ bytes }: { bytes: Uint8Array }) => process.send?.(await readFile(bytes)))
process.on('disconnect', () => process.exit())
