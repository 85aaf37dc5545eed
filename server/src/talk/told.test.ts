import { expect, it } from 'vitest'
import { asks, joinPlan } from '../testing/guests.ts'
import { syncedBot, twoPeople } from '../testing/two-people.ts'
import { until } from '../testing/until.ts'
import { TEXT_BOX } from '../testing/writer.ts'

it('[TALK-9] everybody who has the plan open hears each change, and who comes hears how far talk is', async () => {
  const { anna, ben } = await twoPeople()
  const cai = await joinPlan(anna, 'Cai', 'suggester')
  const vera = await syncedBot(await joinPlan(anna, 'Vera', 'viewer'))
  await until(() => expect(vera.messages).toContainEqual({ type: 'talk', seq: 0 }))
  const path = `/api/plans/${anna.plan}/talk/threads`
  const place = { box: TEXT_BOX, item: null, field: null, words: null }
  const said = { id: 'comment-one', words: 'Which bus?', mentions: [] }
  await asks(cai, 'POST', path, { id: 'thread-one', kind: 'comment', place, said })
  await asks(ben, 'PUT', `${path}/thread-one/settled`, { settled: true })
  const comment = { id: 'comment-one', by: cai.person, words: 'Which bus?', mentions: [], editedAt: null }
  const thread = { id: 'thread-one', kind: 'comment', place }
  await until(() =>
    expect(vera.messages.filter((message) => JSON.stringify(message).includes('"talk"')).slice(1)).toEqual([
      { type: 'talk', seq: 1, thread: { ...thread, settled: null, changed: [{ ...comment, at: expect.any(Number) }] } },
      { type: 'talk', seq: 2, thread: { ...thread, settled: { by: ben.person, at: expect.any(Number) }, changed: [] } },
    ]),
  )
  const late = await syncedBot(anna)
  await until(() => expect(late.messages).toContainEqual({ type: 'talk', seq: 2 }))
})

it('[TALK-8] who asks is told on each of their devices that the question is theirs, before others hear of it; nobody else is', async () => {
  const { anna, ben } = await twoPeople()
  const cai = await joinPlan(anna, 'Cai', 'suggester')
  const bots = [await syncedBot(cai), await syncedBot(cai), await syncedBot(anna), await syncedBot(ben)]
  for (const { messages } of bots) await until(() => expect(messages).toContainEqual({ type: 'talk', seq: 0 }))
  const place = { box: TEXT_BOX, item: null, field: null, words: null }
  const said = { id: 'comment-one', words: '', mentions: [] }
  await asks(cai, 'POST', `/api/plans/${anna.plan}/talk/threads`, { id: 'thread-one', kind: 'meaning', place, said })
  const told = ({ messages }: (typeof bots)[number]) =>
    messages.filter((message) => JSON.stringify(message).includes('"talk"')).slice(1)
  for (const bot of bots) await until(() => expect(told(bot).at(-1)).toHaveProperty('thread'))
  const question = expect.objectContaining({ seq: 1, thread: expect.anything() })
  const mine = { type: 'talk', seq: 0, mine: 'thread-one' }
  expect(bots.map(told)).toEqual([[mine, question], [mine, question], [question], [question]])
  expect(JSON.stringify(bots.map(told)), 'nor who it is').not.toContain(cai.person)
})
