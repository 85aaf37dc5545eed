import { act, renderHook, waitFor } from '@testing-library/react'
import type { Mine, WorkshopSeen } from '@withy/shared/api'
import type { RoomMessage } from '@withy/shared/protocol'
import { afterEach, describe, expect, it, vi } from 'vitest'
import type { LivePlan } from '../../live/live-plan.ts'
import { ideaOf, nowOf, stepOf } from './testing-room.tsx'
import { useWorkshop } from './use-workshop.ts'

afterEach(() => vi.unstubAllGlobals())

const MINE: Mine = { people: [], ideas: [], votes: [], lights: {}, needs: null, met: null }
const OWN = { ...ideaOf('own', 'Apples'), shown: false, hidden: false, offered: '' }
const seen = (rev: number, mine = MINE): WorkshopSeen => ({
  now: nowOf({ rev }),
  ideas: [],
  groups: [],
  mine,
  desk: null,
})

/** A page that follows a workshop: the test tells it what the room tells, and answers what it asks, in the order it likes. */
function page() {
  const listeners = new Set<(message: RoomMessage) => void>()
  const asked: { path: string; answer: (body: unknown, status?: number) => Promise<void> }[] = []
  vi.stubGlobal(
    'fetch',
    (path: string) =>
      new Promise<Response>((resolve) => {
        const answer = (body: unknown, status = 200) =>
          act(async () => {
            resolve(new Response(JSON.stringify(body), { status, headers: { 'content-type': 'application/json' } }))
            await new Promise((done) => setTimeout(done))
          })
        asked.push({ path, answer })
      }),
  )
  const live = {
    onMessage(listener: (message: RoomMessage) => void) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  } as unknown as LivePlan
  const { result } = renderHook(() => useWorkshop({ plan: 'p', id: 'w', live }))
  type Ideas = ReturnType<typeof ideaOf>[]
  const tell = (
    from: number,
    rev: number,
    ideas: Ideas = [],
    step: string | null = null,
    gone: string[] = [],
    lowered = 0,
  ) =>
    act(() => {
      const changed = { from, ideas, groups: [], gone }
      const now = nowOf({ rev, step, steps: [stepOf('silent')], lowered })
      for (const listener of listeners) listener({ type: 'workshop', now, changed })
    })
  const greet = (now: ReturnType<typeof nowOf> | null) =>
    act(() => {
      for (const listener of listeners) listener({ type: 'workshop', now, changed: null })
    })
  const closed = (id: string) =>
    act(() => {
      const changed = { from: 1, ideas: [], groups: [], gone: [] }
      for (const listener of listeners)
        listener({ type: 'workshop', now: nowOf({ id, rev: 9, stage: 'closed' }), changed })
    })
  const room = () => (result.current.is === 'here' ? result.current.workshop : null)
  const ask = async (n: number) => {
    await waitFor(() => expect(asked.length).toBeGreaterThan(n))
    return asked[n] ?? asked[0] ?? Promise.reject(new Error('nothing was asked'))
  }
  return { asked, ask, tell, greet, closed, room }
}

/** Tells the page something, and lets all the time go by in which it would ask. */
async function withTime(told: () => void) {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
  told()
  await act(() => vi.advanceTimersByTimeAsync(1_000))
  vi.useRealTimers()
}

