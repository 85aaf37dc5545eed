import { takePart as takePartIn } from '@withy/shared/api'
import { describe, expect, it } from 'vitest'
import { workshopWith } from '../testing/workshop-room.ts'
import { mineOf, nowOf } from './seen.ts'
import type { State } from './state.ts'

const now = (state: State) => nowOf(state, 1, (person) => person)

describe('one person, one vote', () => {
  const room = () => {
    const made = workshopWith('silent', 'dots', 'fist')
    made.comes('Ben', 'Cara')
    made.takes('Ben', { do: 'idea', id: 'idea-1', step: 'silent', words: 'Apples', saidBy: 'Ben' })
    made.takes('Ben', { do: 'idea', id: 'idea-2', step: 'silent', words: 'Pears', saidBy: 'Ben' })
    return made
  }

  /** Ben gave a five, Cara a one, and both answered elsewhere too. */
  const workshopWithVotes = () => {
    const made = workshopWith('parking', 'dots', 'fist', 'closing')
    made.comes('Ben', 'Cara', 'Dai')
    made.takes('Ben', { do: 'idea', id: 'idea-1', step: 'parking', words: 'Apples', saidBy: 'Ben' })
    made.takes('Ben', { do: 'dots', step: 'dots', as: 'Ben', on: { 'idea-1': 1 } })
    const answers = { informed: 'helps', confident: null, connected: null } as const
    made.takes('Ben', { do: 'test', step: 'closing', as: 'Ben', answers })
    made.takes('Ben', { do: 'hand', step: 'fist', as: 'Ben', fingers: 5 })
    made.takes('Cara', { do: 'hand', step: 'fist', as: 'Cara', fingers: 2 })
    return made
  }

  it('[WORK-17] given twice is the last one given; after it is shown the earlier counts', () => {
    const { state, takes, steers } = room()
    const hand = (fingers: number) => takes('Ben', { do: 'hand', step: 'fist', as: 'Ben', fingers })
    hand(0)
    hand(4)
    takes('Cara', { do: 'hand', step: 'fist', as: 'Cara', fingers: 2 })
    steers({ do: 'go', from: null, to: 'fist' })
    expect(now(state).answered).toBe(2)
    steers({ do: 'show', step: 'fist' })
    expect(() => hand(5)).toThrow('already-shown')
    expect(now(state).results?.hands).toEqual([0, 0, 1, 0, 1, 0])
    takes('Cara', { do: 'say-why', step: 'fist', as: 'Cara', words: 'The cost' })
    expect(now(state).results).toMatchObject({ hands: [0, 0, 1, 0, 1, 0], said: [{ by: 'Cara', words: 'The cost' }] })
  })

  it('[WORK-53] has words beside it where it was a hand under three, and nowhere else', () => {
    const { state, takes, steers } = workshopWithVotes()
    const why = (person: string, step: string) => takes(person, { do: 'say-why', step, as: person, words: 'The cost' })
    for (const step of ['dots', 'closing']) expect(() => why('Ben', step)).toThrow('step-gone')
    steers({ do: 'show', step: 'fist' })
    expect(() => why('Ben', 'fist')).toThrow('step-gone')
    expect(() => why('Dai', 'fist')).toThrow('step-gone')
    why('Cara', 'fist')
    expect(state.vote.get('fist/Cara')?.why).toBe('The cost')
    expect([...state.vote.values()].filter(({ why }) => why !== '')).toHaveLength(1)
  })

  it('[WORK-53] loses its words where it becomes three or more', () => {
    const { state, takes } = workshopWithVotes()
    takes('Cara', { do: 'say-why', step: 'fist', as: 'Cara', words: 'The cost' })
    takes('Cara', { do: 'hand', step: 'fist', as: 'Cara', fingers: 1 })
    expect(state.vote.get('fist/Cara')?.why).toBe('The cost')
    takes('Cara', { do: 'hand', step: 'fist', as: 'Cara', fingers: 4 })
    expect(state.vote.get('fist/Cara')).toMatchObject({ fingers: 4, why: '' })
  })

  it('[WORK-131] that found no connection is taken while the room is in its step, and not any more when it has gone on', () => {
    const { state, takes, steers } = room()
    const hand = (fingers: number) => takes('Ben', { do: 'hand', step: 'fist', as: 'Ben', fingers, late: true })
    steers({ do: 'go', from: null, to: 'fist' })
    hand(4)
    steers({ do: 'go', from: 'fist', to: 'dots' })
    expect(() => hand(1)).toThrow('room-went-on')
    expect(() => takes('Cara', { do: 'dots', step: 'fist', as: 'Cara', on: {}, late: true })).toThrow('step-gone')
    expect(state.vote.get('fist/Ben')?.fingers).toBe(4)
    // Whoever stays in a step that is not shown may vote in it, in the same moment.
    takes('Ben', { do: 'hand', step: 'fist', as: 'Ben', fingers: 3 })
    expect(state.vote.get('fist/Ben')?.fingers).toBe(3)
  })

  it('[WORK-17] has the dots of the step and no more, on what is shown, and can be taken back', () => {
    const { state, takes, steers } = room()
    const dots = (on: Record<string, number>) => takes('Ben', { do: 'dots', step: 'dots', as: 'Ben', on })
    expect(() => dots({ 'idea-1': 1 })).toThrow('idea-gone')
    steers({ do: 'show', step: 'silent' })
    steers({ do: 'go', from: null, to: 'dots' })
    expect(() => dots({ 'idea-1': 2, 'idea-2': 2 })).toThrow('dots-used')
    dots({ 'idea-1': 2, 'idea-2': 1 })
    dots({ 'idea-2': 3 })
    expect(state.vote.get('dots/Ben')?.dots).toEqual({ 'idea-2': 3 })
    dots({})
    expect([state.vote.size, now(state).answered]).toEqual([0, 0])
  })

  it('[WORK-17] is one’s own, or of somebody at one’s table, and of nobody who has not come in', () => {
    const { state, takes } = room()
    const hand = (by: string, as: string) => takes(by, { do: 'hand', step: 'fist', as, fingers: 3 })
    expect(() => hand('Ben', 'Cara')).toThrow('not-in-room')
    expect(() => hand('Dai', 'Dai')).toThrow('not-in-room')
    takes('Ben', { do: 'bring', id: 'edith-at-table', name: 'Edith', voice: 'care' })
    hand('Ben', 'edith-at-table')
    takes('Ben', { do: 'leave', as: 'edith-at-table' })
    expect(() => hand('Ben', 'edith-at-table')).toThrow('not-in-room')
    expect(state.vote.size).toBe(1)
  })
})

