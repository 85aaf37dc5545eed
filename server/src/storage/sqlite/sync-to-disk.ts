import { closeSync, fsyncSync, openSync } from 'node:fs'

/** Returns when a file's bytes, or a folder's names, are on stable storage. */
export function syncToDisk(path: string): void {
  const file = openSync(path, 'r')
  try {
    fsyncSync(file)
  } finally {
    closeSync(file)
  }
}
