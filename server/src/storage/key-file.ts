import { randomBytes } from 'node:crypto'
import { closeSync, fsyncSync, linkSync, openSync, readFileSync, unlinkSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import { StorageProblem } from './storage-problem.ts'

const BYTES = 32

/**
 * The server's own key, in `secret.key` beside the database and made on the first start; links and codes are derived
 * from it (SPEC STORE-16). `made`: it was not there before. Throws StorageProblem when the file holds something else.
 */
export function openKey(dataDir: string): { key: Buffer; made: boolean } {
  const path = join(dataDir, 'secret.key')
  const found = read(path)
  if (found) return { key: found, made: false }
  write(path, randomBytes(BYTES))
  const key = read(path)
  if (!key) throw new StorageProblem(`The key in ${path} could not be kept.`)
  return { key, made: true }
}

function read(path: string): Buffer | null {
  try {
    const key = readFileSync(path)
    if (key.byteLength === BYTES) return key
  } catch (err) {
    if ((err as NodeJS.ErrnoException).code === 'ENOENT') return null
    throw err
  }
  throw new StorageProblem(
    `${path} is not a key of Withy's. Put back the one from your copy of this folder, ` +
      'or move it away to start with a new one (invitations and private links made before will stop working).',
  )
}

/** Whole or not at all, and the first of two who make one at once wins. */
function write(path: string, key: Buffer): void {
  const draft = `${path}.${process.pid}`
  const file = openSync(draft, 'wx', 0o600)
  try {
    writeSync(file, key)
    fsyncSync(file)
    linkSync(draft, path)
  } catch (err) {
    if ((err as NodeJS.ErrnoException).code !== 'EEXIST') throw err
  } finally {
    closeSync(file)
    unlinkSync(draft)
  }
}
