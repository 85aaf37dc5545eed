import { describe, expect, it } from 'vitest'
import type { NewPhoto } from './photos.ts'
import { plan, type StoreUnderTest } from './store-contract.ts'

const photo = (id: string, size = 10): NewPhoto => ({
  id,
  bytes: new Uint8Array(size).fill(7),
  said: { shows: 'agreed', who: 'Ben' },
})
const PLENTY = { photos: 9, bytes: 1_000, ever: 9 }

/** What a store promises of photos on every database (`photos.ts`). */
export function describePhotos(name: string, make: () => Promise<StoreUnderTest>): void {
  const withPlan = async () => {
    const { store } = await make()
    for (const id of ['p', 'q']) await store.create(plan(id), 9)
    const keep = (id: string, most = PLENTY, size = 10, at = 5) =>
      store.keepPhoto('p', photo(id, size), { by: 'anna', at }, most)
    return { store, keep }
  }

  describe(`photos: ${name}`, () => {
    it('[EASY-44] keeps each once, in the plan it is of, as it came', async () => {
      const { store, keep } = await withPlan()
      expect([await keep('b', PLENTY, 10, 6), await keep('a'), await keep('a', PLENTY, 99)]).toEqual([
        'kept',
        'kept',
        'kept',
      ])
      const row = { said: { shows: 'agreed', who: 'Ben' }, addedBy: 'anna', removed: null }
      expect(await store.photosOf('p')).toEqual([
        { ...row, id: 'a', addedAt: 5 },
        { ...row, id: 'b', addedAt: 6 },
      ])
      expect(new Uint8Array((await store.photoBytes('p', 'a')) as Uint8Array)).toEqual(photo('a').bytes)
      expect([await store.photoBytes('q', 'a'), await store.photosOf('q')]).toEqual([null, []])
    })

    it('[EASY-44] has room for so many, of so many bytes, and for so many ever', async () => {
      const { store, keep } = await withPlan()
      await keep('a')
      expect(await keep('b', { ...PLENTY, photos: 1 })).toBe('full')
      expect(await keep('b', { ...PLENTY, bytes: 19 })).toBe('full')
      expect(await keep('a', { photos: 0, bytes: 0, ever: 0 })).toBe('kept')
      await store.removePhoto('p', 'a', { by: 'anna', at: 7 })
      expect(await keep('b', { ...PLENTY, ever: 1 })).toBe('full')
      expect(await keep('b', { ...PLENTY, photos: 1, bytes: 10 })).toBe('kept')
    })

    it('[EASY-47] wipes the bytes of one that is taken away, and who said yes to it, once, and keeps that it was there', async () => {
      const { store, keep } = await withPlan()
      await keep('a')
      await store.removePhoto('p', 'a', { by: 'anna', at: 7 })
      await store.removePhoto('p', 'a', { by: 'anna', at: 8 })
      expect(await store.photosOf('p')).toMatchObject([
        { id: 'a', said: { shows: 'agreed', who: '' }, addedBy: 'anna', removed: { by: 'anna', at: 7 } },
      ])
      expect([await store.photoBytes('p', 'a'), await keep('a')]).toEqual(['removed', 'removed'])
    })
  })
}
