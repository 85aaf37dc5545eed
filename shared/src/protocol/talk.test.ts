import { expect, it } from 'vitest'
import { type TalkComment, type TalkThread, threadAfter } from './talk.ts'

const comment = (id: string, words: string | null): TalkComment => ({
  ...{ id, words, by: 'anna', at: 1, mentions: [] },
  editedAt: null,
})
const place = { box: 'story.text', item: null, field: null, words: null }

it('[TALK-9] a thread is known from what is told of it: new comments at its end, changed ones where they stood', () => {
  const told = { id: 't', kind: 'comment', place, settled: null } as const
  const began: TalkThread = threadAfter(undefined, { ...told, changed: [comment('a', 'one'), comment('b', 'two')] })
  expect(began).toEqual({ ...told, comments: [comment('a', 'one'), comment('b', 'two')] })
  const settled = { by: 'ben', at: 2 }
  const after = threadAfter(began, { ...told, settled, changed: [comment('a', null), comment('c', 'three')] })
  expect(after).toEqual({
    ...told,
    settled,
    comments: [comment('a', null), comment('b', 'two'), comment('c', 'three')],
  })
  expect(threadAfter(after, { ...told, changed: [] })).toEqual({ ...after, settled: null })
})
