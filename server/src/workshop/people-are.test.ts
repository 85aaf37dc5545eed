import type { Role } from '@withy/shared/access'
import type { WorkshopSeen } from '@withy/shared/api'
import type { Person } from '@withy/shared/protocol'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openWithy, type Withy } from '../testing/open-withy.ts'
import { joinsAs, pathOf, starts } from '../testing/people.ts'
import { workshopWith } from '../testing/workshop-room.ts'
import { followPeople } from './people-are.ts'
import { recordOf } from './record.ts'
import { deskOf, ideasShown, mineOf, nowOf } from './seen.ts'
import { apply, type State } from './state.ts'

const person = (id: string, role: Role = 'contributor', name = id) => ({ id, name, voice: 'resident', role }) as Person

const follow = (state: State, ...people: Person[]) =>
  apply(state, followPeople(state, new Map(people.map((one) => [one.id, one]))))
const now = (state: State) => nowOf(state, 1, (id) => id)

/** Ben with Edith at his table, and what they did; led by Anna. */
function inTheMiddle() {
  const room = workshopWith('silent', 'dots')
  const { comes, takes, steers } = room
  comes('Anna', 'Ben', 'Cara')
  takes('Ben', { do: 'bring', id: 'edith-at-table', name: 'Edith', voice: 'care' })
  takes('Ben', { do: 'idea', id: 'idea-1', step: 'silent', words: 'Apples', saidBy: 'edith-at-table' })
  steers({ do: 'show', step: 'silent' })
  takes('Ben', { do: 'dots', step: 'dots', as: 'Ben', on: { 'idea-1': 2 } })
  for (const as of ['Ben', 'edith-at-table']) takes('Ben', { do: 'light', as, light: 'stop' })
  return room
}

const ANNA = person('Anna', 'owner')

describe('somebody who leaves the plan, or may only read it now', () => {
  it.each([
    ['left', []],
    ['only reads', [person('Ben', 'viewer')]],
  ])('[WORK-8] is out of the room with their table and their lights; what was said and voted stays: %s', (_, ben) => {
    const { state, steers } = inTheMiddle()
    expect(now(state)).toMatchObject({ people: 4, lights: { stop: 2 } })
    follow(state, ANNA, person('Cara'), ...ben)
    expect(now(state)).toMatchObject({ people: 2, lights: { stop: 0 } })
    expect(ideasShown(state).ideas).toMatchObject([{ words: 'Apples', by: 'Edith' }])
    steers({ do: 'go', from: null, to: 'dots' })
    steers({ do: 'show', step: 'dots' })
    expect(now(state).results?.dots).toEqual({ 'idea-1': 2 })
  })

  it('[WORK-8] comes back as who they were, their table one by one', () => {
    const { state, comes, takes } = inTheMiddle()
    follow(state, ANNA, person('Cara'))
    follow(state, ANNA, person('Cara'), person('Ben'))
    expect(now(state).people).toBe(2)
    comes('Ben')
    expect(now(state).people).toBe(3)
    takes('Ben', { do: 'bring', id: 'edith-at-table', name: 'Edith', voice: 'care' })
    expect(now(state).people).toBe(4)
    expect(state.participant.size).toBe(4)
  })

  it('[WORK-8] takes what they need with them, which was told for the day', () => {
    const { state, takes } = inTheMiddle()
    takes('Cara', { do: 'come-in', needs: { ticks: ['slow'], words: '' } })
    follow(state, ANNA, person('Ben'), person('Cara', 'viewer'))
    expect(state.needs.has('Cara')).toBe(true)
    follow(state, ANNA, person('Ben'))
    expect(state.needs.has('Cara')).toBe(false)
  })
})

describe('what somebody needs', () => {
  const NEEDS = { ticks: ['slow' as const], words: 'Short words' }
  it('[WORK-161] was told for the day: closing throws it away', () => {
    const { state, takes, steers } = inTheMiddle()
    takes('Cara', { do: 'come-in', needs: NEEDS })
    expect(JSON.stringify(deskOf(state, 'Anna'))).toContain('Short words')
    steers({ do: 'close' })
    expect(state.needs.size).toBe(0)
  })

  it('[WORK-161] is shown to nobody where a workshop was closed with it, and goes when its people are next looked at', () => {
    const { state, steers } = inTheMiddle()
    steers({ do: 'close' })
    apply(state, [{ kind: 'needs', id: 'Cara', value: NEEDS }])
    expect(JSON.stringify(deskOf(state, 'Anna'))).not.toContain('Short words')
    follow(state, ANNA, person('Cara'))
    expect(state.needs.size).toBe(0)
  })
})

