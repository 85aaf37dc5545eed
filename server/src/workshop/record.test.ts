import type { Voice } from '@withy/shared/access'
import type { CollaborationAnswers, WorkshopRecord, WorkshopSeen } from '@withy/shared/api'
import type { StepKind } from '@withy/shared/protocol'
import { describe, expect, it } from 'vitest'
import { openWithy } from '../testing/open-withy.ts'
import { joinsAs, starts } from '../testing/people.ts'
import { recordOf } from './record.ts'
import { deskOf, nowOf } from './seen.ts'
import { ABOUT, type About, apply, NOTHING_YET, readState, type State, type Step } from './state.ts'
import { steer } from './steer.ts'
import { type Taker, takePart } from './take-part.ts'

const ANNA: Taker = { person: 'anna', name: 'Anna', voice: 'professional', steers: true }
const BEN: Taker = { person: 'ben', name: 'Ben', voice: 'resident', steers: false }
const CERI: Taker = { person: 'ceri', name: 'Ceri', voice: 'resident', steers: false }

const step = (place: number, kind: StepKind, more: Partial<Step> = {}) => ({
  kind: 'step',
  id: kind,
  value: {
    ...{ kind, place, title: '', question: `What of ${kind}?`, minutes: 5, section: null, dots: 3 },
    ...{ shown: false, isGone: false, turns: {}, stage: 'alone', ...more },
  },
})

const ABOUT_IT: About = { ...NOTHING_YET, ground: { ...NOTHING_YET.ground, decide: 'The bench' } }

/** A workshop in which people act one after the other; each act is a minute after the one before. */
function workshop(...steps: ReturnType<typeof step>[]) {
  const card = { id: 'w', title: 'May', stage: 'preparing' as const, madeAt: 0, closedAt: null }
  const state = readState(card, [{ kind: 'about', id: ABOUT, value: ABOUT_IT }, ...steps])
  let minutes = 0
  const next = () => ++minutes * 60_000
  const keep = ({ changes, card }: ReturnType<typeof steer>) => {
    apply(state, changes)
    state.card = { ...state.card, ...card }
  }
  const does = (who: Taker, said: Parameters<typeof takePart>[2]) => keep(takePart(state, who, said, next()))
  const steers = (said: Parameters<typeof steer>[2]) => keep(steer(state, 'anna', said, next()))
  const writes = (who: Taker, words: string, id: string, step: StepKind = 'silent') =>
    does(who, { do: 'idea', id, step, words, saidBy: who.person })
  return { state, does, steers, writes }
}

const wordsIn = (state: State): string => JSON.stringify(recordOf(state))

it('[WORK-81] says when it was, and who came by voice: no name of anybody who only came', () => {
  const { state, does, steers } = workshop(step(0, 'silent'))
  steers({ do: 'open' })
  for (const who of [ANNA, BEN, CERI]) does(who, { do: 'come-in' })
  does(BEN, { do: 'bring', id: 'dai', name: 'Dai', voice: 'care' })
  does(CERI, { do: 'leave', as: 'ceri' })
  steers({ do: 'lobby', on: true })
  does({ ...BEN, person: 'eve', name: 'Eve', voice: 'carer' }, { do: 'come-in' })
  steers({ do: 'close' })
  const record = recordOf(state)
  expect(record).toMatchObject({ title: 'May', beganAt: 60_000, endedAt: 9 * 60_000 })
  expect(record.ground.decide).toBe('The bench')
  expect(record.came).toEqual([
    { voice: 'professional', people: 1 },
    { voice: 'resident', people: 2 },
    { voice: 'care', people: 1 },
  ])
  for (const name of ['Anna', 'Ben', 'Ceri', 'Dai', 'Eve']) expect(wordsIn(state)).not.toContain(name)
  // Nor does anything tell facilitators who was there, once the day is over.
  expect(deskOf(state, 'anna').people).toEqual([])
})

