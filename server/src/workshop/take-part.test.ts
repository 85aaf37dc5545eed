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
    expect(() => takes('Cara', { do: 'answer-wording', idea: 'orchard-1', yes: true, was: 'The orchard' })).toThrow(
      'idea-gone',
    )
    takes('Ben', { do: 'answer-wording', idea: 'orchard-1', yes: true, was: 'The orchard' })
    expect(ideasShown(state).ideas).toMatchObject([{ words: 'Apples', reworded: 'The orchard', isOffered: false }])
  })
})

describe('a wording that is offered while its author reads another', () => {
  it('[WORK-153] is answered only by who has seen it, and sent again it has been answered', () => {
    const { state, comes, takes, steers } = workshopWith('silent')
    comes('Ben', 'Cara', 'Eve')
    takes('Ben', { do: 'idea', id: 'idea-1', step: 'silent', words: 'Apples', saidBy: 'Ben' })
    steers({ do: 'show', step: 'silent' })
    takes('Cara', { do: 'offer-wording', idea: 'idea-1', words: 'The orchard' })
    takes('Eve', { do: 'offer-wording', idea: 'idea-1', words: 'No orchard' })
    const answer = (yes: boolean, was: string) => takes('Ben', { do: 'answer-wording', idea: 'idea-1', yes, was })
    for (const yes of [true, false]) expect(() => answer(yes, 'The orchard')).toThrow('wording-changed')
    expect(mineOf(state, 'Ben').ideas).toMatchObject([{ reworded: '', offered: 'No orchard' }])
    answer(true, 'No orchard')
    answer(true, 'No orchard')
    expect(mineOf(state, 'Ben').ideas).toMatchObject([{ reworded: 'No orchard', offered: '' }])
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
  it('[WORK-134] is passed or put off by the one person who has its voice, never for others, and never taken from who was heard', () => {
    const { state, comes, takes, steers } = workshopWith('round', 'fist')
    comes('Ben', 'Cara')
    takes('Cara', { do: 'bring', id: 'edith-at-table', name: 'Edith', voice: 'care' })
    steers({ do: 'go', from: null, to: 'round' })
    const turns = () => Object.fromEntries(now(state).round.map(({ voice, turn }) => [voice, turn]))
    const turn = (person: string, as: string, turn: 'passed' | 'not-yet', step = 'round') =>
      takes(person, { do: 'turn', step, as, turn })
    expect(now(state).round).toMatchObject([
      { voice: 'resident', isOne: false },
      { voice: 'care', isOne: true },
    ])
    steers({ do: 'turn', step: 'round', voice: 'resident', turn: 'now' })
    expect(() => turn('Ben', 'Ben', 'passed')).toThrow('turn-of-others')
    turn('Cara', 'edith-at-table', 'passed')
    expect(turns()).toEqual({ resident: 'now', care: 'passed' })
    turn('Cara', 'edith-at-table', 'not-yet')
    expect(turns()).toEqual({ resident: 'now', care: 'not-yet' })
    steers({ do: 'turn', step: 'round', voice: 'care', turn: 'heard' })
    turn('Cara', 'edith-at-table', 'not-yet')
    expect(turns()).toMatchObject({ care: 'heard' })
    expect(() => turn('Ben', 'edith-at-table', 'passed')).toThrow('not-in-room')
    expect(() => turn('Ben', 'Ben', 'passed', 'fist')).toThrow('step-gone')
    steers({ do: 'lobby', on: true })
    comes('Dev')
    expect(() => turn('Dev', 'Dev', 'passed')).toThrow('in-lobby')
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
    expect(() => takes('Cara', { do: 'answer-wording', idea: 'idea-1', yes: true, was: 'An orchard' })).toThrow(
      'idea-gone',
    )
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

describe('a workshop that is not open yet', () => {
  it('[WORK-154] takes nobody in and nothing from anybody; who comes when it opens meets its lobby', () => {
    const { state, takes } = workshopWith('silent')
    state.card = { ...state.card, stage: 'preparing' }
    expect(() => takes('Ben', { do: 'come-in' })).toThrow('workshop-not-open')
    expect(state.participant.size).toBe(0)
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
    // Nor does anybody say it for them.
    expect(() => takes('Anna', { ...tries[0], id: 'idea-2' })).toThrow('in-lobby')
    steers({ do: 'let-in', who: 'Ben' })
    for (const said of tries) takes('Ben', said)
    expect(now(state)).toMatchObject({ people: 2, lights: { stop: 1 }, asked: [{ word: 'commons' }] })
  })
})
