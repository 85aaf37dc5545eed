import type { TalkChanged, TalkThread } from '@withy/shared/protocol'
import { expect, it, vi } from 'vitest'
import { createTalkState } from './talk-state.ts'
import { comment, placeOf, talkOf, threadOf } from './testing-talk.tsx'

const told = (seq: number, { comments, ...thread }: TalkThread): TalkChanged => ({
  ...{ type: 'talk', seq },
  thread: { ...thread, changed: comments },
})
const ids = (threads: readonly TalkThread[]) => threads.map(({ id }) => id)
const at = (state: ReturnType<typeof createTalkState>, box: string) => state.at(box, null).threads

it('[TALK-40] puts each message on top of what it knows, and asks again where one is missing between', () => {
  const state = createTalkState('p')
  expect(state.all().isHere).toBe(false)
  state.came(talkOf([threadOf('a', 'ben', 'One')], { seq: 4 }))
  expect(state.hear(told(5, threadOf('b', 'ben', 'Two')))).toBe(true)
  expect(ids(state.all().threads)).toEqual(['a', 'b'])
  expect(state.hear(told(5, threadOf('b', 'ben', 'Two')))).toBe(true)
  expect(state.hear(told(7, threadOf('d', 'ben', 'Four')))).toBe(false)
  expect(ids(state.all().threads)).toEqual(['a', 'b'])
  // Only how far talk is, to who comes: nothing is missing, then something is.
  expect(state.hear({ type: 'talk', seq: 5 })).toBe(true)
  expect(state.hear({ type: 'talk', seq: 7 })).toBe(false)
})

it('[TALK-40] an answer that is older than messages that came meanwhile takes nothing back', () => {
  const state = createTalkState('p')
  expect(state.hear(told(5, threadOf('b', 'ben', 'Two')))).toBe(true)
  expect(state.came(talkOf([threadOf('a', 'ben', 'One')], { seq: 4 }))).toBe(true)
  expect(ids(state.all().threads)).toEqual(['a', 'b'])
  expect(state.came(talkOf([], { seq: 3 }))).toBe(false)
})

it('[TALK-40] an answer in a thread is told alone, and stands below what was said before', () => {
  const state = createTalkState('p')
  state.came(talkOf([threadOf('a', 'ben', 'One')]))
  const answer = comment('a-2', 'carys', 'Two')
  const { comments: _all, ...thread } = threadOf('a', 'ben', 'One')
  state.hear({ type: 'talk', seq: 2, thread: { ...thread, changed: [answer] } })
  expect(state.all().threads[0]?.comments.map(({ words }) => words)).toEqual(['One', 'Two'])
})

it('[TALK-41] of 500 comments in a plan one that comes changes what is drawn at its own place, and nowhere else', () => {
  const state = createTalkState('p')
  const many = Array.from({ length: 500 }, (_, i) =>
    threadOf(`t${i}`, 'ben', `${i}`, { place: placeOf(`s.${i % 40}`) }),
  )
  state.came(talkOf(many))
  const before = Array.from({ length: 40 }, (_, i) => at(state, `s.${i}`))
  state.hear(told(2, threadOf('new', 'ben', 'New', { place: placeOf('s.7') })))
  const changed = before.flatMap((known, i) => (at(state, `s.${i}`) === known ? [] : [i]))
  expect(changed).toEqual([7])
  expect(at(state, 's.7')).toHaveLength(14)
  // Asked for again, what says the same stays the same.
  const again = [...state.all().threads]
  state.came(talkOf(JSON.parse(JSON.stringify(again)), { seq: 2 }))
  expect(at(state, 's.3')).toBe(before[3])
  state.came(talkOf([], { seq: 3 }))
  expect(at(state, 's.3')).toEqual([])
})

it('[TALK-40] what was sent does not take back what the room told of it since', async () => {
  const state = createTalkState('p')
  state.came(talkOf([threadOf('a', 'ben', 'One')]))
  const settled = { by: 'ben', at: 2 }
  let answer = (_: { thread: TalkThread }) => {}
  const kept = state.keep('a', () => new Promise((resolve) => (answer = resolve)))
  state.hear(told(2, threadOf('a', 'ben', 'One', { settled })))
  answer({ thread: threadOf('a', 'ben', 'One') })
  await kept
  expect(state.all().threads[0]?.settled).toEqual(settled)
  await state.keep('a', async () => ({ thread: threadOf('a', 'ben', 'Newer') }))
  expect(state.all().threads[0]?.comments[0]?.words).toBe('Newer')
  await expect(state.keep('a', () => Promise.reject(new Error('no')))).rejects.toThrow('no')
})

it('[TALK-46] tells of what is new, once, and says whether it is an answer', () => {
  const state = createTalkState('p')
  const hear = vi.fn()
  state.onTold(hear)
  state.came(talkOf([threadOf('a', 'ben', 'One')]))
  state.hear(told(2, threadOf('b', 'ben', 'Two')))
  state.hear(told(2, threadOf('b', 'ben', 'Two')))
  state.hear(told(3, threadOf('a', 'ben', 'One')))
  expect(hear.mock.calls.map(([{ isNew }]) => isNew)).toEqual([true, false])
})

it('[TALK-8] a question that was asked on another device is one’s own here too, at once and after an older answer', () => {
  const state = createTalkState('p')
  state.came(talkOf([]))
  expect(state.hear({ type: 'talk', seq: 1, mine: 'q' })).toBe(true)
  state.hear(told(2, threadOf('q', null, 'What are commons?')))
  expect([...state.all().mine]).toEqual(['q'])
  expect(state.came(talkOf([]))).toBe(true)
  expect([...state.all().mine]).toEqual(['q'])
})

it('[TALK-95] suggestions that were answered come in short; once their words are here they stay, also when all is asked for again', () => {
  const place = placeOf('story')
  const fate = { is: 'accepted', by: 'ben', at: 2 } as const
  const change = { ...{ id: 'c', was: [], becomes: [], before: '', after: '', needs: [], yes: [] }, fate }
  const whole = { id: 's', place, by: 'ben', at: 1, why: 'Kinder', changes: [change] }
  const short = { id: 's', place, by: 'ben', at: 1, count: 1, earlier: 1, people: [], isBack: false }
  const state = createTalkState('p')
  state.came(talkOf([], { answered: [short] }))
  expect(state.at('story', null)).toMatchObject({ suggestions: [], answered: [short] })
  const before = state.at('story', null)
  state.came(talkOf([], { seq: 2, answered: [{ ...short }] }))
  expect(state.at('story', null), 'nothing changed there').toBe(before)
  state.words([whole])
  expect(state.at('story', null)).toMatchObject({ suggestions: [whole], answered: [] })
  state.came(talkOf([], { seq: 3, answered: [short] }))
  expect(state.at('story', null)).toMatchObject({ suggestions: [whole], answered: [] })
  // What was open here and was answered while the page was away is not what is known of it.
  const open = { ...whole, id: 'o', changes: [{ ...change, fate: null }] }
  state.came(talkOf([], { seq: 4, suggestions: [open], answered: [short] }))
  state.came(talkOf([], { seq: 5, answered: [short, { ...short, id: 'o' }] }))
  expect(state.at('story', null)).toMatchObject({ suggestions: [whole], answered: [{ id: 'o' }] })
  // The room tells of one whole.
  state.hear({ type: 'talk', seq: 6, suggestion: { ...open, changes: [change] } })
  expect(state.at('story', null).answered).toEqual([])
})
