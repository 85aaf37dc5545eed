import type { FollowUp } from '@withy/shared/api'
import { actionsOf, boxesOf, type Plan, removeItem, TEMPLATES } from '@withy/shared/plan'
import { afterAll, beforeAll, expect, it, vi } from 'vitest'
import { PlanUnreadable } from '../live/live.ts'
import { openWithy, type Withy } from '../testing/open-withy.ts'
import { copiesExample, joinsAs, type Member, starts } from '../testing/people.ts'
import { writesIn } from '../testing/writes-in.ts'

let withy: Withy
beforeAll(async () => {
  withy = await openWithy()
})
afterAll(() => withy.close())

const DAY = 24 * 60 * 60 * 1000
const CLOSED = Date.parse('2026-05-21T18:00:00Z')
const DUE = '2026-07-02'
const YES = { answer: 'yes', words: '' }

const listOf = async (member: Member) =>
  (await member.gets<{ followUps: FollowUp[] }>('GET', `/api/plans/${member.plan}/did-it-happen`)).followUps
const at = ({ plan }: Member, { workshop, item }: Pick<FollowUp, 'workshop' | 'item'>) =>
  `/api/plans/${plan}/did-it-happen/${workshop}/${encodeURIComponent(item)}`
const actionsIn = async (member: Member) => {
  const { plan } = await member.gets<{ plan: Plan }>('GET', `/api/plans/${member.plan}/words`)
  return actionsOf(plan)
}

/** Holds a workshop of a member's plan that closes at a moment, `times` times over. */
async function closes(member: Member, moment = CLOSED, times = 1): Promise<string> {
  const path = `/api/plans/${member.plan}/workshops`
  withy.clock.now = moment
  const { workshop } = await member.gets<{ workshop: string }>('POST', path, {
    shape: 'empty',
    title: 'May',
    lang: 'en',
  })
  await member.gets('POST', `${path}/${workshop}/steer`, { do: 'open' })
  await Promise.all(
    Array.from({ length: times }, () => member.gets('POST', `${path}/${workshop}/steer`, { do: 'close' })),
  )
  return workshop
}

/** A plan with actions, a workshop of it that has closed, and what it asks about the first action, on the day that is due. */
async function asked() {
  const anna = await copiesExample(withy)
  const workshop = await closes(anna)
  withy.clock.now = Date.parse(`${DUE}T09:00:00Z`)
  const [first] = await listOf(anna)
  if (!first) throw new Error('nothing is asked')
  return { anna, workshop, first }
}

it('[WORK-110] asks, six weeks after a workshop has closed, about each action that was in the plan then', async () => {
  const anna = await copiesExample(withy)
  const actions = await actionsIn(anna)
  expect(await listOf(anna)).toEqual([])
  const workshop = await closes(anna)
  await writesIn(withy, anna, (doc) => {
    for (const key of boxesOf(TEMPLATES.area).keys()) removeItem(doc, key, actions[0]?.id ?? '')
  })
  const list = await listOf(anna)
  expect(list.map(({ item }) => item)).toEqual(actions.map(({ id }) => id))
  expect(list[0]).toEqual({
    ...{ item: actions[0]?.id, workshop, dueOn: DUE, isDue: false },
    ...{ mine: null, others: [], answered: 0, isWaiting: true },
  })
})

it('[WORK-110] asks once, whoever else closes the workshop and however often', async () => {
  const anna = await copiesExample(withy)
  const actions = await actionsIn(anna)
  const workshop = await closes(anna, CLOSED, 3)
  withy.clock.now = CLOSED + 10 * DAY
  await anna.gets('POST', `/api/plans/${anna.plan}/workshops/${workshop}/steer`, { do: 'close' })
  const rows = await withy.store.followUpsAfter(anna.plan, workshop)
  expect(rows.map(({ item }) => item)).toEqual(actions.map(({ id }) => id))
  expect(rows.every(({ dueOn }) => dueOn === DUE)).toBe(true)
})

it('[WORK-110] closes also where the plan cannot be read, and asks with the next look, on the same day', async () => {
  const anna = await copiesExample(withy)
  const current = vi.spyOn(withy.live, 'current').mockRejectedValue(new PlanUnreadable('damaged'))
  await closes(anna)
  expect(await listOf(anna)).toEqual([])
  current.mockRestore()
  withy.clock.now = CLOSED + 3 * DAY
  const list = await listOf(anna)
  expect(list.length).toBe((await actionsIn(anna)).length)
  expect(list[0]?.dueOn).toBe(DUE)
})

