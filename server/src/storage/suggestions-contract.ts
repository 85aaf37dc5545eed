import { describe, expect, it } from 'vitest'
import { plan, type StoreUnderTest } from './store-contract.ts'
import type { ChangeRow, MostSuggested, SuggestionRow } from './suggestions.ts'

const MOST: MostSuggested = { perPlan: 9, lettersPerPlan: 9_000, waitingPerPerson: 9, lettersPerPerson: 9_000 }

const change = (id: string, more: Partial<ChangeRow> = {}): ChangeRow => ({
  ...{ id, was: [{ runs: [{ text: 'It is a pity.' }], opens: null }], becomes: [], before: 'Before.', after: '' },
  ...{ needs: ['rosa'], yes: [], fate: null },
  ...more,
})

const row = (id: string, more: Partial<SuggestionRow> = {}): SuggestionRow => ({
  ...{ id, place: { box: 'story.text', item: null, field: null, words: null }, by: 'sue', at: 7, why: 'Kinder' },
  ...{ changes: [change('c1'), change('c2')], accepting: null },
  ...more,
})

/** What the store promises of words that are suggested. A dialect's test is its set-up. */
export function describeSuggestions(name: string, make: () => Promise<StoreUnderTest>): void {
  const withPlans = async () => {
    const { store } = await make()
    for (const id of ['p', 'q']) await store.create(plan(id), 9)
    return store
  }

  describe(`suggestions: ${name}`, () => {
    it('[TALK-35] keeps them in the order they came, of each plan its own', async () => {
      const store = await withPlans()
      const cell = row('a', { place: { box: 'list', item: 'i', field: 'what', words: null } })
      expect(await store.addSuggestion('p', row('z'), MOST)).toEqual({ seq: 1 })
      expect(await store.addSuggestion('p', cell, MOST)).toEqual({ seq: 2 })
      expect(await store.addSuggestion('q', row('z', { why: '' }), MOST)).toEqual({ seq: 1 })
      expect(await store.suggestionsOf('p')).toEqual([row('z'), cell])
      expect(await store.suggestionAt('q', 'z')).toEqual(row('z', { why: '' }))
      expect(await store.suggestionAt('q', 'a')).toBeNull()
    })

    it('[TALK-35] takes one id once, and no more than there is room for', async () => {
      const store = await withPlans()
      const one = { ...MOST, perPlan: 1 }
      await store.addSuggestion('p', row('one'), one)
      expect(await store.addSuggestion('p', row('one', { why: 'Other' }), one)).toBe('there')
      expect(await store.addSuggestion('p', row('two'), one)).toBe('full')
      expect(await store.suggestionsOf('p')).toEqual([row('one')])
      expect(await store.addSuggestion('p', row('two'), { ...MOST, perPlan: 2 })).toEqual({ seq: 2 })
    })

    it('[TALK-29] one person fills no plan: so many wait, and so much is offered, of each person and in all', async () => {
      const store = await withPlans()
      const letters = JSON.stringify(row('one').changes).length
      const add = (id: string, by: string, most: Partial<MostSuggested>) =>
        store.addSuggestion('p', row(id, { by }), { ...MOST, ...most })
      await add('one', 'sue', {})
      expect(await add('two', 'sue', { waitingPerPerson: 1 })).toBe('theirs-wait')
      expect(await add('two', 'sue', { lettersPerPerson: 2 * letters - 1 })).toBe('theirs-full')
      expect(await add('two', 'ben', { lettersPerPlan: 2 * letters - 1 })).toBe('full')
      expect(await add('two', 'ben', { ...MOST, waitingPerPerson: 1, lettersPerPerson: letters })).toEqual({ seq: 2 })
    })

    it('[TALK-29] what was taken back whole makes room for others, and does not wait; what was decided does not wait', async () => {
      const store = await withPlans()
      const fate = (is: 'withdrawn' | 'kept') => ({ is, by: 'sue', at: 9, client: null })
      const all = (is: 'withdrawn' | 'kept') => ['c1', 'c2'].map((id) => change(id, { fate: fate(is) }))
      const most = { ...MOST, perPlan: 1, waitingPerPerson: 1 }
      await store.addSuggestion('p', row('one'), most)
      await store.changeSuggestion(
        'p',
        row('one', { changes: [change('c1', { fate: fate('withdrawn') }), change('c2')] }),
      )
      expect(await store.addSuggestion('p', row('two'), most)).toBe('theirs-wait')
      await store.changeSuggestion('p', row('one', { changes: all('withdrawn') }))
      expect(await store.addSuggestion('p', row('two'), most)).toMatchObject({ seq: 4 })
      await store.changeSuggestion('p', row('two', { changes: all('kept') }))
      expect(await store.addSuggestion('p', row('three'), most)).toBe('full')
      expect(await store.addSuggestion('p', row('three'), { ...most, perPlan: 2 })).toMatchObject({ seq: 6 })
    })

    it('[TALK-35] writes what became of the changes of one, and nothing else of it', async () => {
      const store = await withPlans()
      for (const id of ['one', 'two']) await store.addSuggestion('p', row(id), MOST)
      const accepting = {
        ...{ changes: ['c1'], agreed: ['c2'], kept: [], by: 'rosa', at: 9, client: 4_000_000_000 },
        ...{ shared: [{ client: 4_000_000_000, people: ['rosa', 'ben'] }], gone: { client: 1, clock: 2 } },
      }
      await store.accepting('p', 'one', accepting)
      expect(await store.suggestionAt('p', 'one')).toEqual(row('one', { accepting }))
      const fate = { is: 'accepted', by: 'rosa', at: 9, client: 4_000_000_000 } as const
      const changes = [change('c1', { fate, yes: ['rosa'] }), change('c2')]
      expect(await store.changeSuggestion('p', row('one', { changes, why: 'Other', by: 'ben' }))).toEqual({ seq: 3 })
      expect(await store.suggestionsOf('p')).toEqual([row('one', { changes }), row('two')])
    })
  })
}