it('[WORK-82] holds each step as the room saw it: ideas by group with who said them, dots, turns of voices', () => {
  const agenda = [step(1, 'silent'), step(2, 'gather'), step(3, 'dots'), step(0, 'round')]
  const { state, does, steers, writes } = workshop(...agenda, step(4, 'parking'))
  steers({ do: 'open' })
  for (const who of [BEN, CERI]) does(who, { do: 'come-in' })
  writes(BEN, 'An orchard', 'idea-orchard')
  writes(CERI, 'Fruit trees', 'idea-trees')
  writes(CERI, 'A bench', 'idea-bench')
  writes(BEN, 'The bus', 'idea-bus', 'parking')
  steers({ do: 'show', step: 'silent' })
  steers({ do: 'group', id: 'fruit', step: 'silent', name: 'Fruit', ideas: ['idea-orchard', 'idea-trees'] })
  steers({ do: 'turn', step: 'round', voice: 'resident', turn: 'now' })
  does(BEN, { do: 'dots', step: 'dots', as: 'ben', on: { 'idea-bench': 1, fruit: 2 } })
  does(CERI, { do: 'dots', step: 'dots', as: 'ceri', on: { 'idea-bench': 3 } })
  steers({ do: 'show', step: 'dots' })
  steers({ do: 'close' })
  const { steps, parked } = recordOf(state)
  expect(steps.map(({ kind }) => kind)).toEqual(['round', 'silent', 'gather', 'dots', 'parking'])
  const [round, silent, , dots] = steps
  expect(round?.round).toEqual([{ voice: 'resident', turn: 'heard' }])
  expect(silent?.question).toBe('What of silent?')
  expect(silent?.groups.map(({ name, ideas }) => [name, ideas.map(({ words, by }) => `${by}: ${words}`)])).toEqual([
    ['Fruit', ['Ben: An orchard', 'Ceri: Fruit trees']],
    [null, ['Ceri: A bench']],
  ])
  expect(dots?.dots).toEqual([
    { words: 'A bench', dots: 4 },
    { words: 'Fruit', dots: 2 },
  ])
  expect(parked.map(({ words }) => words)).toEqual(['The bus'])
})

it('[WORK-162] counts dots for the group their idea was put in after they were given', () => {
  const { state, does, steers, writes } = workshop(step(0, 'silent'), step(1, 'dots'))
  steers({ do: 'open' })
  does(BEN, { do: 'come-in' })
  for (const id of ['idea-orchard', 'idea-trees']) writes(BEN, id, id)
  steers({ do: 'show', step: 'silent' })
  does(BEN, { do: 'dots', step: 'dots', as: 'ben', on: { 'idea-orchard': 2, 'idea-trees': 1 } })
  steers({ do: 'group', id: 'fruit', step: 'silent', name: 'Fruit', ideas: ['idea-orchard', 'idea-trees'] })
  steers({ do: 'show', step: 'dots' })
  steers({ do: 'close' })
  expect(recordOf(state).steps[1]?.dots).toEqual([{ words: 'Fruit', dots: 3 }])
})

it('[WORK-82] keeps a step that was taken out of the agenda after the room saw something in it', () => {
  const { state, does, steers, writes } = workshop(step(0, 'silent'), step(1, 'pairs'), step(2, 'fist'))
  steers({ do: 'open' })
  does(BEN, { do: 'come-in' })
  writes(BEN, 'An orchard', 'idea-orchard')
  steers({ do: 'show', step: 'silent' })
  for (const id of ['silent', 'pairs']) steers({ do: 'remove-step', id })
  steers({ do: 'close' })
  expect(recordOf(state).steps.map(({ kind }) => kind)).toEqual(['silent', 'fist'])
})

it('[WORK-83] has nothing in it that the room was never shown', () => {
  const { state, does, steers, writes } = workshop(
    step(0, 'silent'),
    step(1, 'fist'),
    step(2, 'parking'),
    step(3, 'dots'),
    step(4, 'closing'),
  )
  steers({ do: 'open' })
  does(BEN, { do: 'come-in' })
  writes(BEN, 'Hidden orchard', 'idea-orchard')
  writes(BEN, 'The bus', 'idea-bus', 'parking')
  does(BEN, { do: 'hand', step: 'fist', as: 'ben', fingers: 0 })
  does(BEN, { do: 'say-why', step: 'fist', as: 'ben', words: 'Hidden worry' })
  does(BEN, { do: 'dots', step: 'dots', as: 'ben', on: { 'idea-bus': 1 } })
  does(BEN, {
    do: 'test',
    step: 'closing',
    as: 'ben',
    answers: { informed: 'harms', confident: null, connected: null },
  })
  steers({ do: 'close' })
  expect(wordsIn(state)).not.toContain('Hidden')
  const { steps, ideas } = recordOf(state)
  expect(ideas).toBe(1)
  // The closing round alone is shown by closing (SPEC WORK-136).
  expect(steps.map(({ kind, hands, agreed, dots, said, test }) => ({ kind, hands, agreed, dots, said, test }))).toEqual(
    steps.map(({ kind }) => ({
      ...{ kind, hands: null, agreed: null, dots: null, said: [] },
      test: kind === 'closing' ? { informed: { harms: 1 } } : null,
    })),
  )
})

