import { closeSync, fdatasyncSync, openSync, writeSync } from 'node:fs'
import { join } from 'node:path'

/** How long the disk of a folder takes by itself for one small write that is synced, again and again (ms). */
export function syncTimes(dataDir: string, times: number): number[] {
  const file = openSync(join(dataDir, 'sync-probe'), 'w')
  const block = Buffer.alloc(4096, 1)
  const taken = Array.from({ length: times }, () => {
    const began = performance.now()
    writeSync(file, block)
    fdatasyncSync(file)
    return performance.now() - began
  })
  closeSync(file)
  return taken
}