it('[WORK-110] asks nothing about a plan without actions, and tells the room where something is asked', async () => {
  const empty = await starts(withy)
  await closes(empty)
  expect(await listOf(empty)).toEqual([])
  const anna = await copiesExample(withy)
  const tell = vi.spyOn(withy.live, 'tell')
  await closes(anna)
  expect(tell.mock.calls).toContainEqual([anna.plan, { type: 'follow-ups' }])
  tell.mockRestore()
})

it('[WORK-111] takes no answer before its day has come in the UK, and from its first minute on does', async () => {
  const { anna, first } = await asked()
  withy.clock.now = Date.parse('2026-07-01T22:59:00Z')
  expect((await listOf(anna))[0]?.isDue).toBe(false)
  expect(await anna.isRefused('PUT', at(anna, first), YES)).toBe('not-asked-yet')
  withy.clock.now = Date.parse('2026-07-01T23:00:00Z')
  expect((await listOf(anna))[0]?.isDue).toBe(true)
  await anna.gets('PUT', at(anna, first), YES)
})

it('[WORK-112] keeps one answer a person, the newest, with its words, until it is taken back', async () => {
  const { anna, first } = await asked()
  await anna.gets('PUT', at(anna, first), { answer: 'no', words: ' The key\r\nwas lost ' })
  const tell = vi.spyOn(withy.live, 'tell')
  const mine = { answer: 'partly', words: 'Two of three' }
  const { followUp } = await anna.gets<{ followUp: FollowUp }>('PUT', at(anna, first), mine)
  expect(tell.mock.calls).toEqual([[anna.plan, { type: 'follow-ups' }]])
  tell.mockRestore()
  expect(followUp).toMatchObject({ item: first.item, mine, answered: 0 })
  const ben = await joinsAs(withy, anna, 'contributor', 'Ben')
  await ben.gets('PUT', at(ben, first), YES)
  expect((await listOf(anna))[0]).toMatchObject({ mine, answered: 1 })
  await anna.gets('PUT', at(anna, first), { answer: null, words: '' })
  expect((await listOf(anna))[0]).toMatchObject({ mine: null, answered: 1 })
  expect(await withy.store.followUpAnswersOf(anna.plan)).toHaveLength(1)
})

it('[WORK-112] [LIMIT-31] takes known answers to what is asked, from people who may answer', async () => {
  const { anna, first } = await asked()
  const vera = await joinsAs(withy, anna, 'viewer', 'Vera')
  expect(await vera.isRefused('PUT', at(vera, first), YES)).toBe('not-allowed')
  expect(await anna.isRefused('PUT', at(anna, first), { answer: 'maybe', words: '' })).toBe('bad-request')
  expect(await anna.isRefused('PUT', at(anna, first), { ...YES, words: 'x'.repeat(1_001) })).toBe('bad-request')
  expect(await anna.isRefused('PUT', at(anna, { ...first, item: 'made-up' }), YES)).toBe('action-gone')
  expect(await anna.isRefused('PUT', at(anna, { ...first, workshop: 'w' }), YES)).toBe('action-gone')
  const other = await copiesExample(withy)
  expect(await other.isRefused('PUT', at(other, first), YES)).toBe('action-gone')
  expect(await withy.store.followUpAnswersOf(anna.plan)).toEqual([])
})

it('[WORK-113] tells others’ answers by voice, also of somebody who has left, and never who gave them', async () => {
  const { anna, first } = await asked()
  const ben = await joinsAs(withy, anna, 'contributor', 'Ben')
  await ben.gets('PUT', at(ben, first), { answer: 'no', words: 'Not on our street' })
  await ben.gets('DELETE', `/api/plans/${ben.plan}/people/${ben.id}`)
  await anna.gets('PUT', at(anna, first), YES)
  const [seen] = await listOf(anna)
  expect(seen?.others).toEqual([{ voice: 'resident', answer: 'no', words: 'Not on our street' }])
  expect(JSON.stringify(seen)).not.toMatch(new RegExp(`Ben|${ben.id}`))
})

it('[WORK-114] asks after each workshop, shows the newer, and keeps with the older what was answered to it', async () => {
  const { anna, first } = await asked()
  const second = await closes(anna, Date.parse('2026-07-02T18:00:00Z'))
  const newer = { item: first.item, workshop: second, dueOn: '2026-08-13', isDue: false }
  expect((await listOf(anna))[0]).toMatchObject(newer)
  await anna.gets('PUT', at(anna, first), YES)
  expect((await listOf(anna))[0]).toMatchObject({ ...newer, mine: null })
  expect(await withy.store.followUpAnswersOf(anna.plan)).toMatchObject([{ workshop: first.workshop, answer: 'yes' }])
})
