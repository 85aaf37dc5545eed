import type { WorkshopCard } from '@withy/shared/api'
import { describe, expect, it } from 'vitest'
import { person, plan, type StoreUnderTest } from './store-contract.ts'

const workshop = (id: string, madeAt = 1_000): WorkshopCard => ({
  ...{ id, title: 'May', stage: 'preparing', madeAt },
  closedAt: null,
})

/** What the store promises of workshops, and of what is asked after them. A dialect's test is its set-up. */
export function describeWorkshops(name: string, make: () => Promise<StoreUnderTest>): void {
  const withPlan = async () => {
    const made = await make()
    await made.store.create(plan('p'), 9)
    return made
  }

  describe(`workshops: ${name}`, () => {
    it('[STORE-80] keeps a workshop with its parts in the order they came, and changes them together', async () => {
      const { store } = await withPlan()
      const parts = ['z', 'm', 'a'].map((id) => ({ kind: 'idea', id, value: { words: id } }))
      expect(await store.addWorkshop('p', workshop('w'), parts, 2)).toBe(true)
      await store.changeWorkshop({
        workshop: 'w',
        card: { title: 'June', stage: 'open', closedAt: null },
        parts: [
          { kind: 'idea', id: 'z', value: { words: 'first' } },
          { kind: 'idea', id: 'm', value: null },
          { kind: 'vote', id: 'a', value: { dots: 1 } },
          { kind: 'idea', id: 'z', value: { words: 'last' } },
        ],
      })
      expect(await store.readWorkshop('p', 'w')).toEqual({
        card: { ...workshop('w'), title: 'June', stage: 'open' },
        parts: [
          { kind: 'idea', id: 'z', value: { words: 'last' } },
          { kind: 'idea', id: 'a', value: { words: 'a' } },
          { kind: 'vote', id: 'a', value: { dots: 1 } },
        ],
      })
      expect(await store.readWorkshop('another', 'w')).toBeNull()
    })

    it('[A11Y-198] [WORK-51] what somebody needed, and whether they got it, goes from disk when they leave the plan', async () => {
      const { store } = await withPlan()
      const ben = person('ben')
      await store.changePeople('p', () => ({ put: [ben] }))
      const said = ['needs', 'met'].flatMap((kind) => ['anna', 'ben'].map((id) => ({ kind, id, value: { words: id } })))
      const idea = { kind: 'idea', id: 'ben', value: { words: 'The orchard' } }
      await store.addWorkshop('p', workshop('w'), [...said, idea], 2)
      await store.create(plan('q'), 9)
      await store.changePeople('q', () => ({ put: [ben] }))
      await store.addWorkshop('q', workshop('other'), said, 2)
      await store.changePeople('p', () => ({ gone: [{ id: 'ben', name: 'Ben', removed: false, leftAt: 2 }] }))
      const left = (await store.readWorkshop('p', 'w'))?.parts.map(({ kind, id }) => `${kind} ${id}`)
      expect(left).toEqual(['needs anna', 'met anna', 'idea ben'])
      expect((await store.readWorkshop('q', 'other'))?.parts).toEqual(said)
    })

    it('[STORE-81] has one open workshop in a plan at a time, as many as allowed, newest first', async () => {
      const { store } = await withPlan()
      for (const madeAt of [1, 2]) await store.addWorkshop('p', workshop(`w${madeAt}`, madeAt), [], 2)
      expect(await store.addWorkshop('p', workshop('w3', 3), [{ kind: 'about', id: 'a', value: {} }], 2)).toBe(false)
      expect(await store.readWorkshop('p', 'w3')).toBeNull()
      expect((await store.workshopsOf('p')).map(({ id }) => id)).toEqual(['w2', 'w1'])
      const opens = (id: string, parts: { kind: string; id: string; value: unknown }[] = []) =>
        store.changeWorkshop({ workshop: id, card: { title: 'May', stage: 'open', closedAt: null }, parts })
      expect(await store.openWorkshopOf('p')).toBeNull()
      await opens('w1')
      expect(await store.openWorkshopOf('p')).toEqual({ id: 'w1', title: 'May' })
      await expect(opens('w2', [{ kind: 'idea', id: 'i', value: {} }])).rejects.toThrow()
      expect(await store.readWorkshop('p', 'w2')).toEqual({ card: workshop('w2', 2), parts: [] })
    })

    it('[WORK-110] [WORK-112] [WORK-114] keeps what workshops that closed ask, and one answer of each person to each', async () => {
      const { store } = await withPlan()
      for (const [id, closedAt] of [
        ['w1', 10],
        ['w2', 20],
        ['w3', null],
      ] as const) {
        const stage = closedAt === null ? 'preparing' : 'closed'
        await store.addWorkshop('p', { ...workshop(id), stage, closedAt }, [], 9)
      }
      expect(await store.workshopsNotAsking('p')).toEqual([
        { id: 'w1', closedAt: 10 },
        { id: 'w2', closedAt: 20 },
      ])
      const many = Array.from({ length: 1_000 }, (_, n) => `item ${999 - n}`)
      await store.askAfter('p', { workshop: 'w1', askedAt: 10, dueOn: '2026-01-01', items: many })
      await store.askAfter('p', { workshop: 'w1', askedAt: 11, dueOn: '2026-01-11', items: ['late'] })
      const first = { workshop: 'w1', askedAt: 10, dueOn: '2026-01-01' }
      expect(await store.followUpsOf('p')).toEqual(many.map((item) => ({ ...first, item })))
      await store.askAfter('p', { workshop: 'w2', askedAt: 20, dueOn: '2026-02-02', items: ['item 7'] })
      expect(await store.workshopsNotAsking('p')).toEqual([])
      const newer = { workshop: 'w2', item: 'item 7', askedAt: 20, dueOn: '2026-02-02' }
      expect((await store.followUpsOf('p')).filter(({ item }) => item === 'item 7')).toEqual([newer])
      expect(await store.followUpsAfter('p', 'w2')).toEqual([newer])
      expect(await store.followUpAt('p', 'w1', 'item 7')).toEqual({ ...first, item: 'item 7' })
      expect([await store.followUpAt('q', 'w1', 'item 7'), await store.followUpsOf('q')]).toEqual([null, []])

      const row = { workshop: 'w1', item: 'item 7', person: 'anna', voice: 'carer', answer: 'no', words: 'x' } as const
      for (const [at, one] of [row, { ...row, person: 'ben' }, { ...row, answer: 'yes' } as const].entries())
        await store.answerFollowUp(one, at)
      await store.answerFollowUp({ ...row, workshop: 'w2', person: 'ben', answer: null }, 9)
      expect(await store.followUpAnswersOf('p')).toEqual([
        { ...row, person: 'ben' },
        { ...row, answer: 'yes' },
      ])
      await store.answerFollowUp({ ...row, answer: null }, 9)
      expect(await store.followUpAnswersOf('p')).toEqual([{ ...row, person: 'ben' }])
      await expect(store.answerFollowUp({ ...row, workshop: 'w2', item: 'not asked' }, 9)).rejects.toThrow()
    })
  })
}