describe('a page that follows a workshop', () => {
  it('[WORK-6] is where the room is, also where the answer it waited for is older than what was told meanwhile', async () => {
    const { ask, tell, room } = page()
    tell(6, 7, [], 'silent')
    await (await ask(0)).answer(seen(6))
    await (await ask(1)).answer({ ...seen(7), now: nowOf({ rev: 7, step: 'silent' }) })
    expect(room()?.now).toMatchObject({ rev: 7, step: 'silent' })
  })

  it('[WORK-151] asks for what is its own when an idea of its own goes out of sight; put back, it is told', async () => {
    const { ask, tell, room } = page()
    const own = ideaOf('own', 'Apples')
    const mine = { ...own, shown: true, hidden: false, offered: '' }
    await (await ask(0)).answer({ ...seen(1, { ...MINE, ideas: [mine] }), ideas: [own] })
    tell(1, 2, [], null, ['own'])
    await (await ask(1)).answer({ mine: { ...MINE, ideas: [{ ...mine, hidden: true }] }, desk: null })
    expect(room()?.mine?.ideas).toMatchObject([{ hidden: true }])
    tell(2, 3, [own])
    expect(room()?.mine?.ideas).toMatchObject([{ hidden: false }])
  })

  it('[WORK-201] asks for what is its own when a facilitator has answered a card while one is held up there, and not else', async () => {
    const { asked, ask, tell, room } = page()
    await (await ask(0)).answer(seen(1, { ...MINE, lights: { me: 'stop' } }))
    await withTime(() => tell(1, 2, [], 'silent'))
    expect(asked).toHaveLength(1)
    tell(2, 3, [], 'silent', [], 1)
    const own = await ask(1)
    expect(own.path).toMatch(/workshops\/w\/own$/)
    await own.answer({ mine: MINE, desk: null })
    expect(room()?.mine?.lights).toEqual({})
    await withTime(() => tell(3, 4, [], 'silent', [], 2))
    expect(asked).toHaveLength(2)
  })

  it('[WORK-6] has its own ideas shown as they are told, and asks for nothing; for a wording it is offered it asks', async () => {
    const { asked, ask, tell, room } = page()
    await (await ask(0)).answer(seen(1, { ...MINE, ideas: [OWN] }))
    await withTime(() => tell(1, 2, [ideaOf('own', 'Apples', { by: 'Ben' }), ideaOf('other', 'Pears')]))
    expect(room()?.mine?.ideas).toMatchObject([{ id: 'own', by: 'Ben', shown: true }])
    expect(asked).toHaveLength(1)
    tell(2, 3, [ideaOf('own', 'Apples', { isOffered: true })])
    const own = await ask(1)
    expect(own.path).toMatch(/workshops\/w\/own$/)
    await own.answer({ mine: { ...MINE, ideas: [{ ...OWN, shown: true, offered: 'An orchard' }] }, desk: null })
    expect(room()?.mine?.ideas).toMatchObject([{ offered: 'An orchard' }])
    expect(room()?.ideas).toHaveLength(2)
  })

  it('[WORK-6] keeps what it has just given, where an older answer comes after it', async () => {
    const { ask, tell, room } = page()
    await (await ask(0)).answer(seen(1))
    tell(5, 6)
    const older = await ask(1)
    const votes = [{ step: 'fist', as: 'me', dots: null, fingers: 4, test: null, why: '' }]
    const given = room()?.take({ do: 'hand', step: 'fist', as: 'me', fingers: 4 })
    await (await ask(2)).answer({ ...MINE, votes })
    await given
    await older.answer(seen(6))
    expect(room()).toMatchObject({ now: { rev: 6 }, mine: { votes } })
  })

  it('[WORK-171] takes what a server that began anew answers, also where its clock was put back', async () => {
    const { ask, tell, greet, room } = page()
    await (await ask(0)).answer(seen(900))
    greet(nowOf({ rev: 100, step: 'silent' }))
    const anew = await ask(1)
    tell(100, 101, [], 'silent')
    await anew.answer({ ...seen(101), now: nowOf({ rev: 101, step: 'silent' }) })
    expect(room()?.now).toMatchObject({ rev: 101, step: 'silent' })
    tell(101, 102, [ideaOf('i', 'Pears')], 'silent')
    expect(room()).toMatchObject({ now: { rev: 102 }, ideas: [{ id: 'i' }] })
  })

  it('[WORK-171] the same where this workshop is not the one that is open', async () => {
    const { ask, greet, room } = page()
    await (await ask(0)).answer({ ...seen(900), now: nowOf({ rev: 900, stage: 'preparing' }) })
    greet(null)
    await (await ask(1)).answer({ ...seen(100), now: nowOf({ rev: 100, stage: 'preparing', title: 'June' }) })
    expect(room()?.now).toMatchObject({ rev: 100, title: 'June' })
  })

  it('[WORK-153] [WORK-152] asks for what is its own where something it did is refused', async () => {
    const { ask, room } = page()
    await (await ask(0)).answer(seen(1, { ...MINE, ideas: [{ ...OWN, shown: true, offered: 'The orchard' }] }))
    const answer = room()?.take({ do: 'answer-wording', idea: 'own', yes: true, was: 'The orchard' })
    const refused = expect(answer).rejects.toThrow('wording-changed')
    await (await ask(1)).answer({ refused: 'wording-changed', sentence: 'Look at those first.' }, 409)
    await refused
    const own = { mine: { ...MINE, ideas: [{ ...OWN, shown: true, offered: 'No orchard' }] }, desk: null }
    await (await ask(2)).answer(own)
    expect(room()?.mine?.ideas).toMatchObject([{ offered: 'No orchard' }])
  })

  it('[WORK-172] asks for nothing where another workshop, which is over, is told of', async () => {
    const { asked, ask, closed } = page()
    await (await ask(0)).answer(seen(1))
    await withTime(() => closed('another'))
    expect(asked).toHaveLength(1)
  })

  it('[WORK-6] has what it did last, whatever the order in which it is answered', async () => {
    const { ask, room } = page()
    await (await ask(0)).answer(seen(1))
    const given = (fingers: number) => ({
      ...MINE,
      votes: [{ step: 'fist', as: 'me', dots: null, fingers, test: null, why: '' }],
    })
    const first = room()?.take({ do: 'hand', step: 'fist', as: 'me', fingers: 2 })
    const second = room()?.take({ do: 'hand', step: 'fist', as: 'me', fingers: 4 })
    const firstAsked = await ask(1)
    await (await ask(2)).answer(given(4))
    await second
    await firstAsked.answer(given(2))
    expect(room()?.mine?.votes).toMatchObject([{ fingers: 4 }])
    // Which one the server took last is for the server to say.
    const own = await ask(3)
    expect(own.path).toMatch(/\/own$/)
    await own.answer({ mine: given(3), desk: null })
    await first
    expect(room()?.mine?.votes).toMatchObject([{ fingers: 3 }])
  })
})
