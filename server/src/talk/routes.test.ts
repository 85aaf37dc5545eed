import { LIMIT, REFUSALS, type SaidInTalk, type Talk } from '@withy/shared/api'
import type { TalkChanged, TalkPlace, TalkThread } from '@withy/shared/protocol'
import { afterAll, beforeAll, expect, it, vi } from 'vitest'
import { BUDGET, createBudgets } from '../http/budgets.ts'
import { openWithy, type Withy } from '../testing/open-withy.ts'
import { invites, joins, joinsAs, type Member, pathOf, starts } from '../testing/people.ts'

let withy: Withy
beforeAll(async () => {
  withy = await openWithy()
})
afterAll(() => withy.close())

const STORY: TalkPlace = { box: 'our-story.story', item: null, field: null, words: null }
const path = ({ plan }: Member, more = '') => `/api/plans/${plan}/talk${more}`
const said = (id: string, words = `Words of ${id}`, mentions: string[] = []): SaidInTalk => ({ id, words, mentions })
const thread = (id: string, more: object = {}) => ({
  ...{ id, kind: 'comment', place: STORY, said: said(`first-of-${id}`) },
  ...more,
})

const talk = (member: Member) => member.gets<Talk>('GET', path(member))
const begins = async (member: Member, body: object) =>
  (await member.gets<{ thread: TalkThread }>('POST', path(member, '/threads'), body)).thread
const isRefused = (member: Member, body: object) => member.isRefused('POST', path(member, '/threads'), body)
const of = (id: string, more: string) => `/threads/${id}/${more}`
const does = async (member: Member, method: string, at: string, body?: object) =>
  (await member.gets<{ thread: TalkThread }>(method, path(member, at), body)).thread
const comments = ({ comments }: TalkThread) => comments.map(({ by, words }) => [by, words])

/** Puts a thread of many comments of somebody, as if they had been written one by one. */
function putMany(plan: string, person: string, id: string, count: number) {
  const at = { person, at: 1, mentions: [], editedAt: null, words: 'One' }
  const comments = Array.from({ length: count }, (_, n) => ({ ...at, id: `many-${n}` }))
  const begins = { id, kind: 'comment', place: STORY, settled: null, comments } as const
  return withy.store.changeThread(plan, id, () => ({ begins }))
}

/** What everybody is told while `act` runs. */
async function told(act: () => Promise<unknown>): Promise<TalkChanged[]> {
  const tell = vi.spyOn(withy.live, 'tell')
  await act()
  const messages = tell.mock.calls.map(([, message]) => message)
  tell.mockRestore()
  return messages.filter((message) => message.type === 'talk')
}

/** A plan of Anna's, with Ben who writes, Cai who comments and Eve who reads. */
async function four() {
  const anna = await starts(withy)
  const [ben, cai, eve] = [
    await joinsAs(withy, anna, 'contributor', 'Ben'),
    await joinsAs(withy, anna, 'suggester', 'Cai'),
    await joinsAs(withy, anna, 'viewer', 'Eve'),
  ]
  return { anna, ben, cai, eve }
}

