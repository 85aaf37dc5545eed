import type { TalkThread } from '@withy/shared/protocol'
import { afterAll, beforeAll, expect, it, vi } from 'vitest'
import { begins, comments, does, fourWhoComment, isRefused, of, said, thread } from '../testing/commenting.ts'
import { openWithy, type Withy } from '../testing/open-withy.ts'
import { path, talk, told } from '../testing/suggesting.ts'

let withy: Withy
beforeAll(async () => {
  withy = await openWithy()
})
afterAll(() => withy.close())

it('[TALK-7] what somebody asked about is explained once, into the words the plan explains, and settled', async () => {
  const { anna, ben, cai } = await fourWhoComment(withy)
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
  const { anna, ben, cai } = await fourWhoComment(withy)
  const kind = 'meaning'
  const messages = await told(withy, async () => {
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

it('[TALK-8] who only asks what words mean writes none, which would say in which language they ask', async () => {
  const { anna, cai } = await fourWhoComment(withy)
  const none = said('first-one', '')
  await begins(cai, thread('thread-one', { kind: 'meaning', said: none }))
  expect((await talk(anna)).threads.map(comments)).toEqual([[[null, '']]])
  expect(await isRefused(cai, thread('thread-two', { said: none }))).toBe('bad-request')
})

it('[TALK-8] a comment that was sent by name does not become a nameless question', async () => {
  const { cai } = await fourWhoComment(withy)
  await begins(cai, thread('thread-one'))
  expect(await isRefused(cai, thread('thread-one', { kind: 'meaning' }))).toBe('bad-request')
  expect((await talk(cai)).threads.map(({ kind }) => kind)).toEqual(['comment'])
})
