import { type ActionTests, LIMIT, TEST_QUESTIONS } from '@withy/shared/api'
import { actionsOf, boxesOf, type Plan, removeItem, TEMPLATES } from '@withy/shared/plan'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { openWithy, type Withy } from '../testing/open-withy.ts'
import { copiesExample, invites, joins, joinsAs, type Member, starts } from '../testing/people.ts'
import { writesIn } from '../testing/writes-in.ts'

let withy: Withy
beforeAll(async () => {
  withy = await openWithy()
})
afterAll(() => withy.close())

const NOTHING = { informed: null, confident: null, connected: null, shows: null }
const HELPS = { ...NOTHING, informed: 'helps', shows: 'not-sure' }
const at = (member: Member, item: string) => `/api/plans/${member.plan}/tests/${item}`
const list = async (member: Member) =>
  (await member.gets<{ tests: ActionTests[] }>('GET', `/api/plans/${member.plan}/tests`)).tests
const actionsIn = async (member: Member): Promise<[string, string, ...string[]]> => {
  const { plan } = await member.gets<{ plan: Plan }>('GET', `/api/plans/${member.plan}/words`)
  const [first, second, ...rest] = actionsOf(plan).map(({ id }) => id)
  if (!first || !second) throw new Error('the example has too few actions')
  return [first, second, ...rest]
}
const withActions = async (example: 'brackenford-east' | 'rosa-tillingham' = 'brackenford-east') => {
  const anna = await copiesExample(withy, example)
  return { anna, actions: await actionsIn(anna) }
}

describe('answers to the tests of an action', () => {
  it('[ACCESS-72] to a question stay with who gave them until the person the plan is about has answered it', async () => {
    const { anna, actions } = await withActions('rosa-tillingham')
    const [item] = actions
    const rosa = await joins(withy.device(), await invites(anna, { kind: 'seat' }), { name: 'Rosa' })
    const priya = await joins(withy.device(), await invites(rosa, { voice: 'professional' }), { name: 'Priya' })
    const answer = await priya.gets<{ tests: ActionTests }>('PUT', at(priya, item), HELPS)
    expect(answer.tests).toMatchObject({ item, mine: HELPS })
    expect(answer.tests.waiting.map(({ question }) => question)).toEqual(TEST_QUESTIONS)
    expect(await list(rosa)).toMatchObject([{ item, mine: null, others: [], answered: 1 }])
    await rosa.gets('PUT', at(rosa, item), { ...NOTHING, informed: 'harms' })
    expect(await list(rosa)).toMatchObject([
      { others: [{ voice: 'professional', answers: { ...NOTHING, informed: 'helps' } }], answered: 1, failing: true },
    ])
    await rosa.gets('PUT', at(rosa, item), { ...NOTHING, informed: 'helps' })
    expect(await list(priya)).toMatchObject([{ others: [{ voice: 'person' }], failing: false }])
  })

  it('[ACCESS-74] tell the room that they changed, not what or whose', async () => {
    const { anna, actions } = await withActions()
    const tell = vi.spyOn(withy.live, 'tell')
    await anna.gets('PUT', at(anna, actions[0]), HELPS)
    expect(tell.mock.calls).toEqual([[anna.plan, { type: 'tests' }]])
    tell.mockRestore()
  })

  it('[ACCESS-70] keep the voice of somebody who has left', async () => {
    const { anna, actions } = await withActions()
    const ben = await joins(withy.device(), await invites(anna), { name: 'Ben', voice: 'carer' })
    await ben.gets('PUT', at(ben, actions[0]), HELPS)
    await ben.gets('DELETE', `/api/plans/${ben.plan}/people/${ben.id}`)
    await anna.gets('PUT', at(anna, actions[0]), HELPS)
    expect(await list(anna)).toMatchObject([{ others: [{ voice: 'carer', answers: HELPS }] }])
  })

  it('[LIMIT-31] are four known answers about something that can be an item', async () => {
    const { anna, actions } = await withActions()
    expect(await anna.isRefused('PUT', at(anna, actions[0]), { ...HELPS, informed: 'maybe' })).toBe('bad-request')
    expect(await anna.isRefused('PUT', at(anna, actions[0]), { informed: 'helps' })).toBe('bad-request')
    for (const item of ['x'.repeat(81), '%20', 'a%2Fb', '%3Cb%3E']) {
      expect(await anna.isRefused('PUT', at(anna, item), HELPS)).toBe('bad-request')
    }
  })

  it('[LIMIT-40] are about an action of the plan: made-up ones are refused and keep nothing', async () => {
    const { anna, actions } = await withActions()
    const empty = await starts(withy)
    for (const item of ['a1', 'own:x.1', 'constructor']) {
      expect(await anna.isRefused('PUT', at(anna, item), HELPS)).toBe('action-gone')
    }
    expect(await empty.isRefused('PUT', at(empty, actions[0]), HELPS)).toBe('action-gone')
    expect(await list(anna)).toEqual([])
  })

  it('[LIMIT-40] are taken about an action that was taken out for as long as somebody’s answers about it are kept', async () => {
    const { anna, actions } = await withActions()
    const [item] = actions
    const ben = await joinsAs(withy, anna, 'contributor', 'Ben')
    await anna.gets('PUT', at(anna, item), HELPS)
    await writesIn(withy, anna, (doc) => {
      for (const key of boxesOf(TEMPLATES.area).keys()) removeItem(doc, key, item)
    })
    expect(await actionsIn(anna)).not.toContain(item)
    await ben.gets('PUT', at(ben, item), HELPS)
    for (const member of [anna, ben]) await member.gets('PUT', at(member, item), NOTHING)
    expect(await ben.isRefused('PUT', at(ben, item), HELPS)).toBe('action-gone')
  })

  it('[LIMIT-40] have a limit for each person that does not stand in another’s way, and none to what is kept already', async () => {
    const { anna, actions } = await withActions()
    const ben = await joinsAs(withy, anna, 'contributor', 'Ben')
    for (let n = 0; n < LIMIT.testedActionsPerPerson; n++) {
      const row = { item: `old ${n}`, person: ben.id, voice: 'carer', answers: { ...NOTHING, shows: 'helps' } } as const
      await withy.store.answer(anna.plan, row, 1, LIMIT.testedActionsPerPerson)
    }
    expect(await ben.isRefused('PUT', at(ben, actions[0]), HELPS)).toBe('answers-full')
    await anna.gets('PUT', at(anna, actions[0]), HELPS)
  })

  it('[ACCESS-70] that are all taken back leave nothing', async () => {
    const { anna, actions } = await withActions()
    await anna.gets('PUT', at(anna, actions[0]), HELPS)
    await anna.gets('PUT', at(anna, actions[1]), NOTHING)
    expect((await list(anna)).map(({ item }) => item)).toEqual([actions[0]])
    const { tests } = await anna.gets<{ tests: ActionTests }>('PUT', at(anna, actions[0]), NOTHING)
    expect(tests).toMatchObject({ mine: null, answered: 0 })
    expect(await list(anna)).toEqual([])
    expect(await withy.store.answersOf(anna.plan)).toEqual([])
  })
})
