import type { Steering, WorkshopSeen } from '@withy/shared/api'
import type { RoomMessage } from '@withy/shared/protocol'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { openWithy, type Withy } from '../testing/open-withy.ts'
import { joinsAs, type Member, starts } from '../testing/people.ts'
import { createWorkshopRooms } from './rooms.ts'
import { steer } from './steer.ts'

let withy: Withy
beforeAll(async () => {
  withy = await openWithy()
})
afterAll(() => withy.close())

/** A workshop that Anna and another facilitator prepare. */
async function prepared(lang = 'en') {
  const anna = await starts(withy)
  const farah = await joinsAs(withy, anna, 'facilitator')
  const path = `/api/plans/${anna.plan}/workshops`
  const body = { shape: 'area-2-hours', title: 'May', lang }
  const { workshop } = await anna.gets<{ workshop: string }>('POST', path, body)
  const steerAs = (who: Member) => (said: Steering) => who.gets<WorkshopSeen>('POST', `${path}/${workshop}/steer`, said)
  const seen = await anna.gets<WorkshopSeen>('GET', `${path}/${workshop}`)
  return { steps: seen.now.steps, anna: steerAs(anna), farah: steerAs(farah) }
}

it('[PLAN-137] @B11 a question that is ours is in the language it was made in, until somebody changes it', async () => {
  for (const [lang, asked] of [
    ['cy', 'Beth sydd gennym yma'],
    ['en', 'What do we have here'],
  ] as const) {
    const { steps, anna } = await prepared(lang)
    const step = steps.find(({ kind }) => kind === 'silent')
    expect(step).toMatchObject({ question: expect.stringContaining(asked), questionIn: lang })
    expect(steps.find(({ kind }) => kind === 'welcome')).not.toHaveProperty('questionIn')
    const question = `${step?.question} Yma?`
    const { now } = await anna({ do: 'change-step', id: step?.id ?? '', step: { question } })
    const changed = now.steps.find(({ id }) => id === step?.id)
    expect(changed?.question).toBe(question)
    expect(changed).not.toHaveProperty('questionIn')
  }
})

describe('two who prepare a workshop at once', () => {
  it('[WORK-31] each changes one thing, and both things are there', async () => {
    const { steps, anna, farah } = await prepared()
    const id = steps[2]?.id ?? ''
    const [, ticked] = await Promise.all([
      anna({ do: 'change-step', id, step: { title: 'Our strengths' }, was: { title: '' } }),
      anna({ do: 'ready', what: 'notice', on: true }),
      farah({ do: 'change-step', id, step: { minutes: 25 }, was: { minutes: 10 } }),
      farah({ do: 'ready', what: 'needs', on: true }),
      farah({ do: 'ground', ground: { decide: 'The money' }, was: { decide: '' } }),
    ])
    expect(ticked.desk?.ready).toContain('notice')
    const { now, desk } = await anna({ do: 'ground', ground: { advise: 'The road' }, was: { advise: '' } })
    expect(now.steps[2]).toMatchObject({ title: 'Our strengths', minutes: 25 })
    expect(now.ground).toMatchObject({ decide: 'The money', advise: 'The road' })
    expect(desk?.ready.toSorted()).toEqual(['needs', 'notice'])
    expect((await farah({ do: 'ready', what: 'notice', on: false })).desk?.ready).toEqual(['needs'])
  })

  it('[WORK-31] words that the writer had not seen are not written over', async () => {
    const { steps, anna, farah } = await prepared()
    const id = steps[2]?.id ?? ''
    await anna({ do: 'change-step', id, step: { question: 'Anna’s' }, was: { question: steps[2]?.question } })
    const late = await farah({ do: 'change-step', id, step: { question: 'Farah’s' }, was: { question: '' } })
    expect(late.now.steps[2]?.question).toBe('Anna’s')
    const seen = await farah({ do: 'change-step', id, step: { question: 'Farah’s' }, was: { question: 'Anna’s' } })
    expect(seen.now.steps[2]?.question).toBe('Farah’s')
    await anna({ do: 'ground', ground: { rules: 'Anna’s' }, was: { rules: '' } })
    expect((await farah({ do: 'ground', ground: { rules: 'Farah’s' }, was: { rules: '' } })).now.ground.rules).toBe(
      'Anna’s',
    )
  })

  it('[WORK-31] whoever has it before them is told who changed it, and not what', async () => {
    const told: RoomMessage[] = []
    const store = {
      readWorkshop: async () => ({ card, parts: [{ kind: 'about', id: 'about', value: ABOUT }] }),
      changeWorkshop: async () => {},
      peopleOf: async () => [],
    }
    const card = { id: 'w', title: 'May', stage: 'preparing' as const, madeAt: 0, closedAt: null }
    const rooms = createWorkshopRooms({
      store: store as never,
      tell: (_, message) => told.push(message),
      isListened: () => false,
      log: { error: vi.fn() } as never,
    })
    await rooms.use('p', 'w', async (room) => {
      await room.act((state, at) => steer(state, 'anna', { do: 'ground', ground: { pay: '20 pounds' } }, at), true)
      room.sayPrepared('anna')
      expect(told).toEqual([{ type: 'workshop-prepared', workshop: 'w', rev: room.shared().now.rev, by: 'anna' }])
      await room.act((state, at) => steer(state, 'anna', { do: 'open' }, at), true)
      room.sayPrepared('anna')
    })
    expect(told).toHaveLength(2)
    expect(told[1]?.type).toBe('workshop')
  })
})

describe('a step that was taken out', () => {
  it('[WORK-32] comes back where it was put, as it was', async () => {
    const { steps, anna } = await prepared()
    const [first, second] = steps
    const id = second?.id ?? ''
    const without = await anna({ do: 'remove-step', id })
    expect(without.now.steps.map((step) => step.id)).not.toContain(id)
    // Facilitators are told of it from then on, wherever they open the page.
    expect(without.desk?.goneSteps).toEqual([{ step: second, after: first?.id }])
    const step = { kind: 'look', title: 'x', question: '', minutes: 1, section: null, dots: 1 } as const
    const again = await anna({ do: 'add-step', id, step, after: first?.id ?? null })
    expect(again.now.steps).toEqual(steps)
    expect(again.desk?.goneSteps).toEqual([])
  })
})

const ABOUT = {
  ...{ step: null, since: 0, more: 0, chair: '', lobby: false, frozen: false, caption: '', called: null },
  ground: { decide: '', advise: '', cannot: '', decided: '', rules: '', pay: '' },
  ready: [],
}
