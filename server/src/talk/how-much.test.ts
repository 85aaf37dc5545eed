import { LIMIT, REFUSALS } from '@withy/shared/api'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { BUDGET, createBudgets } from '../http/budgets.ts'
import { begins, comments, does, fourWhoComment, isRefused, of, said, thread } from '../testing/commenting.ts'
import { openWithy, type Withy } from '../testing/open-withy.ts'
import { starts } from '../testing/people.ts'
import { path, STORY, talk } from '../testing/suggesting.ts'

let withy: Withy
beforeAll(async () => {
  withy = await openWithy()
})
afterAll(() => withy.close())

/** Puts a thread of many comments of somebody, as if they had been written one by one. */
function putMany(plan: string, person: string, id: string, count: number) {
  const at = { person, at: 1, mentions: [], editedAt: null, words: 'One' }
  const comments = Array.from({ length: count }, (_, n) => ({ ...at, id: `many-${n}` }))
  const begins = { id, kind: 'comment', place: STORY, settled: null, comments } as const
  return withy.store.changeThread(plan, id, () => ({ begins }))
}

it('[TALK-10] too long, too many, too full: each has its own kind answer, and nothing is kept', async () => {
  const { anna, cai } = await fourWhoComment(withy)
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
  const { anna, cai } = await fourWhoComment(withy)
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
  const { anna, ben, cai } = await fourWhoComment(withy)
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

it('[LIMIT-33] what is said is asked for so often, and no more', async () => {
  const tight = await openWithy({ budgets: createBudgets({ ...BUDGET, reads: 1 }) })
  const anna = await starts(tight)
  await talk(anna)
  expect(await anna.isRefused('GET', path(anna))).toBe('too-busy')
  await tight.close()
})

it('[TALK-10] mark-up, links and signs of every script are words, kept as they were typed', async () => {
  const { cai } = await fourWhoComment(withy)
  const typed =
    '<img src=x onerror=alert(1)> **bold** [a](javascript:alert(1)) https://example.org\n\u202egnp مرحبا 👋🏽'
  const kept = await begins(cai, thread('thread-one', { said: said('comment-one', typed) }))
  expect(kept.comments[0]?.words).toBe(typed)
})
