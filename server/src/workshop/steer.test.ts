import { LIMIT, missingBreaks } from '@withy/shared/api'
import { describe, expect, it } from 'vitest'
import { stepOf, workshopWith } from '../testing/workshop-room.ts'
import { deskOf, ideasShown, mineOf, nowOf } from './seen.ts'
import { agendaOf, type State } from './state.ts'

const now = (state: State) => nowOf(state, 1, (person) => person)
const times = (number: number, does: (n: number) => void) => Array.from({ length: number }, (_, n) => does(n))

describe('two facilitators who press Next at once', () => {
  it('[WORK-12] move the room one step', () => {
    const { state, steers } = workshopWith('welcome', 'silent', 'dots')
    steers({ do: 'go', from: null, to: 'welcome' })
    steers({ do: 'go', from: 'welcome', to: 'silent' }, 'Anna')
    const { since } = now(state)
    steers({ do: 'go', from: 'welcome', to: 'silent' }, 'Olu')
    steers({ do: 'go', from: 'welcome', to: 'dots' }, 'Olu')
    expect(now(state)).toMatchObject({ step: 'silent', since })
  })

  it('[WORK-12] @A4 give ten times as much as a short step has, by one press each', () => {
    const { state, steers } = workshopWith('welcome', 'silent')
    steers({ do: 'go', from: null, to: 'welcome' })
    times(20, () => steers({ do: 'more-time', step: 'welcome', minutes: 5 }))
    expect(now(state).more).toBe(100)
    expect(now(state).step).toBe('welcome')
  })

  it('[WORK-12] give more time to the step they saw, once each, and to no other', () => {
    const { state, steers } = workshopWith('welcome', 'silent')
    steers({ do: 'go', from: null, to: 'welcome' })
    times(2, () => steers({ do: 'more-time', step: 'welcome', minutes: 5 }))
    expect(now(state).more).toBe(10)
    steers({ do: 'go', from: 'welcome', to: 'silent' })
    steers({ do: 'more-time', step: 'welcome', minutes: 5 })
    expect(now(state).more).toBe(0)
    times(10, () => steers({ do: 'more-time', step: 'silent', minutes: 60 }))
    expect(now(state).more).toBe(LIMIT.stepMinutes)
  })
})

describe('a step that is removed while people are in it', () => {
  it('[WORK-13] leaves the room in the step after it, or before it, and loses no idea', () => {
    const { state, clock, comes, takes, steers } = workshopWith('silent', 'dots', 'closing')
    comes('Ben')
    steers({ do: 'go', from: null, to: 'dots' })
    steers({ do: 'more-time', step: 'dots', minutes: 5 })
    const at = clock.now
    steers({ do: 'remove-step', id: 'dots' })
    expect(now(state)).toMatchObject({ step: 'closing', since: at, more: 0 })
    expect(() => takes('Ben', { do: 'dots', step: 'dots', as: 'Ben', on: {} })).toThrow('step-gone')
    steers({ do: 'go', from: 'closing', to: 'silent' })
    steers({ do: 'remove-step', id: 'closing' })
    expect(now(state).step).toBe('silent')
    steers({ do: 'remove-step', id: 'silent' })
    expect(now(state)).toMatchObject({ step: null, steps: [] })
    takes('Ben', { do: 'idea', id: 'idea-late', step: 'silent', words: 'Apples', saidBy: 'Ben' })
    expect(mineOf(state, 'Ben').ideas).toMatchObject([{ words: 'Apples', shown: false }])
    expect(() => steers({ do: 'go', from: null, to: 'silent' })).toThrow('step-gone')
  })

  it('[WORK-13] is where it was the last: the room is in the one before', () => {
    const { state, steers } = workshopWith('silent', 'closing')
    steers({ do: 'go', from: null, to: 'closing' })
    steers({ do: 'remove-step', id: 'closing' })
    expect(now(state).step).toBe('silent')
  })
})

