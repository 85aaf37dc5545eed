import { describe, expect, it } from 'vitest'
import { plan, type StoreUnderTest } from './store-contract.ts'
import type { ChangeRow, SuggestionRow } from './suggestions.ts'

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
      expect(await store.addSuggestion('p', row('z'), 9)).toEqual({ seq: 1 })
      expect(await store.addSuggestion('p', cell, 9)).toEqual({ seq: 2 })
      expect(await store.addSuggestion('q', row('z', { why: '' }), 9)).toEqual({ seq: 1 })
      expect(await store.suggestionsOf('p')).toEqual([row('z'), cell])
      expect(await store.suggestionAt('q', 'z')).toEqual(row('z', { why: '' }))
      expect(await store.suggestionAt('q', 'a')).toBeNull()
    })

    it('[TALK-35] takes one id once, and no more than there is room for', async () => {
      const store = await withPlans()
      await store.addSuggestion('p', row('one'), 1)
      expect(await store.addSuggestion('p', row('one', { why: 'Other' }), 1)).toBe('there')
      expect(await store.addSuggestion('p', row('two'), 1)).toBe('full')
      expect(await store.suggestionsOf('p')).toEqual([row('one')])
      expect(await store.addSuggestion('p', row('two'), 2)).toEqual({ seq: 2 })
    })

    it('[TALK-35] writes what became of the changes of one, and nothing else of it', async () => {
      const store = await withPlans()
      for (const id of ['one', 'two']) await store.addSuggestion('p', row(id), 9)
      const accepting = { changes: ['c1'], by: 'rosa', at: 9, client: 4_000_000_000 }
      await store.accepting('p', 'one', accepting)
      expect(await store.suggestionAt('p', 'one')).toEqual(row('one', { accepting }))
      const fate = { is: 'accepted', by: 'rosa', at: 9, client: 4_000_000_000 } as const
      const changes = [change('c1', { fate, yes: ['rosa'] }), change('c2')]
      expect(await store.changeSuggestion('p', row('one', { changes, why: 'Other', by: 'ben' }))).toEqual({ seq: 3 })
      expect(await store.suggestionsOf('p')).toEqual([row('one', { changes }), row('two')])
    })
  })
}
