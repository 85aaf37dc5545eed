import { editionOf, type Plan } from '@withy/shared/plan'
import type { TalkThread } from '@withy/shared/protocol'
import { buildPlan } from '@withy/shared/testing'
import { expect, it } from 'vitest'
import { annexOf } from './talk-annex.ts'

const BOX = 'place.where'
const line = (text: string) => ({ type: 'paragraph', runs: [{ text }] }) as const

const threadAbout = (id: string, quote: string): TalkThread => ({
  ...{ id, kind: 'comment', settled: null },
  place: { box: BOX, item: null, field: null, words: { quote, before: '', after: '', from: '', to: '', epoch: 'e' } },
  comments: [{ id: 'c', by: 'anna', at: 1, words: 'Why so?', mentions: [], editedAt: null }],
})

const annexIn = (plan: Plan, threads: readonly TalkThread[]) => {
  const edition = editionOf({ title: 'Mill Lane', plan, names: new Map(), explained: [] })
  return annexOf({ plan, edition, facts: { people: [], former: [] } }, { threads, suggestions: [] }, 1)
}

// Gone through whole for each comment, a long text kept everybody in every plan waiting for ten seconds.
it('[TALK-82] thousands of comments about one long text are put together in a moment, each with whether its words stand', () => {
  const text = Array.from({ length: 4_000 }, (_, n) => line(`In week ${n} we went  to the park. It was good.`))
  const threads = Array.from({ length: 5_000 }, (_, n) => threadAbout(`t${n}`, `week ${n} we went to`))
  const before = process.cpuUsage()
  const annex = annexIn(buildPlan('area', { text: { [BOX]: text } }), threads)
  const { user, system } = process.cpuUsage(before)
  expect(annex.threads.filter(({ about }) => about.isThere)).toHaveLength(4_000)
  expect((user + system) / 1e6).toBeLessThan(2)
}, 60_000)
