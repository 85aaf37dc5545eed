import type { ActionTests } from '@withy/shared/api'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { openWithy, type Withy } from '../testing/open-withy.ts'
import { invites, joins, type Member, starts } from '../testing/people.ts'

let withy: Withy
beforeAll(async () => {
  withy = await openWithy()
})
afterAll(() => withy.close())

const HELPS = { informed: 'helps', confident: null, connected: null, shows: 'not-sure' }
const at = (member: Member, item: string) => `/api/plans/${member.plan}/tests/${item}`
const list = async (member: Member) =>
  (await member.gets<{ tests: ActionTests[] }>('GET', `/api/plans/${member.plan}/tests`)).tests

describe('answers to the tests of an action', () => {
  it('[ACCESS-72] stay with who gave them until the person the plan is about has answered', async () => {
    const rosa = await starts(withy, { kind: 'support', voice: 'person', name: 'Rosa' })
    const priya = await joins(withy.device(), await invites(rosa, { voice: 'professional' }), { name: 'Priya' })
    const answer = await priya.gets<{ tests: ActionTests }>('PUT', at(priya, 'a1'), HELPS)
    expect(answer.tests).toMatchObject({ item: 'a1', mine: HELPS, waiting: true })
    expect(await list(rosa)).toMatchObject([{ item: 'a1', mine: null, others: [], answered: 1, waiting: true }])
    await rosa.gets('PUT', at(rosa, 'a1'), { ...HELPS, informed: 'harms' })
    expect(await list(rosa)).toMatchObject([
      { others: [{ voice: 'professional', answers: HELPS }], answered: 1, waiting: false, failing: true },
    ])
    await rosa.gets('PUT', at(rosa, 'a1'), HELPS)
    expect(await list(priya)).toMatchObject([{ others: [{ voice: 'person', answers: HELPS }], failing: false }])
  })

  it('[ACCESS-74] tell the room that they changed, not what or whose', async () => {
    const anna = await starts(withy)
    const tell = vi.spyOn(withy.live, 'tell')
    await anna.gets('PUT', at(anna, 'own:x.1'), HELPS)
    expect(tell.mock.calls).toEqual([[anna.plan, { type: 'tests', item: 'own:x.1' }]])
    tell.mockRestore()
  })

  it('[ACCESS-70] keep the voice of somebody who has left', async () => {
    const anna = await starts(withy)
    const ben = await joins(withy.device(), await invites(anna), { name: 'Ben', voice: 'carer' })
    await ben.gets('PUT', at(ben, 'a1'), HELPS)
    await ben.gets('DELETE', `/api/plans/${ben.plan}/people/${ben.id}`)
    expect(await list(anna)).toMatchObject([{ others: [{ voice: 'carer', answers: HELPS }] }])
  })

  it('[LIMIT-31] are four known answers about something that can be an item', async () => {
    const anna = await starts(withy)
    expect(await anna.isRefused('PUT', at(anna, 'a1'), { ...HELPS, informed: 'maybe' })).toBe('bad-request')
    expect(await anna.isRefused('PUT', at(anna, 'a1'), { informed: 'helps' })).toBe('bad-request')
    for (const item of ['x'.repeat(81), '%20', 'a%2Fb', '%3Cb%3E']) {
      expect(await anna.isRefused('PUT', at(anna, item), HELPS)).toBe('bad-request')
    }
  })
})
