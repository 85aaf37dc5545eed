import type { WorkshopSeen } from '@withy/shared/api'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openWithy, type Withy } from '../testing/open-withy.ts'
import { joinsAs, type Member, starts } from '../testing/people.ts'

let withy: Withy
beforeAll(async () => {
  withy = await openWithy()
})
afterAll(() => withy.close())

const at = (member: Member, workshop: string, more = '') => `/api/plans/${member.plan}/workshops/${workshop}${more}`

describe('what is hidden in a workshop', () => {
  it('[WORK-1] an idea is nobody else’s until it is shown', async () => {
    const anna = await starts(withy)
    const ben = await joinsAs(withy, anna, 'contributor')
    const path = `/api/plans/${anna.plan}/workshops`
    const { workshop } = await anna.gets<{ workshop: string }>('POST', path, {
      shape: 'area-2-hours',
      title: 'May',
      lang: 'en',
    })
    const steer = (said: object) => anna.gets<WorkshopSeen>('POST', at(anna, workshop, '/steer'), said)
    const opened = await steer({ do: 'open' })
    const silent = opened.now.steps.find(({ kind }) => kind === 'silent')?.id ?? ''
    await steer({ do: 'go', from: null, to: silent })
    for (const one of [anna, ben]) await one.gets('POST', at(one, workshop, '/take-part'), { do: 'come-in' })
    const idea = { do: 'idea', id: 'idea-number-1', step: silent, words: 'The orchard', saidBy: ben.id }
    await ben.gets('POST', at(ben, workshop, '/take-part'), idea)
    const before = await anna.gets<WorkshopSeen>('GET', at(anna, workshop))
    expect(JSON.stringify(before)).not.toContain('orchard')
    expect(before.now.ideas).toBe(1)
    const shown = await steer({ do: 'show', step: silent })
    expect(shown.ideas).toMatchObject([{ words: 'The orchard', by: expect.any(String), typedBy: null }])
  })
})
