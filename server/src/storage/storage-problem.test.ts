import { expect, it } from 'vitest'
import { inWords, StorageProblem } from './storage-problem.ts'

const saidOf = (code: string) => inWords('/srv/withy', Object.assign(new Error('open'), { code }))

it('[STORE-30] says in a sentence what is wrong with a data folder, whatever the system or SQLite calls it', () => {
  for (const [code, sentence] of [
    ['EEXIST', 'is a file'],
    ['ENOTDIR', 'is a file'],
    ['EACCES', 'may not read and write'],
    ['EPERM', 'may not read and write'],
    ['SQLITE_CANTOPEN', 'may not read and write'],
    ['EROFS', 'for reading only'],
    ['SQLITE_READONLY_DBMOVED', 'for reading only'],
    ['ENOENT', 'cannot be made'],
    ['ENOSPC', 'is full'],
    ['SQLITE_FULL', 'is full'],
    ['SQLITE_NOTADB', 'is not one of Withy'],
    ['SQLITE_CORRUPT_VTAB', 'is damaged'],
  ] as const) {
    const said = saidOf(code)
    expect(said).toBeInstanceOf(StorageProblem)
    expect((said as Error).message).toContain('/srv/withy')
    expect((said as Error).message).toContain(sentence)
    expect((said as Error).message).toMatch(/DATA_DIR=\.\/data\.$/)
  }
})

it('[STORE-30] leaves what nobody can mend as it was', () => {
  const bug = new TypeError('x is not a function')
  expect(inWords('/srv/withy', bug)).toBe(bug)
  expect(saidOf('SQLITE_CONSTRAINT')).not.toBeInstanceOf(StorageProblem)
  expect(saidOf('EACCESS_NOT')).not.toBeInstanceOf(StorageProblem)
})
