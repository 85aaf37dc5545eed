import { AFFECTED_VOICES, VOICES, type Voice } from '@withy/shared/access'
import { TEST_ANSWERS, TEST_QUESTIONS, type TestAnswers } from '@withy/shared/api'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { AnswerRow } from '../storage/action-tests.ts'
import { allVisibleTo, visibleTo } from './visible.ts'

const NOTHING: TestAnswers = { informed: null, confident: null, connected: null, shows: null }
const HELPS: TestAnswers = { ...NOTHING, informed: 'helps' }
const HARMS: TestAnswers = { ...NOTHING, connected: 'harms' }
const ALL: TestAnswers = { informed: 'helps', confident: 'no-change', connected: 'helps', shows: 'helps' }
const open = (...questions: readonly string[]) => TEST_QUESTIONS.filter((one) => !questions.includes(one))

const person = (id: string, voice: Voice) => ({ id, voice, seat: voice === 'person' })
const row = (id: string, voice: Voice, answers = HELPS, item = 'i'): AnswerRow => ({ item, person: id, voice, answers })

const priya = row('priya', 'professional', HARMS)
const olu = row('olu', 'resident')
const AREA = [person('priya', 'professional'), person('olu', 'resident'), person('kofi', 'supporter')]

describe('whose answers are seen', () => {
  it('[ACCESS-70] of all actions are the same as of each, and each answer is looked at once and not once an action', () => {
    const voices = [...VOICES]
    const people = Array.from({ length: 40 }, (_, n) => person(`p${n}`, voices[n % voices.length] ?? 'resident'))
    let looks = 0
    const counted = (given: AnswerRow): AnswerRow => ({
      ...given,
      get item() {
        looks++
        return given.item
      },
    })
    const plain = people.flatMap(({ id, voice }) => Array.from({ length: 50 }, (_, n) => row(id, voice, ALL, `i${n}`)))
    const seen = allVisibleTo('p1', { kind: 'area', people, rows: plain.map(counted) })
    expect(looks).toBeLessThan(4 * plain.length)
    expect(seen).toEqual(
      Array.from({ length: 50 }, (_, n) => visibleTo('p1', `i${n}`, { kind: 'area', people, rows: plain })),
    )
  })

  it('[ACCESS-70] always one’s own, and how many others have answered', () => {
    const seen = visibleTo('priya', 'i', { kind: 'area', people: AREA, rows: [priya, row('kofi', 'supporter')] })
    expect(seen).toMatchObject({ item: 'i', mine: HARMS, others: [], answered: 1, failing: false })
    expect(seen.waiting).toEqual(
      TEST_QUESTIONS.map((question) => ({ question, answered: Number(question === 'informed') })),
    )
    const nothing = visibleTo('olu', 'another', { kind: 'area', people: AREA, rows: [priya] })
    expect(nothing).toMatchObject({ mine: null, answered: 0 })
  })

  it('[ACCESS-71] in an area plan the others’ to each question once somebody who lives with it has answered that one', () => {
    const rows = [priya, row('olu', 'resident', { ...NOTHING, connected: 'helps' }), row('kofi', 'supporter', ALL)]
    const seen = visibleTo('olu', 'i', { kind: 'area', people: AREA, rows })
    expect(seen.waiting.map(({ question }) => question)).toEqual(open('connected'))
    expect(seen.others).toEqual([
      { voice: 'professional', answers: HARMS },
      { voice: 'supporter', answers: { ...NOTHING, connected: 'helps' } },
    ])
    for (const voice of VOICES) {
      const given = { kind: 'area', people: [person('a', voice), ...AREA], rows: [row('a', voice)] } as const
      const waits = visibleTo('kofi', 'i', given).waiting.some(({ question }) => question === 'informed')
      expect([voice, waits]).toEqual([voice, !AFFECTED_VOICES.includes(voice)])
    }
  })

  it('[ACCESS-71] shows nobody whose every answer still waits', () => {
    const seen = visibleTo('kofi', 'i', { kind: 'area', people: AREA, rows: [priya, olu] })
    expect(seen.others).toEqual([{ voice: 'resident', answers: HELPS }])
    expect(seen).toMatchObject({ answered: 2, failing: false })
    expect(seen.waiting.find(({ question }) => question === 'connected')).toEqual({
      question: 'connected',
      answered: 1,
    })
  })

  it('[ACCESS-71] in an area plan without such people nobody is waited for', () => {
    const people = AREA.filter(({ id }) => id !== 'olu')
    expect(visibleTo('kofi', 'i', { kind: 'area', people, rows: [priya] })).toMatchObject({ waiting: [], answered: 1 })
  })

  it('[ACCESS-72] in a support plan the others’ to each question once the person it is about has answered that one, and nobody else will do', () => {
    const people = [person('rosa', 'person'), person('dennis', 'carer'), person('priya', 'professional')]
    const before = { kind: 'support', people, rows: [priya, row('dennis', 'carer', ALL)] } as const
    expect(visibleTo('priya', 'i', before)).toMatchObject({ others: [], answered: 1 })
    expect(visibleTo('rosa', 'i', before)).toMatchObject({ others: [], answered: 2 })
    expect(visibleTo('rosa', 'i', before).waiting.map(({ question }) => question)).toEqual(TEST_QUESTIONS)
    const after = { ...before, rows: [...before.rows, row('rosa', 'person')] }
    const seen = visibleTo('priya', 'i', after)
    expect(seen.waiting.map(({ question }) => question)).toEqual(open('informed'))
    expect(seen.others).toEqual([
      { voice: 'person', answers: HELPS },
      { voice: 'carer', answers: HELPS },
    ])
    const empty = { ...after, people: people.slice(1) }
    expect(visibleTo('priya', 'i', empty)).toMatchObject({ others: [] })
  })

  it('[ACCESS-73] fails while either test does: somebody says it harms, or nobody affected says it helps', () => {
    const failing = (...said: readonly (readonly [string, Voice, Partial<TestAnswers>])[]) =>
      visibleTo('kofi', 'i', {
        kind: 'area',
        people: AREA,
        rows: said.map(([id, voice, answers]) => row(id, voice, { ...NOTHING, ...answers })),
      }).failing
    expect(failing()).toBe(false)
    expect(failing(['olu', 'resident', ALL])).toBe(false)
    expect(failing(['olu', 'resident', { ...ALL, shows: 'no-change' }])).toBe(true)
    expect(failing(['olu', 'resident', { ...ALL, shows: null }])).toBe(false)
    expect(failing(['olu', 'resident', { shows: 'helps', informed: 'not-sure' }])).toBe(true)
    expect(failing(['olu', 'resident', ALL], ['priya', 'professional', { shows: 'harms' }])).toBe(true)
    expect(failing(['olu', 'resident', { informed: 'not-sure' }], ['kofi', 'supporter', { informed: 'helps' }])).toBe(
      true,
    )
  })

  it('[ACCESS-73] does not count what still waits, and counts everybody where nobody affected is in the plan', () => {
    const seen = (rows: readonly AnswerRow[], people = AREA) => visibleTo('kofi', 'i', { kind: 'area', people, rows })
    expect(seen([priya]).failing).toBe(false)
    expect(seen([olu, priya]).failing).toBe(false)
    expect(seen([row('olu', 'resident', { ...HELPS, connected: 'no-change' }), priya]).failing).toBe(true)
    const alone = [person('kofi', 'supporter')]
    expect(seen([row('kofi', 'supporter')], alone).failing).toBe(false)
    expect(seen([row('kofi', 'supporter', { ...NOTHING, shows: 'not-sure' })], alone).failing).toBe(true)
  })

  it('[ACCESS-70] an answer taken back is no answer', () => {
    const people = [person('rosa', 'person'), person('priya', 'professional')]
    const rows = [row('rosa', 'person', NOTHING), priya]
    expect(visibleTo('rosa', 'i', { kind: 'support', people, rows })).toMatchObject({
      mine: null,
      others: [],
      answered: 1,
    })
  })

  it('[ACCESS-70] shows no name or order of coming, and while waiting nothing that depends on what others said', () => {
    const answer = fc.constantFrom(null, ...TEST_ANSWERS)
    const answers = fc.record({ informed: answer, confident: answer, connected: answer, shows: answer })
    const rows = fc.uniqueArray(
      fc
        .tuple(fc.constantFrom('p1', 'p2', 'p3', 'p4'), fc.constantFrom(...VOICES), answers)
        .map(([id, voice, said]) => row(id, voice, said)),
      { selector: (one) => one.person },
    )
    fc.assert(
      fc.property(rows, fc.constantFrom('area', 'support'), (given, kind) => {
        const people = given.map(({ person: id, voice }) => person(id, voice))
        const seen = visibleTo('p1', 'i', { kind, people, rows: given })
        expect(JSON.stringify(seen)).not.toMatch(/p[1-4]/)
        expect(visibleTo('p1', 'i', { kind, people, rows: given.toReversed() })).toEqual(seen)
        const waiting = new Set<string>(seen.waiting.map(({ question }) => question))
        const changed = given.map((one) => ({
          ...one,
          answers: Object.fromEntries(
            Object.entries(one.answers).map(([question, said]) => [
              question,
              said !== null && one.person !== 'p1' && waiting.has(question) ? 'harms' : said,
            ]),
          ) as TestAnswers,
        }))
        expect(visibleTo('p1', 'i', { kind, people, rows: changed })).toEqual(seen)
      }),
    )
  })
})
