import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { tempDir } from '../../testing/temp-dir.ts'
import { keepSum, sumOf } from '../checksum.ts'
import { createStore } from '../store.ts'
import { person, plan } from '../store-contract.ts'
import { copyDatabase } from './copy-database.ts'
import { openSqlite } from './open.ts'
import { stage } from './stage.ts'

/** Bytes as no other thing in a database has them. */
const BYTES = Buffer.from('canary-of-a-photo '.repeat(5_000))
const PHOTO = { id: 'a', bytes: BYTES, said: { shows: 'agreed', who: 'Ben' } } as const
const MOST = { photos: 9, bytes: 1e9, ever: 9 }

async function withPhoto() {
  const dir = tempDir()
  const sqlite = await openSqlite(dir)
  const store = createStore(sqlite.db)
  await store.create({ ...plan('p'), owner: person('anna', { role: 'owner' }) }, 9)
  await store.keepPhoto('p', PHOTO, { by: 'anna', at: 5 }, MOST)
  return { dir, close: () => sqlite.db.destroy() }
}
const holdsIt = (file: string) => readFileSync(file).includes('canary-of-a-photo')

describe('photos in the database file', () => {
  it('[EASY-47] are overwritten there when they are taken away', async () => {
    const { dir, close } = await withPhoto()
    await close()
    expect(holdsIt(join(dir, 'withy.db'))).toBe(true)
    const again = await openSqlite(dir)
    await createStore(again.db).removePhoto('p', 'a', { by: 'anna', at: 7 })
    await again.db.destroy()
    expect(holdsIt(join(dir, 'withy.db'))).toBe(false)
  })

  it('[EASY-44] [STORE-60] are in a back-up, and back with it', async () => {
    const { dir, close } = await withPhoto()
    const [file, folder] = [join(tempDir(), 'a.db'), join(tempDir(), 's')]
    copyDatabase(dir, file)
    await close()
    keepSum(await sumOf(file), file)
    await stage({ file, folder, newEpoch: () => 'second', rebuild: async () => {} })
    const restored = await openSqlite(folder)
    const store = createStore(restored.db)
    expect(await store.photoBytes('p', 'a')).toEqual(BYTES)
    expect(await store.photosOf('p')).toMatchObject([{ id: 'a', said: PHOTO.said, addedBy: 'anna' }])
    await restored.db.destroy()
  })
})