describe('a step in which people have written or voted', () => {
  it('[WORK-14] stays of its kind: another would show what is hidden', () => {
    const { state, comes, takes, steers } = workshopWith('silent', 'fist')
    comes('Ben')
    steers({ do: 'change-step', id: 'silent', step: { kind: 'pairs' } })
    takes('Ben', { do: 'idea', id: 'idea-hidden', step: 'silent', words: 'Apples', saidBy: 'Ben' })
    expect(() => steers({ do: 'change-step', id: 'silent', step: { kind: 'gather' } })).toThrow('step-used')
    steers({ do: 'change-step', id: 'silent', step: { kind: 'pairs', title: 'First' } })
    expect(now(state).steps[0]).toMatchObject({ kind: 'pairs', title: 'First' })
    expect(ideasShown(state).ideas).toEqual([])
    takes('Ben', { do: 'hand', step: 'fist', as: 'Ben', fingers: 2 })
    expect(() => steers({ do: 'change-step', id: 'fist', step: { kind: 'dots' } })).toThrow('step-used')
  })
})

describe('a step nobody has written in yet, that was shown', () => {
  it('[WORK-166] is hidden again when its kind changes: what is written in it is seen when it is shown', () => {
    const { state, comes, takes, steers } = workshopWith('silent', 'fist')
    comes('Ben')
    steers({ do: 'show', step: 'silent' })
    steers({ do: 'change-step', id: 'silent', step: { title: 'First' } })
    expect(now(state).steps[0]?.shown).toBe(true)
    steers({ do: 'change-step', id: 'silent', step: { kind: 'pairs' } })
    takes('Ben', { do: 'idea', id: 'idea-hidden', step: 'silent', words: 'Apples', saidBy: 'Ben' })
    expect(ideasShown(state).ideas).toEqual([])
    steers({ do: 'show', step: 'fist' })
    steers({ do: 'change-step', id: 'fist', step: { kind: 'dots' } })
    expect(now(state).steps[1]?.shown).toBe(false)
  })

  it('[WORK-166] takes no idea once it is of a kind in which none is written: one on its way stays with who wrote it', () => {
    const { state, comes, takes, steers } = workshopWith('silent')
    comes('Ben')
    steers({ do: 'change-step', id: 'silent', step: { kind: 'look' } })
    const idea = { do: 'idea', id: 'idea-late', step: 'silent', words: 'Apples', saidBy: 'Ben' } as const
    expect(() => takes('Ben', idea)).toThrow('step-gone')
    expect(ideasShown(state).ideas).toEqual([])
  })
})

describe('a proposal that hands were given to', () => {
  it.each([
    ['fist', { do: 'hand', fingers: 5 }],
    ['dots', { do: 'dots', on: { 'idea-bus': 1 } }],
    ['closing', { do: 'test', answers: { informed: 'helps', confident: null, connected: null } }],
  ] as const)('[WORK-160] keeps its words, before they are shown and after: %s', (kind, vote) => {
    const { state, comes, takes, steers } = workshopWith('parking', kind)
    comes('Ben')
    takes('Ben', { do: 'idea', id: 'idea-bus', step: 'parking', words: 'The bus', saidBy: 'Ben' })
    const ask = (question: string, title = '') => steers({ do: 'change-step', id: kind, step: { question, title } })
    ask('Sell the field?')
    ask('Plant trees?')
    takes('Ben', { ...vote, step: kind, as: 'Ben' })
    expect(() => ask('Sell the field?')).toThrow('step-used')
    steers({ do: 'show', step: kind })
    expect(() => ask('')).toThrow('step-used')
    ask('Plant trees?', 'Trees')
    expect(now(state).steps[1]).toMatchObject({ question: 'Plant trees?', title: 'Trees' })
  })

  it('[WORK-160] can be put in other words once the last hand is taken back', () => {
    const { state, comes, takes, steers } = workshopWith('parking', 'dots')
    comes('Ben')
    takes('Ben', { do: 'idea', id: 'idea-bus', step: 'parking', words: 'The bus', saidBy: 'Ben' })
    takes('Ben', { do: 'dots', step: 'dots', as: 'Ben', on: { 'idea-bus': 1 } })
    takes('Ben', { do: 'dots', step: 'dots', as: 'Ben', on: {} })
    steers({ do: 'change-step', id: 'dots', step: { question: 'Which first?' } })
    expect(now(state).steps[1]?.question).toBe('Which first?')
  })

  it('[WORK-160] is its name, where nothing else is asked', () => {
    const { comes, takes, steers } = workshopWith('fist')
    comes('Ben')
    const call = (title: string) => steers({ do: 'change-step', id: 'fist', step: { title } })
    call('Plant trees?')
    takes('Ben', { do: 'hand', step: 'fist', as: 'Ben', fingers: 5 })
    expect(() => call('Sell the field?')).toThrow('step-used')
  })
})