describe('whether people got what they needed', () => {
  const met = { answer: 'partly' as const, words: 'The hall was loud' }
  it('[A11Y-198] is said by whoever was there, told by name to those who lead and to nobody else, and can be taken back', () => {
    const { state, takes, steers } = inTheMiddle()
    takes('Ben', { do: 'leave', as: 'Ben' })
    steers({ do: 'close' })
    takes('Ben', { do: 'needs-met', met })
    expect(deskOf(state, 'Anna').met).toEqual([{ person: 'Ben', ...met }])
    expect(mineOf(state, 'Ben').met).toEqual(met)
    expect(mineOf(state, 'Cara').met).toBeNull()
    expect(JSON.stringify([now(state), ideasShown(state), recordOf(state)])).not.toContain('loud')
    expect(() => takes('Zoe', { do: 'needs-met', met })).toThrow('not-in-room')
    takes('Ben', { do: 'needs-met', met: null })
    expect(deskOf(state, 'Anna').met).toEqual([])
  })

  it('[A11Y-198] is taken once it is over and not before, and of nobody who was kept in the lobby to the end', () => {
    const { state, comes, takes, steers } = inTheMiddle()
    expect(() => takes('Ben', { do: 'needs-met', met })).toThrow('bad-request')
    steers({ do: 'lobby', on: true })
    comes('Dev')
    steers({ do: 'close' })
    expect(() => takes('Dev', { do: 'needs-met', met })).toThrow('in-lobby')
    takes('Ben', { do: 'needs-met', met })
    expect([...state.met.keys()]).toEqual(['Ben'])
  })

  it('[A11Y-198] goes when they leave the plan', () => {
    const { state, takes, steers } = inTheMiddle()
    steers({ do: 'close' })
    for (const who of ['Ben', 'Cara']) takes(who, { do: 'needs-met', met })
    follow(state, ANNA, person('Cara'))
    expect([...state.met.keys()]).toEqual(['Cara'])
  })
})

describe('the chair', () => {
  it('[WORK-9] goes to another facilitator in the room, who came first, or to nobody, when who has it cannot lead any more', () => {
    const { state } = inTheMiddle()
    const zoe = person('Zoe', 'facilitator')
    const anna = person('Anna', 'contributor')
    follow(state, zoe, anna, person('Ben', 'facilitator'), person('Cara', 'facilitator'))
    expect(now(state).chair).toBe('Ben')
    follow(state, zoe, anna, person('Cara', 'facilitator'))
    expect(now(state).chair).toBe('Cara')
    follow(state, zoe, anna, person('Cara'))
    expect(now(state).chair).toBe('')
  })

  it('[WORK-9] stays where it is while its holder may lead', () => {
    const { state } = inTheMiddle()
    follow(state, person('Anna', 'facilitator'), person('Ben', 'owner'))
    expect(now(state).chair).toBe('Anna')
  })
})

describe('in the running server', () => {
  let withy: Withy
  beforeAll(async () => {
    withy = await openWithy()
  })
  afterAll(() => withy.close())

  it('[WORK-8] [WORK-9] follows who is renamed, made a facilitator and taken out', async () => {
    const anna = await starts(withy)
    const ben = await joinsAs(withy, anna, 'facilitator', 'Ben')
    const cara = await joinsAs(withy, anna, 'contributor', 'Cara')
    const path = `/api/plans/${anna.plan}/workshops`
    const made = { shape: 'review', title: 'May', lang: 'en' }
    const { workshop } = await anna.gets<{ workshop: string }>('POST', path, made)
    const sees = () => anna.gets<WorkshopSeen>('GET', `${path}/${workshop}`)
    await ben.gets('POST', `${path}/${workshop}/steer`, { do: 'open' })
    for (const one of [anna, ben, cara]) await one.gets('POST', `${path}/${workshop}/take-part`, { do: 'come-in' })
    await cara.gets('PATCH', pathOf(cara, cara), { name: 'Cara Jones' })
    expect((await sees()).desk?.people.map(({ name }) => name)).toEqual(['Anna', 'Ben', 'Cara Jones'])
    expect((await sees()).now.chair).toBe('Ben')
    expect(await anna.isRefused('POST', `${path}/${workshop}/steer`, { do: 'chair', person: cara.id })).toBe(
      'not-allowed',
    )
    await anna.gets('DELETE', pathOf(anna, ben))
    expect((await sees()).now).toMatchObject({ chair: 'Anna', people: 2 })
    expect(await ben.isRefused('POST', `${path}/${workshop}/take-part`, { do: 'come-in' })).toBe('not-found')
  })

  it('[WORK-12] [WORK-133] the room stays in its step when who leads is taken out, and goes one step when two press Next at once', async () => {
    const anna = await starts(withy)
    const ben = await joinsAs(withy, anna, 'facilitator', 'Ben')
    const olu = await joinsAs(withy, anna, 'facilitator', 'Olu')
    const path = `/api/plans/${anna.plan}/workshops`
    const { workshop } = await anna.gets<{ workshop: string }>('POST', path, {
      shape: 'review',
      title: 'May',
      lang: 'en',
    })
    const steer = `${path}/${workshop}/steer`
    const take = `${path}/${workshop}/take-part`
    const sees = () => anna.gets<WorkshopSeen>('GET', `${path}/${workshop}`)
    const opened = await ben.gets<WorkshopSeen>('POST', steer, { do: 'open' })
    const [first, second, third] = opened.now.steps.map(({ id }) => id)
    for (const one of [anna, ben, olu]) await one.gets('POST', take, { do: 'come-in' })
    await ben.gets('POST', steer, { do: 'go', from: null, to: first })
    await ben.gets('POST', steer, { do: 'note', words: 'Ask Rosa' })
    const silent = opened.now.steps.find(({ kind }) => kind === 'silent')?.id
    await olu.gets('POST', take, { do: 'idea', id: 'idea-ford', step: silent, words: 'The ford', saidBy: olu.id })
    await anna.gets('DELETE', pathOf(anna, ben))
    expect((await sees()).now).toMatchObject({ step: first, people: 2 })
    expect(await ben.isRefused('POST', steer, { do: 'go', from: first, to: third })).toBe('not-found')
    await Promise.all([anna, olu].map((one) => one.gets('POST', steer, { do: 'go', from: first, to: second })))
    expect((await sees()).now.step).toBe(second)
    const { mine } = await olu.gets<WorkshopSeen>('GET', `${path}/${workshop}`)
    expect(mine.ideas).toMatchObject([{ words: 'The ford' }])
  })
})
