import { describe, expect, it } from 'vitest'
import type { Authored, AuthorStore } from './authors.ts'
import type { MomentStore } from './moments.ts'
import type { UpdateLog } from './update-log.ts'

/** One dialect's set-up: a store and a log over the same database, with an empty plan in it; Anna and Ben are known. */
export type MomentsUnderTest = {
  readonly store: MomentStore & Pick<AuthorStore, 'writersBetween'>
  readonly log: UpdateLog
  readonly plan: string
  readonly epoch: string
}

/** What every store of moments promises (the port's comments). A dialect's test is its set-up. */
export function describeMoments(name: string, make: () => Promise<MomentsUnderTest>): void {
  describe(`moments: ${name}`, () => {
    const bytes = new Uint8Array([7, 8, 9])
    const write = ({ log, plan, epoch }: MomentsUnderTest, seq: number, person: string) => {
      const at = 1_000 * seq
      const authored: Authored[] = [{ did: 'inserted', seq, client: seq, from: 0, person, saidFor: null, at }]
      const entry = { seq, person, connection: 'c', at, bytes: new Uint8Array([seq]) }
      return log.append(plan, epoch, { claims: [], entries: [entry], authored })
    }
    const seqs = async ({ store, plan }: MomentsUnderTest) => (await store.momentsOf(plan)).map(({ seq }) => seq)

    it('[STORE-53] are kept whole, oldest first, and forgotten by name', async () => {
      const it = await make()
      const { store, plan, epoch } = it
      for (const seq of [1, 2, 3]) await write(it, seq, 'anna')
      for (const seq of [1, 3]) await store.keepMoment(plan, { epoch, seq, at: 5_000 * seq, bytes })
      expect(await store.momentsOf(plan)).toEqual([
        { epoch, seq: 1, at: 5_000, size: 3 },
        { epoch, seq: 3, at: 15_000, size: 3 },
      ])
      expect([await store.lastMoment(plan, epoch), await store.lastMoment(plan, 'another')]).toEqual([3, 0])
      expect(await store.momentBytes(plan, { epoch, seq: 1 })).toEqual(bytes)
      await store.forgetMoments(plan, [{ epoch, seq: 1 }])
      expect(await seqs(it)).toEqual([3])
      expect(await store.momentBytes(plan, { epoch, seq: 1 })).toBeNull()
    })

    it('[STORE-53] are kept once, in the plan’s own epoch and no further than its log', async () => {
      const it = await make()
      const { store, plan, epoch } = it
      await write(it, 1, 'anna')
      await store.keepMoment(plan, { epoch, seq: 1, at: 1, bytes })
      await store.keepMoment(plan, { epoch, seq: 1, at: 2, bytes: new Uint8Array([1]) })
      await store.keepMoment(plan, { epoch, seq: 2, at: 3, bytes })
      await store.keepMoment(plan, { epoch: 'another', seq: 1, at: 4, bytes })
      await store.keepMoment('no such plan', { epoch, seq: 1, at: 5, bytes })
      expect(await store.momentsOf(plan)).toEqual([{ epoch, seq: 1, at: 1, size: 3 }])
      expect(await store.momentsOf('no such plan')).toEqual([])
    })

    it('[STORE-53] it is known who wrote between any two, also when those between were forgotten', async () => {
      const it = await make()
      const { store, plan, epoch } = it
      for (const [i, person] of ['anna', 'ben', 'anna', 'ben'].entries()) await write(it, i + 1, person)
      for (const seq of [1, 2, 4]) await store.keepMoment(plan, { epoch, seq, at: seq, bytes })
      const between = async (after: number, upTo: number) =>
        (await store.writersBetween(plan, { epoch, after, upTo })).map(({ person }) => person)
      expect([await between(0, 1), await between(1, 2), await between(2, 4)]).toEqual([
        ['anna'],
        ['ben'],
        ['anna', 'ben'],
      ])
      await store.forgetMoments(plan, [{ epoch, seq: 2 }])
      expect(await between(1, 4)).toEqual(['ben', 'anna', 'ben'])
    })
  })
}