describe('the dots of a step in which some were given', () => {
  it('[WORK-132] become more at any time, and fewer only down to the most one person has given', () => {
    const { state, comes, takes, steers } = workshopWith('silent', 'dots')
    comes('Ben', 'Cara')
    for (const id of ['idea-bus', 'idea-bench'])
      takes('Ben', { do: 'idea', id, step: 'silent', words: id, saidBy: 'Ben' })
    steers({ do: 'show', step: 'silent' })
    const change = (dots: number) => steers({ do: 'change-step', id: 'dots', step: { dots } })
    change(6)
    takes('Ben', { do: 'dots', step: 'dots', as: 'Ben', on: { 'idea-bus': 3, 'idea-bench': 2 } })
    takes('Cara', { do: 'dots', step: 'dots', as: 'Cara', on: { 'idea-bus': 1 } })
    expect(() => change(4)).toThrow('dots-given')
    expect(now(state).steps[1]?.dots).toBe(6)
    change(5)
    expect(now(state).steps[1]?.dots).toBe(5)
    expect(mineOf(state, 'Ben').votes).toMatchObject([{ dots: { 'idea-bus': 3, 'idea-bench': 2 } }])
    // Who takes some back makes room again; other words of the step are changed all the same.
    takes('Ben', { do: 'dots', step: 'dots', as: 'Ben', on: { 'idea-bus': 1 } })
    change(1)
    expect(() => steers({ do: 'change-step', id: 'dots', step: { title: 'First', dots: 1 } })).not.toThrow()
    expect(now(state).steps[1]).toMatchObject({ title: 'First', dots: 1 })
  })
})

describe('a card that somebody holds up', () => {
  it('[WORK-201] is lowered by a facilitator who has answered it, and one held up since stays', () => {
    const { state, comes, takes, steers } = workshopWith('silent')
    comes('Ben', 'Cara')
    for (const who of ['Ben', 'Cara']) takes(who, { do: 'light', as: who, light: 'stop' })
    const since = (who: string) => deskOf(state, 'Anna').people.find(({ id }) => id === who)?.lightAt ?? 0
    const before = since('Ben')
    steers({ do: 'answered', who: 'Ben', since: before })
    expect(now(state).lowered).toBe(1)
    expect(now(state).lights).toEqual({ stop: 1, slow: 0, agree: 0 })
    expect([mineOf(state, 'Ben').lights, mineOf(state, 'Cara').lights]).toEqual([{}, { Cara: 'stop' }])
    takes('Ben', { do: 'light', as: 'Ben', light: 'slow' })
    steers({ do: 'answered', who: 'Ben', since: before })
    steers({ do: 'answered', who: 'nobody', since: 0 })
    expect(mineOf(state, 'Ben').lights).toEqual({ Ben: 'slow' })
    expect(now(state).lowered).toBe(1)
  })
})

describe('a break that is missing', () => {
  it('[WORK-20] is a word to facilitators, and keeps nobody from opening', () => {
    const { state, steers } = workshopWith('welcome', 'write')
    expect(missingBreaks(agendaOf(state))).toEqual([])
    steers({ do: 'change-step', id: 'write', step: { minutes: 70 } })
    expect(missingBreaks(agendaOf(state))).toEqual([{ place: 'before', step: 'write', minutes: 80 }])
    expect(state.card.stage).toBe('open')
  })
})

describe('a workshop that is over', () => {
  it('[WORK-15] is changed by nobody; its ideas are still answered, and words offered', () => {
    const { state, comes, takes, steers } = workshopWith('parking')
    comes('Ben', 'Cara')
    takes('Ben', { do: 'idea', id: 'idea-bus', step: 'parking', words: 'The bus', saidBy: 'Ben' })
    takes('Cara', { do: 'offer-wording', idea: 'idea-bus', words: 'A bus at nine' })
    takes('Ben', { do: 'light', as: 'Ben', light: 'agree' })
    steers({ do: 'close' })
    expect(now(state)).toMatchObject({ stage: 'closed', lights: { agree: 0 } })
    const { closedAt } = state.card
    steers({ do: 'close' }, 'Olu')
    expect(state.card.closedAt).toBe(closedAt)
    const idea = { do: 'idea', id: 'idea-late', step: 'parking', words: 'Apples', saidBy: 'Ben' } as const
    expect(() => takes('Ben', idea)).toThrow('workshop-over')
    expect(() => steers({ do: 'go', from: null, to: 'parking' })).toThrow('workshop-over')
    expect(() => steers({ do: 'open' })).toThrow('workshop-over')
    takes('Ben', { do: 'answer-wording', idea: 'idea-bus', yes: true, was: 'A bus at nine' })
    steers({ do: 'fate', idea: 'idea-bus', fate: 'changed', why: '', place: { box: 'b', item: 'i' } })
    const bus = { reworded: 'A bus at nine', fate: 'changed', places: [{ box: 'b', item: 'i' }] }
    expect(ideasShown(state).ideas).toMatchObject([bus])
  })
})