it('[WORK-84] says of a proposal whether everybody could live with it, and keeps the words of those who could not', () => {
  const { state, does, steers } = workshop(step(0, 'fist'))
  steers({ do: 'open' })
  for (const who of [BEN, CERI]) does(who, { do: 'come-in' })
  does(BEN, { do: 'hand', step: 'fist', as: 'ben', fingers: 5 })
  const shown = structuredClone(state)
  apply(shown, steer(shown, 'anna', { do: 'show', step: 'fist' }, 1).changes)
  expect(recordOf(shown).steps[0]).toMatchObject({ hands: [0, 0, 0, 0, 0, 1], agreed: true, said: [] })
  does(CERI, { do: 'hand', step: 'fist', as: 'ceri', fingers: 2 })
  steers({ do: 'show', step: 'fist' })
  does(CERI, { do: 'say-why', step: 'fist', as: 'ceri', words: 'Who waters it?' })
  const [fist] = recordOf(state).steps
  expect(fist).toMatchObject({ hands: [0, 0, 1, 0, 0, 1], agreed: false })
  expect(fist?.said).toEqual([{ by: 'Ceri', words: 'Who waters it?' }])
})

it('[WORK-82] says what the collaboration test on the workshop came to', () => {
  const { state, does, steers } = workshop(step(0, 'closing'))
  steers({ do: 'open' })
  for (const who of [BEN, CERI]) {
    does(who, { do: 'come-in' })
    const answers = { informed: 'helps', confident: null, connected: who === BEN ? 'harms' : 'helps' } as const
    does(who, { do: 'test', step: 'closing', as: who.person, answers })
  }
  steers({ do: 'show', step: 'closing' })
  steers({ do: 'close' })
  expect(recordOf(state).steps[0]?.test).toEqual({ informed: { helps: 2 }, connected: { harms: 1, helps: 1 } })
})

describe('a closing round that nobody showed before the end', () => {
  /** So many of each voice answer the same, and the workshop closes. */
  function closedWith(people: Partial<Record<Voice, number>>, at: 'closing' | 'fist' = 'closing') {
    const { state, does, steers } = workshop(step(0, 'closing'), step(1, 'fist'))
    steers({ do: 'open' })
    for (const [voice, many] of Object.entries(people) as [Voice, number][])
      for (let n = 0; n < many; n++) {
        const who = { person: `${voice}-${n}`, name: voice, voice, steers: false }
        does(who, { do: 'come-in' })
        const answers = {
          informed: voice === 'professional' ? 'harms' : 'helps',
          confident: null,
          connected: null,
        } as const
        does(who, { do: 'test', step: 'closing', as: who.person, answers })
        does(who, { do: 'hand', step: 'fist', as: who.person, fingers: 4 })
      }
    steers({ do: 'go', from: null, to: at })
    steers({ do: 'close' })
    return { state, record: recordOf(state) }
  }

  it('[WORK-136] is shown to who answered when the workshop closes, and nothing else that was hidden is', () => {
    const { state, record } = closedWith({ resident: 2 })
    expect(nowOf(state, 1, () => '').results?.test).toEqual({ informed: { helps: 2 } })
    const elsewhere = nowOf(closedWith({ resident: 2 }, 'fist').state, 1, () => '')
    expect(elsewhere).toMatchObject({ step: 'fist', results: { test: { informed: { helps: 2 } }, hands: null } })
    expect(record.steps.map(({ test, hands }) => ({ test, hands }))).toEqual([
      { test: { informed: { helps: 2 } }, hands: null },
      { test: null, hands: null },
    ])
  })

  it('[WORK-136] is told by voice in the record, where nobody is known by it', () => {
    const voices = (people: Partial<Record<Voice, number>>) =>
      closedWith(people).record.steps[0]?.testByVoice.map(({ voice, people, test }) => [voice, people, test.informed])
    expect(voices({ professional: 3, resident: 5 })).toEqual([
      ['resident', 5, { helps: 5 }],
      ['professional', 3, { harms: 3 }],
    ])
    // One of a voice is not told apart, nor known by what is left.
    expect(voices({ resident: 5, professional: 1 })).toEqual([])
    expect(voices({ resident: 5, carer: 4, professional: 1 })).toEqual([['resident', 5, { helps: 5 }]])
    expect(voices({ resident: 5, carer: 2, professional: 1 })).toEqual([['resident', 5, { helps: 5 }]])
  })
})

