import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'

/** A folder of its own, gone when the test that asked for it is over. */
export function tempDir(): string {
  const dir = mkdtempSync(join(tmpdir(), 'withy-test-'))
  onTestFinished(() => rmSync(dir, { recursive: true, force: true }))
  return dir
}
