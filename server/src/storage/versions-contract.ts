import { describe, expect, it } from 'vitest'
import type { Store } from './store.ts'
import { plan } from './store-contract.ts'
import type { VersionContent, VersionRow } from './versions.ts'

/** What every store of versions promises (the port's comments). A dialect's test is its set-up: an empty store. */
export function describeVersions(name: string, make: () => Promise<{ readonly store: Store }>): void {
  describe(`versions: ${name}`, () => {
    const content: VersionContent = { bytes: new Uint8Array([7, 8, 9]), planJson: '{"a":1}', editionJson: '{"b":2}' }
    const row = (id: string, madeAt: number, more: Partial<VersionRow> = {}): VersionRow => ({
      ...{ id, kind: 'named', number: null, name: `Name of ${id}`, madeAt, madeBy: 'anna' },
      ...{ epoch: 'e', seq: 4, fingerprint: 'f', ...more },
    })
    const withPlan = async () => {
      const { store } = await make()
      await store.create(plan('p'), 9)
      const keep = (version: VersionRow, most = 9) => store.nameVersion('p', { ...version, ...content }, most)
      return { store, keep }
    }

    it('[STORE-110] keep a plan whole under a name, and list names without what they hold', async () => {
      const { store, keep } = await withPlan()
      for (const [id, at] of [
        ['a', 1_000],
        ['b', 3_000],
        ['c', 2_000],
      ] as const)
        expect(await keep(row(id, at))).toBe('kept')
      expect(await store.versionsOf('p')).toEqual([row('b', 3_000), row('c', 2_000), row('a', 1_000)])
      expect(await store.findVersion('p', 'c')).toEqual(row('c', 2_000))
      expect(await store.versionContent('p', 'c')).toEqual(content)
      expect([await store.versionsOf('q'), await store.findVersion('q', 'c')]).toEqual([[], null])
      expect(await store.versionContent('q', 'c')).toBeNull()
    })

    it('[STORE-111] are as many as a plan may have, and can be called something else or taken away', async () => {
      const { store, keep } = await withPlan()
      expect([await keep(row('a', 1), 2), await keep(row('b', 2), 2), await keep(row('c', 3), 2)]).toEqual([
        'kept',
        'kept',
        'full',
      ])
      expect([await store.renameVersion('p', 'a', 'Spring'), await store.renameVersion('q', 'a', 'No')]).toEqual([
        true,
        false,
      ])
      expect((await store.findVersion('p', 'a'))?.name).toBe('Spring')
      expect([await store.removeVersion('q', 'a'), await store.removeVersion('p', 'a')]).toEqual([false, true])
      expect([await store.removeVersion('p', 'a'), await store.renameVersion('p', 'a', 'x')]).toEqual([false, false])
      expect((await store.versionsOf('p')).map(({ id }) => id)).toEqual(['b'])
    })
  })
}