describe('an idea called as every object’s own', () => {
  it('[WORK-163] is not taken; one that is there has numbers', () => {
    const said = { do: 'idea', step: 'silent', words: 'Apples', saidBy: 'Ben' }
    expect(takePartIn.body.safeParse({ ...said, id: 'toStrings' }).success).toBe(true)
    for (const id of ['toString', '__proto__', 'constructor', 'hasOwnProperty'])
      expect(takePartIn.body.safeParse({ ...said, id }).success).toBe(false)
    const { state, comes, takes, steers } = workshopWith('parking', 'dots')
    comes('Ben')
    takes('Ben', { do: 'idea', id: 'toString', step: 'parking', words: 'Apples', saidBy: 'Ben' })
    takes('Ben', { do: 'dots', step: 'dots', as: 'Ben', on: { toString: 2 } })
    steers({ do: 'go', from: null, to: 'dots' })
    steers({ do: 'show', step: 'dots' })
    expect(now(state).results?.dots).toEqual({ toString: 2 })
  })
})

describe('the collaboration test of a closing round', () => {
  const answers = { informed: 'helps', confident: 'not-sure', connected: null } as const

  it('[WORK-21] is counted by question and answer once it is shown, and by nobody before', () => {
    const { state, comes, takes, steers } = workshopWith('closing')
    comes('Ben', 'Cara')
    steers({ do: 'go', from: null, to: 'closing' })
    takes('Ben', { do: 'test', step: 'closing', as: 'Ben', answers })
    takes('Cara', { do: 'test', step: 'closing', as: 'Cara', answers: { ...answers, confident: 'harms' } })
    takes('Cara', { do: 'test', step: 'closing', as: 'Cara', answers: { ...answers, confident: 'helps' } })
    expect(now(state)).toMatchObject({ answered: 2, results: null })
    expect(mineOf(state, 'Ben').votes).toMatchObject([{ as: 'Ben', test: answers }])
    steers({ do: 'show', step: 'closing' })
    const test = { informed: { helps: 2 }, confident: { 'not-sure': 1, helps: 1 } }
    expect(now(state).results).toEqual({ dots: null, hands: null, test, said: [] })
    expect(() => takes('Ben', { do: 'test', step: 'closing', as: 'Ben', answers })).toThrow('already-shown')
  })

  it('[WORK-21] leaves nothing where it is taken back, and is taken in a closing round only', () => {
    const { state, comes, takes } = workshopWith('fist', 'closing')
    comes('Ben')
    takes('Ben', { do: 'test', step: 'closing', as: 'Ben', answers })
    takes('Ben', {
      do: 'test',
      step: 'closing',
      as: 'Ben',
      answers: { informed: null, confident: null, connected: null },
    })
    expect(state.vote.size).toBe(0)
    expect(() => takes('Ben', { do: 'test', step: 'fist', as: 'Ben', answers })).toThrow('step-gone')
  })
})

