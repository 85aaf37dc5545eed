import { readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { describe, expect, it } from 'vitest'
import { tempDir } from '../../testing/temp-dir.ts'
import { takeFolder } from './one-server.ts'

const tidyUpMemory = () => {
  setFlagsFromString('--expose-gc')
  ;(runInNewContext('gc') as () => void)()
}

describe('a data folder', () => {
  it('[STORE-19] is served by one server at a time', { timeout: 15_000 }, () => {
    const dir = tempDir()
    const first = takeFolder(dir)
    expect(() => takeFolder(dir)).toThrow(/Another Withy.*DATA_DIR=/)
    const other = takeFolder(tempDir())
    first.give()
    takeFolder(dir).give()
    other.give()
  })

  it('[STORE-19] has one file beside the plans while it is taken, also where an older Withy left another', () => {
    const dir = tempDir()
    writeFileSync(join(dir, 'server.lock-journal'), '')
    const taken = takeFolder(dir)
    expect(readdirSync(dir)).toEqual(['server.lock'])
    taken.give()
  })

  it('[STORE-19] stays taken when nobody holds on to the answer', { timeout: 15_000 }, async () => {
    const dir = tempDir()
    takeFolder(dir)
    for (let n = 0; n < 5; n++) {
      await new Promise(setImmediate)
      tidyUpMemory()
    }
    expect(() => takeFolder(dir)).toThrow('Another Withy')
  })
})
