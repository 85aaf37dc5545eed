import type { SaidInTalk } from '@withy/shared/api'
import type { TalkPlace, TalkThread } from '@withy/shared/protocol'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { begins, comments, does, fourWhoComment, isRefused, of, said, thread } from '../testing/commenting.ts'
import { openWithy, type Withy } from '../testing/open-withy.ts'
import { invites, joins, type Member, pathOf, starts } from '../testing/people.ts'
import { path, STORY, talk, told } from '../testing/suggesting.ts'

let withy: Withy
beforeAll(async () => {
  withy = await openWithy()
})
afterAll(() => withy.close())

it('[TALK-2] [TALK-4] says something about a box, a list, an item, a cell or words; others answer; all read it', async () => {
  const { anna, ben, cai, eve } = await fourWhoComment(withy)
  const { epoch } = await anna.facts()
  const words = { quote: 'bus', before: '', after: ' stop', from: 'AA==', to: 'AQ==', epoch }
  const cell = { box: 'living-map.do', item: 'not-there-any-more', field: 'what' }
  const places: TalkPlace[] = [
    STORY,
    { ...STORY, words },
    { ...STORY, box: 'own:abc.text', words },
    { ...STORY, box: 'own:abc.actions' },
    { ...cell, field: null, words: null },
    { ...cell, words },
  ]
  for (const [n, place] of places.entries()) await begins(cai, thread(`thread-${n}`, { place }))
  const answered = await does(ben, 'POST', of('thread-0', 'comments'), said('answer-1', 'Which bus?'))
  expect(comments(answered)).toEqual([
    [cai.id, 'Words of first-of-thread-0'],
    [ben.id, 'Which bus?'],
  ])
  const read = await talk(eve)
  expect(read).toMatchObject({ seq: 7, suggestions: [], answered: [], mine: [] })
  expect(read.threads.map(({ place }) => place)).toEqual(places)
  expect(read.threads[0]).toEqual(answered)
})

it('[TALK-3] quotes whole signs, where words were cut within one too', async () => {
  const anna = await starts(withy)
  const { epoch } = await anna.facts()
  const words = { quote: 'I am \uD83D', before: '\uDE00 ', after: ' \uD83D', from: 'AA==', to: 'AQ==', epoch }
  await begins(anna, thread('thread-one', { place: { ...STORY, words } }))
  const [kept] = (await talk(anna)).threads
  expect(kept?.place.words).toEqual({ ...words, quote: 'I am ', before: ' ', after: ' ' })
  const half = { ...STORY, words: { ...words, quote: '\uD83D' } }
  expect(await isRefused(anna, thread('thread-two', { place: half }))).toBe('bad-request')
})

it('[TALK-2] refuses a place no such plan has, and words of before the plan was put back', async () => {
  const anna = await starts(withy)
  const words = { quote: 'bus', before: '', after: '', from: 'AA==', to: 'AQ==', epoch: 'another' }
  const actions = { ...STORY, box: 'living-map.do' }
  const wrong: TalkPlace[] = [
    { ...STORY, box: 'most-important.text' },
    { ...STORY, box: 'plan.titles' },
    { ...STORY, box: 'own:a b.text' },
    { ...STORY, box: '__proto__' },
    { ...STORY, item: 'item-one' },
    { ...actions, words },
    { ...actions, field: 'what' },
    { ...actions, item: 'item-one', words },
    { ...actions, item: 'item-one', field: 'by' },
  ]
  for (const place of wrong) expect(await isRefused(anna, thread('thread-one', { place }))).toBe('bad-request')
  expect(await isRefused(anna, thread('thread-one', { place: { ...STORY, words } }))).toBe('plan-put-back')
  expect(await talk(anna)).toEqual({ seq: 0, threads: [], suggestions: [], answered: [], mine: [] })
})

it('[TALK-2] [TALK-4] what is sent twice is said once, as it was sent last; an id that is another’s is refused', async () => {
  const { ben, cai } = await fourWhoComment(withy)
  await begins(cai, thread('thread-one'))
  const answers = said('answer-1', 'First words')
  const answer = (member: Member, body: SaidInTalk) => does(member, 'POST', of('thread-one', 'comments'), body)
  await answer(ben, answers)
  const again = await told(withy, async () => {
    await begins(cai, thread('thread-one'))
    await answer(ben, answers)
  })
  expect(again).toEqual([])
  // No answer had come, and more was typed meanwhile.
  const longer = { ...answers, words: 'First words, and more' }
  expect(comments(await answer(ben, longer))[1]).toEqual([ben.id, 'First words, and more'])
  // Long on its way: what was changed since stays.
  expect(comments(await answer(ben, answers))[1]).toEqual([ben.id, 'First words, and more'])
  expect(await isRefused(ben, thread('thread-one'))).toBe('bad-request')
  expect(await isRefused(cai, thread('thread-one', { said: said('another-id') }))).toBe('bad-request')
  expect(await cai.isRefused('POST', path(cai, of('thread-one', 'comments')), answers)).toBe('bad-request')
  expect((await talk(cai)).threads).toHaveLength(1)
})

