import { rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { tempDir } from '../testing/temp-dir.ts'
import { checkDisk } from './sqlite/disk-check.ts'
import { createTrust } from './trusted-disk.ts'
import type { UpdateLog } from './update-log.ts'

describe('a disk on which a commit failed', () => {
  it('[STORE-72] is trusted again only once a large write has come through', async () => {
    const disk = { isFull: false, isLow: false }
    const trust = createTrust(
      async () => {
        if (disk.isFull) throw new Error('full')
      },
      async () => {
        if (disk.isLow) throw new Error('low')
      },
    )
    const append = async () => {
      if (disk.isFull) throw new Error('full')
    }
    const log = trust.log({ append } as never as UpdateLog)
    await trust.check()
    disk.isLow = true
    await trust.check()
    disk.isFull = true
    await expect(log.append('p', 'e', {} as never)).rejects.toThrow('full')
    await expect(trust.check()).rejects.toThrow('full')
    disk.isFull = false
    await log.append('p', 'e', {} as never)
    await expect(trust.check()).rejects.toThrow('low')
    disk.isLow = false
    await trust.check()
    disk.isLow = true
    await trust.check()
  })

  it('[STORE-72] is written to and left as it was', async () => {
    const dir = tempDir()
    await checkDisk(dir)
    expect(statSync(dir).nlink).toBe(2)
    expect(() => statSync(join(dir, 'write-check'))).toThrow()
    const file = join(dir, 'no-folder')
    writeFileSync(file, '')
    await expect(checkDisk(file)).rejects.toThrow()
    rmSync(file)
  })
})