it('[TALK-2] [TALK-4] says something about a box, a list, an item, a cell or words; others answer; all read it', async () => {
  const { anna, ben, cai, eve } = await four()
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
  const { ben, cai } = await four()
  await begins(cai, thread('thread-one'))
  const answers = said('answer-1', 'First words')
  const answer = (member: Member, body: SaidInTalk) => does(member, 'POST', of('thread-one', 'comments'), body)
  await answer(ben, answers)
  const again = await told(async () => {
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
  const { anna, ben, cai, eve } = await four()
  const mentions = [eve.id]
  await begins(cai, thread('thread-one', { said: said('comment-one', 'Frist', mentions) }))
  const at = of('thread-one', 'comments/comment-one')
  const changed = await does(cai, 'PUT', at, { words: 'First', mentions })
  expect(changed.comments[0]).toMatchObject({ words: 'First', mentions, editedAt: expect.any(Number) })
  const same = await told(() => does(cai, 'PUT', at, { words: 'First', mentions }))
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
  expect(await told(() => does(cai, 'DELETE', at))).toEqual([])
  // A sending that was long on its way brings nothing back.
  await anna.gets('PATCH', pathOf(anna, cai), { role: 'suggester' })
  await begins(cai, thread('thread-one', { said: said('comment-one', 'Frist') }))
  expect(await cai.isRefused('PUT', path(cai, at), { words: 'More', mentions })).toBe('comment-gone')
  expect(comments((await talk(eve)).threads[0] as TalkThread)).toEqual([[cai.id, null]])
})

it('[TALK-4] [TALK-6] a thread is settled by whoever comments, once, and open again when asked or answered', async () => {
  const { anna, ben, cai } = await four()
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

it('[TALK-7] what somebody asked about is explained once, into the words the plan explains, and settled', async () => {
  const { anna, ben, cai } = await four()
  const asks = (id: string) => begins(cai, thread(id, { kind: 'meaning' }))
  const at = (id: string) => path(ben, of(id, 'meaning'))
  await asks('asked-one')
  await asks('asked-two')
  await begins(cai, thread('comment-1'))
  const body = { word: 'Commons', meaning: 'Land of us all' }
  expect(await ben.isRefused('POST', at('comment-1'), body)).toBe('bad-request')
  expect(await cai.isRefused('POST', at('asked-one'), body)).toBe('not-allowed')
  const tell = vi.spyOn(withy.live, 'tell')
  const { thread: explained } = await ben.gets<{ thread: TalkThread }>('POST', at('asked-one'), body)
  expect(tell.mock.calls).toContainEqual([anna.plan, { type: 'glossary' }])
  tell.mockRestore()
  expect(explained.settled?.by).toBe(ben.id)
  // Sent again; and the same word, asked about elsewhere, in other words.
  await ben.gets('POST', at('asked-one'), body)
  expect(await anna.isRefused('POST', at('asked-two'), { word: 'commons', meaning: 'Other' })).toBe('word-there')
  // Settled meanwhile by somebody else, it says that, and not that some word is there.
  expect(await anna.isRefused('POST', at('asked-one'), body)).toBe('question-settled')
  expect(await anna.isRefused('POST', at('asked-one'), { word: 'Shed', meaning: 'A hut' })).toBe('question-settled')
  const read = await talk(anna)
  expect(read.threads.map(({ settled }) => settled?.by)).toEqual([ben.id, undefined, undefined])
  const { words } = await anna.gets<{ words: object[] }>('GET', `/api/plans/${anna.plan}/glossary`)
  expect(words).toMatchObject([body])
})

it('[TALK-8] who asks what words mean is told to nobody, whatever else they do in that thread', async () => {
  const { anna, ben, cai } = await four()
  const kind = 'meaning'
  const messages = await told(async () => {
    await begins(cai, thread('asked-one', { kind, said: said('asked-it', 'What are commons?') }))
    await does(ben, 'POST', of('asked-one', 'comments'), said('answer-1', 'Land'))
    await does(cai, 'POST', of('asked-one', 'comments'), said('answer-2', 'Whose?'))
    await does(cai, 'PUT', of('asked-one', 'comments/asked-it'), { words: 'What is a commons?', mentions: [] })
    await does(cai, 'PUT', of('asked-one', 'settled'), { settled: true })
  })
  expect(JSON.stringify(messages)).toContain(ben.id)
  expect(JSON.stringify(messages)).not.toContain(cai.id)
  for (const member of [anna, ben, cai]) {
    const { threads, mine } = await talk(member)
    expect(JSON.stringify(threads)).not.toContain(cai.id)
    expect(comments(threads[0] as TalkThread)).toEqual([
      [null, 'What is a commons?'],
      [ben.id, 'Land'],
      [null, 'Whose?'],
    ])
    expect(threads[0]?.settled).toMatchObject({ by: null })
    expect(mine).toEqual(member === cai ? ['asked-one'] : [])
  }
  expect(withy.logged()).not.toContain(cai.id)
})

it('[TALK-9] each change is told as the thread with the comments that changed, by the next number', async () => {
  const { ben, cai } = await four()
  const messages = await told(async () => {
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

it('[TALK-10] too long, too many, too full: each has its own kind answer, and nothing is kept', async () => {
  const { anna, cai } = await four()
  const long = 'x'.repeat(10_000)
  const crowd = Array.from({ length: 1_000 }, (_, n) => `person-${n}-aaaaaaaaaaaaaaaa`)
  const answers = path(cai, of('thread-one', 'comments'))
  await begins(cai, thread('thread-one'))
  for (const [words, mentions, word] of [
    [long, [], 'comment-too-long'],
    ['Short', crowd, 'mentions-many'],
    [long, crowd, 'comment-too-long'],
    [' \n\u200b', [], 'bad-request'],
  ] as const) {
    const answer = await cai.ask('POST', answers, { id: 'answer-1', words, mentions })
    expect(answer.body).toEqual({ refused: word, sentence: REFUSALS[word].en })
    expect(await isRefused(cai, thread('thread-two', { said: { id: 'answer-1', words, mentions } }))).toBe(word)
    const own = path(cai, of('thread-one', 'comments/first-of-thread-one'))
    expect(await cai.isRefused('PUT', own, { words, mentions })).toBe(word)
  }
  expect(await cai.isRefused('POST', answers, { ...said('answer-1'), words: 'x'.repeat(70_000) })).toBe('too-large')
  expect((await talk(anna)).threads.map(comments)).toEqual([[[cai.id, 'Words of first-of-thread-one']]])
})

it('[TALK-10] a thread and a plan hold so many comments', async () => {
  const { anna, cai } = await four()
  const put = (id: string, count: number) => putMany(anna.plan, anna.id, id, count)
  await put('thread-one', LIMIT.commentsPerThread - 1)
  await put('thread-two', LIMIT.commentsPerPlan - LIMIT.commentsPerThread - 1)
  const answers = path(cai, of('thread-one', 'comments'))
  await cai.gets('POST', answers, said('the-last-here'))
  expect(await cai.isRefused('POST', answers, said('one-too-many'))).toBe('talk-full')
  await begins(cai, thread('thread-three'))
  expect(await isRefused(cai, thread('thread-four'))).toBe('talk-full')
  // What is there is still changed, settled and removed.
  await does(cai, 'DELETE', of('thread-one', 'comments/the-last-here'))
  await does(cai, 'PUT', of('thread-two', 'settled'), { settled: true })
}, 20_000)

it('[TALK-10] one person does not fill a plan for everyone, and what was removed takes no room of others', async () => {
  const { anna, ben, cai } = await four()
  await putMany(anna.plan, cai.id, 'thread-one', LIMIT.commentsPerPerson - 1)
  const answers = path(cai, of('thread-one', 'comments'))
  expect(await cai.isRefused('POST', answers, said('one-too-many'))).toBe('talk-full')
  await begins(cai, thread('thread-two'))
  expect(await isRefused(cai, thread('thread-three'))).toBe('talk-yours-full')
  expect(await cai.isRefused('POST', answers, said('one-too-many'))).toBe('talk-yours-full')
  await begins(ben, thread('thread-three'))
  await putMany(anna.plan, anna.id, 'thread-four', LIMIT.commentsPerPlan - LIMIT.commentsPerPerson - 1)
  expect(await isRefused(ben, thread('thread-five'))).toBe('talk-full')
  await does(cai, 'DELETE', of('thread-two', 'comments/first-of-thread-two'))
  await begins(ben, thread('thread-five'))
  expect(await isRefused(cai, thread('thread-six'))).toBe('talk-yours-full')
}, 20_000)

it('[TALK-8] who only asks what words mean writes none, which would say in which language they ask', async () => {
  const { anna, cai } = await four()
  const none = said('first-one', '')
  await begins(cai, thread('thread-one', { kind: 'meaning', said: none }))
  expect((await talk(anna)).threads.map(comments)).toEqual([[[null, '']]])
  expect(await isRefused(cai, thread('thread-two', { said: none }))).toBe('bad-request')
})

it('[TALK-8] a comment that was sent by name does not become a nameless question', async () => {
  const { cai } = await four()
  await begins(cai, thread('thread-one'))
  expect(await isRefused(cai, thread('thread-one', { kind: 'meaning' }))).toBe('bad-request')
  expect((await talk(cai)).threads.map(({ kind }) => kind)).toEqual(['comment'])
})

it('[LIMIT-33] what is said is asked for so often, and no more', async () => {
  const tight = await openWithy({ budgets: createBudgets({ ...BUDGET, reads: 1 }) })
  const anna = await starts(tight)
  await talk(anna)
  expect(await anna.isRefused('GET', path(anna))).toBe('too-busy')
  await tight.close()
})

it('[TALK-10] mark-up, links and signs of every script are words, kept as they were typed', async () => {
  const { cai } = await four()
  const typed =
    '<img src=x onerror=alert(1)> **bold** [a](javascript:alert(1)) https://example.org\n\u202egnp مرحبا 👋🏽'
  const kept = await begins(cai, thread('thread-one', { said: said('comment-one', typed) }))
  expect(kept.comments[0]?.words).toBe(typed)
})

it('[TALK-11] a comment is meant for people of the plan, each once; who left meanwhile is left out', async () => {
  const { anna, ben, cai, eve } = await four()
  await anna.gets('DELETE', pathOf(anna, eve))
  const stranger = await starts(withy, { name: 'Stranger' })
  const mentions = [ben.id, eve.id, stranger.id, 'nobody', ben.id, anna.id]
  const kept = await begins(cai, thread('thread-one', { said: said('comment-one', 'Look', mentions) }))
  expect(kept.comments[0]?.mentions).toEqual([ben.id, anna.id])
})

it('[TALK-12] what somebody said stays, with their name, when they have left; and is theirs again when they are back', async () => {
  const { anna, ben, cai } = await four()
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
