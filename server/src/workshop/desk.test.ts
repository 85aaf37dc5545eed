import type { WorkshopSeen } from '@withy/shared/api'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openWithy, type Withy } from '../testing/open-withy.ts'
import { joinsAs, type Member, starts } from '../testing/people.ts'

let withy: Withy
beforeAll(async () => {
  withy = await openWithy()
})
afterAll(() => withy.close())

/** A workshop that has been opened, with both people in it, and what they send it. */
async function opened(shape: string) {
  const anna = await starts(withy)
  const ben = await joinsAs(withy, anna, 'contributor')
  const prepared = { shape, title: 'May', lang: 'en' }
  const { workshop } = await anna.gets<{ workshop: string }>('POST', `/api/plans/${anna.plan}/workshops`, prepared)
  const at = (more: string) => `/api/plans/${anna.plan}/workshops/${workshop}${more}`
  const steer = (said: object) => anna.gets<WorkshopSeen>('POST', at('/steer'), said)
  const take = (who: Member, said: object) => who.gets('POST', at('/take-part'), said)
  const { now } = await steer({ do: 'open' })
  for (const one of [anna, ben]) await take(one, { do: 'come-in' })
  const stepOf = (kind: string) => now.steps.find((step) => step.kind === kind)?.id ?? ''
  const desk = async () => (await anna.gets<WorkshopSeen>('GET', at(''))).desk
  return { anna, ben, steer, take, stepOf, desk, at }
}

describe('what facilitators see besides', () => {
  it('[WORK-62] tells since when a light has been set, and who leads', async () => {
    const { anna, ben, take, desk } = await opened('review')
    expect(await desk()).toMatchObject({ chair: anna.id, people: [{ lightAt: 0 }, { light: null, lightAt: 0 }] })
    await take(ben, { do: 'light', as: ben.id, light: 'stop' })
    const light = (await desk())?.people.find(({ id }) => id === ben.id)
    expect(light?.light).toBe('stop')
    expect(light?.lightAt).toBeGreaterThan(0)
  })

  it('[WORK-65] names the authors of ideas that are shown, and of no other', async () => {
    const { ben, steer, take, stepOf, desk } = await opened('review')
    const step = stepOf('silent')
    await take(ben, { do: 'bring', id: 'edith-at-the-table', name: 'Edith', voice: 'resident' })
    await take(ben, { do: 'idea', id: 'idea-of-ben', step, words: 'The orchard', saidBy: ben.id })
    await take(ben, { do: 'idea', id: 'idea-of-edith', step, words: 'The mill', saidBy: 'edith-at-the-table' })
    expect((await desk())?.authors).toEqual({})
    await steer({ do: 'show', step })
    expect((await desk())?.authors).toEqual({ 'idea-of-ben': ben.id })
  })
})

describe('a round', () => {
  it('[WORK-63] gives the turn to one voice at a time, and keeps nothing of who spoke', async () => {
    const { ben, steer, take, stepOf } = await opened('support-meeting')
    const step = stepOf('round')
    await take(ben, { do: 'bring', id: 'carer-at-the-table', name: 'Kofi', voice: 'carer' })
    await steer({ do: 'go', from: null, to: step })
    await steer({ do: 'turn', step, voice: 'resident', turn: 'now' })
    const { now } = await steer({ do: 'turn', step, voice: 'carer', turn: 'now' })
    expect(now.round).toMatchObject([
      { voice: 'resident', turn: 'heard' },
      { voice: 'carer', turn: 'now' },
    ])
  })
})

describe('words that a facilitator keeps as they are typed', () => {
  it.each(['note', 'caption'] as const)('[WORK-175] do not go over a %s the writer has not seen', async (what) => {
    const { anna, steer, desk, at } = await opened('review')
    const now = async () =>
      what === 'note' ? (await desk())?.note : (await anna.gets<WorkshopSeen>('GET', at(''))).now.caption
    await steer({ do: what, words: 'One', was: '' })
    // The same again, as where no answer came, is there already.
    await steer({ do: what, words: 'One', was: '' })
    expect(await anna.isRefused('POST', at('/steer'), { do: what, words: 'Two', was: '' })).toBe('written-meanwhile')
    expect(await now()).toBe('One')
    await steer({ do: what, words: 'Two', was: 'One' })
    expect(await now()).toBe('Two')
  })
})
