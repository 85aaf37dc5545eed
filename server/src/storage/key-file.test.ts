import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { tempDir } from '../testing/temp-dir.ts'
import { openKey } from './key-file.ts'

describe("the server's key", () => {
  it('[STORE-16] is made once, kept, and readable to one account only', () => {
    const dir = tempDir()
    const first = openKey(dir)
    expect(first.made).toBe(true)
    expect(first.key).toHaveLength(32)
    expect(openKey(dir)).toEqual({ key: first.key, made: false })
    expect((statSync(join(dir, 'secret.key')).mode & 0o777).toString(8)).toBe('600')
    expect(readdirSync(dir)).toEqual(['secret.key'])
  })

  it('[STORE-16] is another one in another folder', () => {
    expect(openKey(tempDir()).key.equals(openKey(tempDir()).key)).toBe(false)
  })

  it('[STORE-16] is never replaced when the file holds something else', () => {
    const dir = tempDir()
    writeFileSync(join(dir, 'secret.key'), 'half a ke')
    expect(() => openKey(dir)).toThrow(/secret\.key is not a key/)
    expect(readFileSync(join(dir, 'secret.key'), 'utf8')).toBe('half a ke')
    expect(existsSync(join(dir, `secret.key.${process.pid}`))).toBe(false)
  })
})