describe('how much a workshop holds', () => {
  it('[WORK-16] is limited for steps, also those that were taken out, and groups', () => {
    const { state, steers } = workshopWith('silent')
    const adds = (n: number) => steers({ do: 'add-step', id: `step-number-${n}`, step: stepOf('break'), after: null })
    times(LIMIT.stepsPerWorkshop - 1, adds)
    expect(() => adds(1_000)).toThrow('workshop-full')
    for (let n = LIMIT.stepsPerWorkshop - 1; state.step.size < LIMIT.stepsEverPerWorkshop; n++) {
      steers({ do: 'remove-step', id: `step-number-${n - 1}` })
      adds(n)
    }
    steers({ do: 'remove-step', id: 'silent' })
    expect(() => adds(1_000)).toThrow('workshop-full')
    adds(3)
    steers({ do: 'add-step', id: 'silent', step: stepOf('silent'), after: null })
    const groups = (n: number) => steers({ do: 'group', id: `group-number-${n}`, step: 'silent', name: '', ideas: [] })
    times(LIMIT.groupsPerWorkshop, groups)
    expect(() => groups(LIMIT.groupsPerWorkshop)).toThrow('workshop-full')
    groups(0)
  })

  it('[WORK-16] is limited for people, at a table and in all', () => {
    const { takes } = workshopWith()
    const brings = (person: string, n: number) =>
      takes(person, { do: 'bring', id: `${person}-guest-${n}`, name: 'Guest', voice: 'resident' })
    const tables = Math.floor(LIMIT.peoplePerWorkshop / LIMIT.peoplePerTable)
    times(tables, (table) => times(LIMIT.peoplePerTable, (n) => brings(`Person ${table}`, n)))
    expect(() => brings('Person 0', LIMIT.peoplePerTable)).toThrow('workshop-full')
    takes('Person 0', { do: 'leave', as: 'Person 0-guest-0' })
    brings('Person 0', 0)
    times(LIMIT.peoplePerWorkshop - tables * LIMIT.peoplePerTable, (n) => brings('Person last', n))
    expect(() => takes('Somebody', { do: 'come-in' })).toThrow('workshop-full')
  })

  it('[WORK-16] is limited for ideas, of one device and in all, and for words that are asked', () => {
    const { takes, comes } = workshopWith('silent')
    const writes = (as: string, n: number) =>
      takes(as, { do: 'idea', id: `${as} idea ${n}`, step: 'silent', words: 'Apples', saidBy: as })
    const people = LIMIT.ideasPerWorkshop / LIMIT.ideasPerDevice
    times(people, (n) => comes(`Person ${n}`))
    comes('Ben')
    times(LIMIT.ideasPerDevice, (n) => writes('Person 0', n))
    expect(() => writes('Person 0', LIMIT.ideasPerDevice)).toThrow('workshop-full')
    // Nor more for somebody else, whose own are still theirs to write.
    const forAnother = { do: 'idea', id: 'for-another', step: 'silent', words: 'Apples', saidBy: 'Person 1' } as const
    expect(() => takes('Person 0', forAnother)).toThrow('workshop-full')
    writes('Person 0', 0)
    times(people - 1, (at) => times(LIMIT.ideasPerDevice, (n) => writes(`Person ${at + 1}`, n)))
    expect(() => writes('Ben', 0)).toThrow('workshop-full')
    const asks = (n: number) => takes('Ben', { do: 'ask-meaning', id: `asked-${n}`, word: `Word ${n}` })
    times(LIMIT.askedPerWorkshop, asks)
    expect(() => asks(LIMIT.askedPerWorkshop)).toThrow('workshop-full')
    asks(0)
  })
})