it('[WORK-136] counts few question by question: who alone of a voice answered one is not known by it', () => {
  const { state, does, steers } = workshop(step(0, 'closing'))
  steers({ do: 'open' })
  const answer = (voice: Voice, n: number, answers: Partial<CollaborationAnswers>) => {
    const who = { person: `${voice}-${n}`, name: voice, voice, steers: false }
    does(who, { do: 'come-in' })
    const all = { informed: null, confident: null, connected: null, ...answers }
    does(who, { do: 'test', step: 'closing', as: who.person, answers: all })
  }
  for (const n of [1, 2, 3, 4]) answer('resident', n, { informed: 'helps', confident: 'helps', connected: 'helps' })
  for (const n of [1, 2]) answer('carer', n, { informed: 'helps', connected: 'harms' })
  answer('carer', 3, { informed: 'helps', confident: 'harms', connected: 'harms' })
  for (const n of [1, 2, 3]) answer('care', n, { informed: 'helps' })
  steers({ do: 'close' })
  expect(recordOf(state).steps[0]?.testByVoice).toEqual([
    // All but one who were confident were residents: what is missing from the whole would be that one.
    { voice: 'resident', people: 4, test: { informed: { helps: 4 }, connected: { helps: 4 } } },
    { voice: 'carer', people: 3, test: { informed: { helps: 3 }, connected: { harms: 3 } } },
    { voice: 'care', people: 3, test: { informed: { helps: 3 } } },
  ])
})

it('[WORK-80] [WORK-83] [WORK-85] [WORK-89] everybody in the plan can read it once it has closed, with the answers given since', async () => {
  const withy = await openWithy()
  try {
    const anna = await starts(withy)
    const ben = await joinsAs(withy, anna, 'contributor')
    const viewer = await joinsAs(withy, anna, 'viewer')
    const made = { shape: 'area-2-hours', title: 'May', lang: 'en' }
    const { workshop } = await anna.gets<{ workshop: string }>('POST', `/api/plans/${anna.plan}/workshops`, made)
    const at = `/api/plans/${anna.plan}/workshops/${workshop}`
    type Answer = { record: WorkshopRecord; neverShown: { words: string }[] }
    const steer = (said: object) => anna.gets<WorkshopSeen>('POST', `${at}/steer`, said)
    const { now } = await steer({ do: 'open' })
    const [first, second] = now.steps.filter(({ kind }) => kind === 'silent' || kind === 'parking')
    const take = (said: object) => ben.gets('POST', `${at}/take-part`, said)
    await take({ do: 'come-in' })
    await take({ do: 'idea', id: 'idea-hidden', step: first?.id, words: 'Only mine', saidBy: ben.id })
    await take({ do: 'idea', id: 'idea-parked', step: second?.id, words: 'The bus', saidBy: ben.id })
    expect(await viewer.isRefused('GET', `${at}/record`)).toBe('workshop-not-over')
    await take({ do: 'leave', as: ben.id })
    expect((await viewer.facts()).lastWorkshop).toBeNull()
    await steer({ do: 'close' })
    expect((await viewer.facts()).lastWorkshop).toEqual({ id: workshop, title: 'May' })
    await steer({ do: 'fate', idea: 'idea-parked', fate: 'not-yet', why: 'It is the council’s', place: null })
    const read = await viewer.gets<Answer>('GET', `${at}/record`)
    expect(JSON.stringify(read)).not.toContain('Only mine')
    expect(read.record).toMatchObject({
      title: 'May',
      unanswered: 0,
      parked: [{ fate: 'not-yet', by: expect.any(String) }],
    })
    expect((await anna.gets<Answer>('GET', `${at}/record`)).neverShown).toEqual([])
    const own = await ben.gets<Answer>('GET', `${at}/record`)
    expect(own.neverShown).toMatchObject([{ words: 'Only mine' }])
    expect(own.record).toEqual(read.record)
    expect(await withy.device().isRefused('GET', `${at}/record`)).toBe('sign-in')
  } finally {
    await withy.close()
  }
})