it('[TALK-5] one’s own comment is changed and removed, and says so; nobody else’s is', async () => {
  const { anna, ben, cai, eve } = await fourWhoComment(withy)
  const mentions = [eve.id]
  await begins(cai, thread('thread-one', { said: said('comment-one', 'Frist', mentions) }))
  const at = of('thread-one', 'comments/comment-one')
  const changed = await does(cai, 'PUT', at, { words: 'First', mentions })
  expect(changed.comments[0]).toMatchObject({ words: 'First', mentions, editedAt: expect.any(Number) })
  const same = await told(withy, () => does(cai, 'PUT', at, { words: 'First', mentions }))
  expect(same).toEqual([])
  for (const other of [anna, ben]) {
    expect(await other.isRefused('PUT', path(other, at), { words: 'Mine', mentions: [] })).toBe('not-allowed')
    expect(await other.isRefused('DELETE', path(other, at))).toBe('not-allowed')
  }
  expect(await cai.isRefused('DELETE', path(cai, of('thread-one', 'comments/none')))).toBe('comment-gone')
  expect(await cai.isRefused('DELETE', path(cai, of('none', 'comments/comment-one')))).toBe('comment-gone')
  // Who may not comment any more still takes their own words back.
  await anna.gets('PATCH', pathOf(anna, cai), { role: 'viewer' })
  expect(await cai.isRefused('PUT', path(cai, at), { words: 'More', mentions })).toBe('not-allowed')
  const gone = await does(cai, 'DELETE', at)
  expect(gone.comments).toEqual([{ ...changed.comments[0], words: null, mentions: [], editedAt: null }])
  expect(await told(withy, () => does(cai, 'DELETE', at))).toEqual([])
  // A sending that was long on its way brings nothing back.
  await anna.gets('PATCH', pathOf(anna, cai), { role: 'suggester' })
  await begins(cai, thread('thread-one', { said: said('comment-one', 'Frist') }))
  expect(await cai.isRefused('PUT', path(cai, at), { words: 'More', mentions })).toBe('comment-gone')
  expect(comments((await talk(eve)).threads[0] as TalkThread)).toEqual([[cai.id, null]])
})

it('[TALK-4] [TALK-6] a thread is settled by whoever comments, once, and open again when asked or answered', async () => {
  const { anna, ben, cai } = await fourWhoComment(withy)
  await begins(cai, thread('thread-one'))
  const settles = (member: Member, settled: boolean) =>
    does(member, 'PUT', of('thread-one', 'settled'), { settled }).then((now) => now.settled?.by)
  expect([await settles(cai, true), await settles(ben, true)]).toEqual([cai.id, cai.id])
  expect([await settles(anna, false), await settles(ben, false), await settles(ben, true)]).toEqual([
    undefined,
    undefined,
    ben.id,
  ])
  expect((await does(anna, 'POST', of('thread-one', 'comments'), said('answer-1'))).settled).toBeNull()
  const none = path(cai, of('none', 'settled'))
  expect(await cai.isRefused('PUT', none, { settled: true })).toBe('comment-gone')
})

it('[TALK-9] each change is told as the thread with the comments that changed, by the next number', async () => {
  const { ben, cai } = await fourWhoComment(withy)
  const messages = await told(withy, async () => {
    await begins(cai, thread('thread-one'))
    await does(ben, 'POST', of('thread-one', 'comments'), said('answer-1'))
    await does(ben, 'DELETE', of('thread-one', 'comments/answer-1'))
    await does(ben, 'PUT', of('thread-one', 'settled'), { settled: true })
  })
  expect(messages.map(({ seq, thread }) => [seq, thread?.changed.map(({ id }) => id)])).toEqual([
    [1, ['first-of-thread-one']],
    [2, ['answer-1']],
    [3, ['answer-1']],
    [4, []],
  ])
  expect((await talk(ben)).seq).toBe(4)
})

it('[TALK-11] a comment is meant for people of the plan, each once; who left meanwhile is left out', async () => {
  const { anna, ben, cai, eve } = await fourWhoComment(withy)
  await anna.gets('DELETE', pathOf(anna, eve))
  const stranger = await starts(withy, { name: 'Stranger' })
  const mentions = [ben.id, eve.id, stranger.id, 'nobody', ben.id, anna.id]
  const kept = await begins(cai, thread('thread-one', { said: said('comment-one', 'Look', mentions) }))
  expect(kept.comments[0]?.mentions).toEqual([ben.id, anna.id])
})

it('[TALK-12] what somebody said stays, with their name, when they have left; and is theirs again when they are back', async () => {
  const { anna, ben, cai } = await fourWhoComment(withy)
  await begins(cai, thread('thread-one'))
  const at = of('thread-one', 'comments/first-of-thread-one')
  await anna.gets('DELETE', pathOf(anna, cai))
  expect(await cai.isRefused('DELETE', path(cai, at))).toBe('not-found')
  expect(await cai.isRefused('GET', path(cai))).toBe('not-found')
  expect((await talk(ben)).threads[0]?.comments[0]?.by).toBe(cai.id)
  expect((await ben.facts()).former).toEqual([{ id: cai.id, name: 'Cai' }])
  await joins(cai, await invites(anna, { role: 'suggester' }), { name: 'Cai' })
  expect((await does(cai, 'DELETE', at)).comments[0]?.words).toBeNull()
})
