import { describe, expect, it } from 'vitest'
import { workshopWith } from '../testing/workshop-room.ts'
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
