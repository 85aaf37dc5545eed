import { LIMIT } from '@withy/shared/api'
import type { Brought } from './brought.ts'

/** Longest that a file may take to be read (ms). A long report takes one second on a slow phone. */
const LONGEST = 20_000

/** `too-slow`: given up after 20 s. `away`: what reads files could not be fetched. `gone`: the file cannot be opened any more. */
export type ReadFile = Brought | { readonly is: 'too-slow' | 'away' | 'gone' }

/**
 * Reads a file on this device, apart from the page. Whatever is in it, the page stays awake (SPEC EXPORT-63).
 * @param signal gives it up; the promise then never settles
 */
export async function readFile(file: File, signal: AbortSignal): Promise<ReadFile> {
  if (file.size > LIMIT.broughtFile) return { is: 'too-large' }
  const bytes = await file.arrayBuffer().catch(() => null)
  if (!bytes) return { is: 'gone' }
  return new Promise((resolve) => {
    const worker = new Worker(new URL('./file-worker.ts', import.meta.url), { type: 'module' })
    const end = (read: ReadFile | null) => {
      worker.terminate()
      clearTimeout(timer)
      if (read) resolve(read)
    }
    const timer = setTimeout(() => end({ is: 'too-slow' }), LONGEST)
    signal.addEventListener('abort', () => end(null))
    worker.addEventListener('message', ({ data }: MessageEvent<Brought>) => end(data))
    worker.addEventListener('error', () => end({ is: 'away' }))
    worker.postMessage({ name: file.name, bytes }, [bytes])
  })
}
