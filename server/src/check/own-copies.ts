import { createThread } from '../own-thread.ts'
import type { Looked } from './looked.ts'

/**
 * Reads a web page or a JSON file of our own, in a thread: one of two hundred pages takes a second, in which nobody's letter would be
 * taken in (SPEC STORE-122). What a stranger gave us needs a process (`file-reader.ts`). Rejects as `createThread` says. Each that
 * waits is a copy whole.
 */
export const readOwnCopy = createThread<Uint8Array, Looked>(new URL('./own-copy-worker.ts', import.meta.url), {
  waiting: 40,
  milliseconds: 60_000,
  megabytes: 1_000,
  idle: 120_000,
})