describe('what the last vote came to', () => {
  it('[WORK-192] is told where people agree or write, once it is shown: the three with the most dots, and those like the third', () => {
    const { state, comes, takes, steers } = workshopWith('parking', 'dots', 'round', 'fist', 'write')
    comes('Ben', 'Cara')
    for (const id of ['idea-a', 'idea-b', 'idea-c', 'idea-d', 'idea-e'])
      takes('Ben', { do: 'idea', id, step: 'parking', words: id, saidBy: 'Ben' })
    for (const id of ['idea-a', 'idea-b']) steers({ do: 'park', idea: id, on: false })
    steers({ do: 'group', id: 'group-ab', step: 'parking', name: 'Both', ideas: ['idea-a', 'idea-b'] })
    steers({ do: 'change-step', id: 'dots', step: { dots: 9 }, was: { dots: 3 } })
    takes('Ben', { do: 'dots', step: 'dots', as: 'Ben', on: { 'idea-a': 2, 'idea-b': 1, 'idea-c': 2, 'idea-d': 1 } })
    takes('Cara', { do: 'dots', step: 'dots', as: 'Cara', on: { 'idea-e': 1 } })
    steers({ do: 'go', from: null, to: 'fist' })
    expect(now(state).chosen).toEqual({})
    steers({ do: 'show', step: 'dots' })
    const chosen = { 'group-ab': 3, 'idea-c': 2, 'idea-d': 1, 'idea-e': 1 }
    expect(now(state).chosen).toEqual(chosen)
    takes('Cara', { do: 'idea', id: 'idea-f', step: 'parking', words: 'Later', saidBy: 'Cara' })
    steers({ do: 'hide-idea', idea: 'idea-c', on: true })
    expect(now(state).chosen).toEqual({ 'group-ab': 3, 'idea-d': 1, 'idea-e': 1 })
    steers({ do: 'hide-idea', idea: 'idea-c', on: false })
    steers({ do: 'go', from: 'fist', to: 'write' })
    expect(now(state).chosen).toEqual(chosen)
    steers({ do: 'go', from: 'write', to: 'round' })
    expect(now(state).chosen).toEqual({})
  })
})
