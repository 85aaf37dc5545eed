import { takePart as takePartIn } from '@withy/shared/api'
import { describe, expect, it } from 'vitest'
import { workshopWith } from '../testing/workshop-room.ts'
import { recordOf } from './record.ts'
import { deskOf, ideasShown, mineOf, nowOf } from './seen.ts'
import type { State } from './state.ts'

const now = (state: State) => nowOf(state, 1, (person) => person)

describe('a wording somebody offers', () => {
  it('[WORK-7] waits for the author’s yes, and everybody sees that it waits, not what it says', () => {
    const { state, comes, takes, steers } = workshopWith('silent')
    comes('Ben', 'Cara')
    takes('Ben', { do: 'idea', id: 'orchard-1', step: 'silent', words: 'Apples', saidBy: 'Ben' })
    steers({ do: 'show', step: 'silent' })
    takes('Cara', { do: 'offer-wording', idea: 'orchard-1', words: 'The orchard' })
    expect(ideasShown(state).ideas).toMatchObject([{ words: 'Apples', reworded: '', isOffered: true }])
    expect(JSON.stringify([now(state), ideasShown(state), mineOf(state, 'Cara')])).not.toContain('The orchard')
    expect(mineOf(state, 'Ben').ideas).toMatchObject([{ offered: 'The orchard' }])
    expect(() => takes('Cara', { do: 'answer-wording', idea: 'orchard-1', yes: true })).toThrow('idea-gone')
    takes('Ben', { do: 'answer-wording', idea: 'orchard-1', yes: true })
    expect(ideasShown(state).ideas).toMatchObject([{ words: 'Apples', reworded: 'The orchard', isOffered: false }])
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

describe('a break that is missing', () => {
  it('[WORK-20] is a word to facilitators, and keeps nobody from opening', () => {
    const { state, steers } = workshopWith('welcome', 'write')
    expect(deskOf(state, 'Anna').missingBreaks).toEqual([])
    steers({ do: 'change-step', id: 'write', step: { minutes: 70 } })
    expect(deskOf(state, 'Anna').missingBreaks).toEqual([{ place: 'before', step: 'write', minutes: 80 }])
    expect(state.card.stage).toBe('open')
  })
})

describe('alone, in twos, in fours, all', () => {
  it('[WORK-22] is moved by a facilitator, told to all, and hides its ideas until they are shown', () => {
    const { state, comes, takes, steers } = workshopWith('pairs')
    comes('Ben')
    expect(now(state).steps).toMatchObject([{ stage: 'alone' }])
    takes('Ben', { do: 'idea', id: 'orchard-1', step: 'pairs', words: 'Apples', saidBy: 'Ben' })
    for (const stage of ['twos', 'fours', 'all', 'twos'] as const) {
      steers({ do: 'stage', step: 'pairs', stage })
      expect(now(state).steps).toMatchObject([{ stage, shown: false }])
      expect(ideasShown(state).ideas).toEqual([])
    }
    steers({ do: 'show', step: 'pairs' })
    expect(ideasShown(state).ideas).toMatchObject([{ words: 'Apples' }])
  })
})

describe('a turn in a round', () => {
  it('[WORK-134] is passed or put off from somebody’s own device, for their voice, and never taken from who was heard', () => {
    const { state, comes, takes, steers } = workshopWith('round', 'fist')
    comes('Ben', 'Cara')
    takes('Cara', { do: 'bring', id: 'edith-at-table', name: 'Edith', voice: 'care' })
    steers({ do: 'go', from: null, to: 'round' })
    const turns = () => Object.fromEntries(now(state).round.map(({ voice, turn }) => [voice, turn]))
    const turn = (person: string, as: string, turn: 'passed' | 'not-yet', step = 'round') =>
      takes(person, { do: 'turn', step, as, turn })
    steers({ do: 'turn', step: 'round', voice: 'resident', turn: 'now' })
    turn('Ben', 'Ben', 'passed')
    turn('Cara', 'edith-at-table', 'passed')
    expect(turns()).toEqual({ resident: 'passed', care: 'passed' })
    turn('Cara', 'edith-at-table', 'not-yet')
    expect(turns()).toEqual({ resident: 'passed', care: 'not-yet' })
    steers({ do: 'turn', step: 'round', voice: 'resident', turn: 'heard' })
    turn('Ben', 'Ben', 'not-yet')
    expect(turns()).toEqual({ resident: 'heard', care: 'not-yet' })
    expect(() => turn('Ben', 'edith-at-table', 'passed')).toThrow('not-in-room')
    expect(() => turn('Ben', 'Ben', 'passed', 'fist')).toThrow('step-gone')
    steers({ do: 'lobby', on: true })
    comes('Dev')
    expect(() => turn('Dev', 'Dev', 'passed')).toThrow('in-lobby')
  })
})

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

describe('somebody without a device', () => {
  it('[WORK-150] whose id is another’s in the plan is never them: what was said stays with who was brought', () => {
    const { state, comes, takes, steers } = workshopWith('silent', 'fist')
    comes('Eve')
    takes('Eve', { do: 'bring', id: 'Rosa', name: 'Fay', voice: 'resident' })
    takes('Eve', { do: 'idea', id: 'idea-1', step: 'silent', words: 'I want to move out', saidBy: 'Rosa' })
    takes('Eve', { do: 'hand', step: 'fist', as: 'Rosa', fingers: 5 })
    comes('Rosa', 'Rosa')
    steers({ do: 'show', step: 'silent' })
    expect(ideasShown(state).ideas).toMatchObject([{ by: 'Fay' }])
    expect(mineOf(state, 'Rosa')).toMatchObject({ people: [{ name: 'Rosa', own: true }], ideas: [], votes: [] })
    expect(mineOf(state, 'Eve').people.map(({ name }) => name)).toEqual(['Eve', 'Fay'])
    const [rosa] = mineOf(state, 'Rosa').people
    takes('Rosa', { do: 'leave', as: rosa?.id ?? '' })
    comes('Rosa')
    expect(now(state).people).toBe(3)
    expect(mineOf(state, 'Rosa').people).toMatchObject([{ id: rosa?.id }])
  })
})

describe('an idea', () => {
  const idea = { do: 'idea', id: 'idea-1', step: 'silent', words: 'Apples', saidBy: 'Ben' } as const

  it('[WORK-5] that comes late is kept: shown with the others, or hidden with them', () => {
    const { state, comes, takes, steers } = workshopWith('silent', 'dots')
    comes('Ben')
    steers({ do: 'go', from: null, to: 'dots' })
    takes('Ben', idea)
    expect(ideasShown(state).ideas).toEqual([])
    steers({ do: 'show', step: 'silent' })
    takes('Ben', { ...idea, id: 'idea-2', words: 'Pears' })
    expect(ideasShown(state).ideas.map(({ words }) => words)).toEqual(['Apples', 'Pears'])
  })

  it('[WORK-18] that is sent twice is one idea, and its words are the first that came', () => {
    const { state, comes, takes, steers } = workshopWith('silent')
    comes('Ben', 'Cara')
    takes('Ben', idea)
    takes('Ben', idea)
    takes('Cara', { ...idea, words: 'Not Ben’s', saidBy: 'Cara' })
    steers({ do: 'show', step: 'silent' })
    expect(ideasShown(state).ideas).toMatchObject([{ words: 'Apples', by: 'Ben' }])
  })

  it('[WORK-18] is changed and taken back by its own device, until it is shown', () => {
    const { state, comes, takes, steers } = workshopWith('silent')
    comes('Ben', 'Cara')
    takes('Ben', idea)
    expect(() => takes('Cara', { do: 'change-idea', id: 'idea-1', words: 'Mine' })).toThrow('idea-gone')
    expect(() => takes('Cara', { do: 'take-back', id: 'idea-1' })).toThrow('idea-gone')
    expect(() => takes('Cara', { do: 'offer-wording', idea: 'idea-1', words: 'Mine' })).toThrow('idea-gone')
    takes('Ben', { do: 'change-idea', id: 'idea-1', words: 'Apple trees' })
    steers({ do: 'show', step: 'silent' })
    expect(() => takes('Ben', { do: 'change-idea', id: 'idea-1', words: 'Pears' })).toThrow('already-shown')
    expect(() => takes('Ben', { do: 'take-back', id: 'idea-1' })).toThrow('already-shown')
    expect(ideasShown(state).ideas).toMatchObject([{ words: 'Apple trees' }])
  })

  it('[WORK-44] that all see as it is written, as for the parking place, is neither changed nor taken back', () => {
    const { state, comes, takes } = workshopWith('parking')
    comes('Ben')
    takes('Ben', { ...idea, step: 'parking' })
    expect(() => takes('Ben', { do: 'change-idea', id: 'idea-1', words: 'Pears' })).toThrow('already-shown')
    expect(() => takes('Ben', { do: 'take-back', id: 'idea-1' })).toThrow('already-shown')
    expect(ideasShown(state).ideas).toMatchObject([{ words: 'Apples' }])
  })

  it('[WORK-18] said by one and typed by another is told as of who said it, and is theirs to answer for', () => {
    const { state, comes, takes, steers } = workshopWith('silent')
    comes('Ben', 'Cara')
    takes('Cara', idea)
    steers({ do: 'show', step: 'silent' })
    expect(ideasShown(state).ideas).toMatchObject([{ by: 'Ben', typedBy: 'Cara' }])
    takes('Cara', { do: 'offer-wording', idea: 'idea-1', words: 'An orchard' })
    expect(() => takes('Cara', { do: 'answer-wording', idea: 'idea-1', yes: true })).toThrow('idea-gone')
  })
})

describe('an idea a facilitator puts out of sight', () => {
  it('[WORK-151] is seen by its author and facilitators only, who can put it back, and is counted in the record', () => {
    const { state, comes, takes, steers } = workshopWith('silent', 'dots')
    comes('Ben', 'Cara')
    for (const [id, words] of [
      ['idea-1', 'Ann has debts'],
      ['idea-2', 'Pears'],
    ] as const)
      takes('Ben', { do: 'idea', id, step: 'silent', words, saidBy: 'Ben' })
    const hide = (on: boolean, idea = 'idea-1') => steers({ do: 'hide-idea', idea, on })
    expect(() => hide(true)).toThrow('idea-gone')
    steers({ do: 'show', step: 'silent' })
    const dots = (on: Record<string, number>) => takes('Cara', { do: 'dots', step: 'dots', as: 'Cara', on })
    dots({ 'idea-1': 1, 'idea-2': 1 })
    hide(true)
    const seenByCara = () => JSON.stringify([ideasShown(state), now(state), mineOf(state, 'Cara')])
    expect(seenByCara()).not.toContain('debts')
    expect(mineOf(state, 'Ben').ideas).toMatchObject([{ words: 'Ann has debts', hidden: true }, { hidden: false }])
    expect(deskOf(state, 'Anna')).toMatchObject({ hidden: [{ words: 'Ann has debts' }], authors: { 'idea-2': 'Ben' } })
    expect(() => takes('Cara', { do: 'offer-wording', idea: 'idea-1', words: 'Mine' })).toThrow('idea-gone')
    // Dots that were on it are free again, and the page that still has them on it is not refused.
    dots({ 'idea-1': 1, 'idea-2': 3 })
    expect(state.vote.get('dots/Cara')?.dots).toEqual({ 'idea-2': 3 })
    steers({ do: 'close' })
    expect(recordOf(state)).toMatchObject({ ideas: 1, hidden: 1 })
    expect(JSON.stringify(recordOf(state))).not.toContain('debts')
    hide(false)
    expect(seenByCara()).toContain('debts')
    expect(deskOf(state, 'Anna').hidden).toEqual([])
    hide(true, 'idea-2')
    expect(recordOf(state)).toMatchObject({ ideas: 1, hidden: 1 })
  })
})

describe('somebody who is let go from the room', () => {
  const vote = (fingers: number) => ({ do: 'hand', step: 'fist', as: 'edith-at-table', fingers }) as const
  const room = () => {
    const made = workshopWith('silent', 'fist')
    const { comes, takes } = made
    comes('Ben', 'Cara')
    takes('Cara', { do: 'bring', id: 'edith-at-table', name: 'Edith', voice: 'care' })
    takes('Cara', { do: 'idea', id: 'idea-1', step: 'silent', words: 'Apples', saidBy: 'edith-at-table' })
    for (const as of ['edith-at-table', 'Cara']) takes('Cara', { do: 'hand', step: 'fist', as, fingers: 2 })
    takes('Cara', { do: 'light', as: 'edith-at-table', light: 'stop' })
    return made
  }

  it('[WORK-152] goes with their light and votes not shown yet, and waits to be let in when they come again', () => {
    const { state, takes, steers } = room()
    steers({ do: 'out', who: 'edith-at-table' })
    expect(now(state)).toMatchObject({ people: 2, lights: { stop: 0 } })
    expect([...state.vote.keys()]).toEqual(['fist/Cara'])
    expect(() => takes('Cara', vote(3))).toThrow('not-in-room')
    steers({ do: 'show', step: 'silent' })
    expect(ideasShown(state).ideas).toMatchObject([{ words: 'Apples', by: 'Edith' }])
    takes('Cara', { do: 'bring', id: 'edith-at-table', name: 'Edith', voice: 'care' })
    expect(() => takes('Cara', vote(3))).toThrow('in-lobby')
    steers({ do: 'let-in', who: 'edith-at-table' })
    takes('Cara', vote(3))
    expect(now(state).people).toBe(3)
  })

  it('[WORK-152] takes those of their table with them; votes that were shown stay', () => {
    const { state, comes, takes, steers } = room()
    steers({ do: 'show', step: 'fist' })
    steers({ do: 'out', who: 'Cara' })
    expect(now(state).people).toBe(1)
    expect(state.vote.size).toBe(2)
    expect(recordOf(state).came).toEqual([{ voice: 'resident', people: 1 }])
    comes('Cara')
    expect(() => takes('Cara', { do: 'light', as: 'Cara', light: 'slow' })).toThrow('in-lobby')
    steers({ do: 'let-in', who: 'Cara' })
    takes('Cara', { do: 'light', as: 'Cara', light: 'slow' })
    expect(now(state)).toMatchObject({ people: 2, lights: { slow: 1 } })
  })
})

describe('somebody in the lobby', () => {
  it('[WORK-19] says and gives nothing until they are let in, is not counted, and is never a facilitator', () => {
    const { state, comes, takes, steers } = workshopWith('silent', 'fist')
    steers({ do: 'lobby', on: true })
    comes('Anna', 'Ben')
    expect(now(state).people).toBe(1)
    const tries = [
      { do: 'idea', id: 'idea-1', step: 'silent', words: 'Apples', saidBy: 'Ben' },
      { do: 'hand', step: 'fist', as: 'Ben', fingers: 3 },
      { do: 'light', as: 'Ben', light: 'stop' },
      { do: 'ask-meaning', id: 'asked-one', word: 'commons' },
    ] as const
    for (const said of tries) expect(() => takes('Ben', said)).toThrow('in-lobby')
    steers({ do: 'let-in', who: 'Ben' })
    for (const said of tries) takes('Ben', said)
    expect(now(state)).toMatchObject({ people: 2, lights: { stop: 1 }, asked: [{ word: 'commons' }] })
  })
})
