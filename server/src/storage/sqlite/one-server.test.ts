import { describe, expect, it } from 'vitest'
import { tempDir } from '../../testing/temp-dir.ts'
import { takeFolder } from './one-server.ts'

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
})
