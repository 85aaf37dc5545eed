import { join } from 'node:path'
import Database from 'better-sqlite3'
import { expect, it, vi } from 'vitest'
import { openWithy } from '../testing/open-withy.ts'
import { turnsUntil } from '../testing/turns.ts'
import { createCopyMemory } from './copy-memory.ts'
import { createFileReader, type FileReader } from './file-reader.ts'

const page = (words: string) => `<!doctype html><title>A plan</title><p>${words}`
const WHOLE = '7K3M-Q2PX-9DRT/EN/BCDFHJKL'
const part = (bits: number) => `7K3M-Q2PX-9DRT/EN-${bits.toString(32).toUpperCase()}/BCDFHJKL`

async function memoryOf(reader: FileReader = createFileReader()) {
  const withy = await openWithy()
  const log = { error: vi.fn() }
  const db = new Database(join(withy.dataDir, 'withy.db'))
  const rows = () => db.prepare('select * from copy_given').all() as { which: string; letters: string; look: string }[]
  const close = () => {
    db.close()
    return withy.close()
  }
  return { remember: createCopyMemory({ store: withy.store, reader, log, mostParts: 3 }), log, db, rows, close }
}

it('[EXPORT-27] keeps one row for a copy however often it is given, no word of it, and the database refuses to change it', async () => {
  const { remember, log, db, rows, close } = await memoryOf()
  for (const words of ['Our secret', 'Our secret', 'Our other']) await remember('html', page(words), WHOLE)
  await remember('docx', 'PK', WHOLE)
  await remember('html', page('A draft'), '')
  expect(rows().map(({ which }) => which)).toEqual(['7K3M-Q2PX-9DRT/EN', '7K3M-Q2PX-9DRT/EN'])
  expect(log.error).not.toHaveBeenCalled()
  expect(JSON.stringify(rows())).not.toMatch(/secret/)
  const [first, second] = rows()
  expect([first?.letters === second?.letters, first?.look === second?.look]).toEqual([false, false])
  for (const sql of [
    "update copy_given set letters = 'x'",
    'delete from copy_given',
    'insert or replace into copy_given select * from copy_given',
  ])
    expect(() => db.prepare(sql).run()).toThrow(/stays as it is/)
  await close()
})

it('[EXPORT-27] has no end of choices of sections fill the disk, and one that cannot be read is given all the same', async () => {
  const busy: FileReader = { within: () => Promise.reject(new Error('no place')) }
  const { remember, log, rows, close } = await memoryOf(busy)
  for (let n = 0; n < 5; n++) await remember('json', `{"n":${n}}`, part(n))
  expect(rows()).toHaveLength(3)
  await remember('json', '{}', WHOLE)
  expect(rows()).toHaveLength(4)
  await remember('pdf', '%PDF-', WHOLE)
  expect(log.error).toHaveBeenCalledOnce()
  await close()
})

it('[STORE-122] [EXPORT-27] no copy is read in the thread that takes in what people write', async () => {
  const { remember, rows, close } = await memoryOf()
  // What reads it has begun: what is left is the reading.
  await remember('html', page('Short'), WHOLE)
  const long = {
    html: page('<p>And another.'.repeat(20_000)),
    json: JSON.stringify({ all: Array(50_000).fill({ a: 1 }) }),
  }
  for (const form of ['html', 'json'] as const)
    expect(await turnsUntil(remember(form, long[form], WHOLE)), form).toBeGreaterThan(50)
  expect(rows()).toHaveLength(3)
  await close()
})
