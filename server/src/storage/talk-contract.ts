import { describe, expect, it } from 'vitest'
import { plan, type StoreUnderTest } from './store-contract.ts'
import type { CommentRow, ThreadRow } from './talk.ts'

const comment = (id: string, more: Partial<CommentRow> = {}): CommentRow => ({
  ...{ id, person: 'anna', at: 1, words: `Words of ${id}`, mentions: [] },
  editedAt: null,
  ...more,
})

const quoted = { quote: 'bus', before: 'The ', after: ' is', from: 'AA==', to: 'AQ==', epoch: 'epoch of p' }
const thread = (id: string, more: Partial<ThreadRow> = {}): ThreadRow => ({
  ...{ id, kind: 'comment', settled: null },
  place: { box: 'story.text', item: null, field: null, words: quoted },
  comments: [comment(`first of ${id}`)],
  ...more,
})

/** What the store promises of what people say about a plan. A dialect's test is its set-up. */
export function describeTalk(name: string, make: () => Promise<StoreUnderTest>): void {
  const withPlans = async () => {
    const made = await make()
    for (const id of ['p', 'q']) await made.store.create(plan(id), 9)
    return made
  }

  describe(`talk: ${name}`, () => {
    it('[TALK-1] keeps threads and comments in the order they came, of each plan its own', async () => {
      const { store } = await withPlans()
      const other = thread('a', { kind: 'meaning', place: { box: 'b', item: 'i', field: 'f', words: null } })
      for (const begins of [thread('z'), other]) await store.changeThread('p', begins.id, () => ({ begins }))
      await store.changeThread('q', 'z', () => ({ begins: thread('z', { comments: [] }) }))
      const two = comment('a', { person: 'ben', mentions: ['anna', 'eve'] })
      const after = await store.changeThread('p', 'z', () => ({ comment: two }))
      const whole = thread('z', { comments: [comment('first of z'), two] })
      expect(after).toEqual({ thread: whole, seq: 3, changed: ['a'] })
      expect(await store.talkOf('p')).toEqual({ seq: 3, threads: [whole, other] })
      expect(await store.talkOf('q')).toEqual({ seq: 1, threads: [thread('z', { comments: [] })] })
      expect([await store.talkSeqOf('q'), await store.talkSeqOf('nowhere')]).toEqual([1, 0])
    })

    it('[TALK-1] changes one comment where it stands, and settles, as was decided on the thread of that moment', async () => {
      const { store } = await withPlans()
      await store.changeThread('p', 't', () => ({ begins: thread('t', { comments: [comment('a'), comment('b')] }) }))
      const gone = comment('a', { words: null, editedAt: 7 })
      const settled = { by: 'ben', at: 8 }
      const after = await store.changeThread('p', 't', (now) => {
        expect(now).toMatchObject({ thread: thread('t', { comments: [comment('a'), comment('b')] }), comments: 2 })
        return { comment: { ...gone, person: 'somebody else', at: 99 }, settled }
      })
      const then = thread('t', { comments: [gone, comment('b')], settled })
      expect(after).toEqual({ thread: then, seq: 2, changed: ['a'] })
      expect(await store.changeThread('p', 't', () => null)).toEqual({ thread: then, seq: null, changed: [] })
      await store.changeThread('p', 't', () => ({ settled: null }))
      expect((await store.talkOf('p')).threads).toEqual([{ ...then, settled: null }])
    })

    it('[TALK-1] keeps nothing of a change that was refused, and each of two at once', async () => {
      const { store } = await withPlans()
      const no = store.changeThread('p', 't', () => {
        throw new Error('no')
      })
      await expect(no).rejects.toThrow('no')
      await expect(store.changeThread('p', 't', () => null)).rejects.toThrow()
      expect(await store.talkOf('p')).toEqual({ seq: 0, threads: [] })
      await store.changeThread('p', 't', () => ({ begins: thread('t', { comments: [] }) }))
      const ids = ['a', 'b', 'c', 'd']
      const say = (id: string) =>
        store.changeThread('p', 't', ({ comments }) => ({ comment: comment(id, { at: comments }) }))
      const after = await Promise.all(ids.map(say))
      expect(after.map((one) => typeof one === 'object' && one.seq)).toEqual([2, 3, 4, 5])
      expect((await store.talkOf('p')).threads[0]?.comments.map(({ at }) => at)).toEqual([0, 1, 2, 3])
    })

    it('[TALK-7] explains a word with what it settles, or keeps neither', async () => {
      const { store } = await withPlans()
      await store.changeThread('p', 't', () => ({ begins: thread('t', { kind: 'meaning' }) }))
      const word = { id: 'w', word: 'Commons', meaning: 'Land of us all' }
      const explains = (meaning: string, most = 1) =>
        store.changeThread('p', 't', () => ({
          explained: { word: { ...word, meaning }, most },
          settled: { by: 'ben', at: 3 },
        }))
      expect(await explains(word.meaning, 0)).toBe('full')
      expect([await store.glossaryOf('p'), await store.talkSeqOf('p')]).toEqual([[], 1])
      expect(await explains(word.meaning)).toMatchObject({ seq: 2, thread: { settled: { by: 'ben', at: 3 } } })
      expect(await store.glossaryOf('p')).toEqual([{ ...word, isOut: false }])
      expect(await explains('Other')).toBe('there')
      expect([await store.glossaryOf('p'), await store.talkSeqOf('p')]).toEqual([[{ ...word, isOut: false }], 2])
    })
  })
}
