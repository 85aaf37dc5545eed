import { AFFECTED_VOICES, VOICES, type Voice } from '@withy/shared/access'
import { TEST_ANSWERS, type TestAnswers } from '@withy/shared/api'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { AnswerRow } from '../storage/tests.ts'
import { visibleTo } from './visible.ts'

const NOTHING: TestAnswers = { informed: null, confident: null, connected: null, shows: null }
const HELPS: TestAnswers = { ...NOTHING, informed: 'helps' }
const HARMS: TestAnswers = { ...NOTHING, connected: 'harms' }

const person = (id: string, voice: Voice) => ({ id, voice, seat: voice === 'person' })
const row = (id: string, voice: Voice, answers = HELPS, item = 'i'): AnswerRow => ({ item, person: id, voice, answers })

const priya = row('priya', 'professional', HARMS)
const olu = row('olu', 'resident')
const AREA = [person('priya', 'professional'), person('olu', 'resident'), person('kofi', 'supporter')]

describe('whose answers are seen', () => {
  it('[ACCESS-70] always one’s own, and how many others have answered', () => {
    const seen = visibleTo('priya', 'i', { kind: 'area', people: AREA, rows: [priya, row('kofi', 'supporter')] })
    expect(seen).toEqual({ item: 'i', mine: HARMS, others: [], answered: 1, waiting: true, failing: false })
    const nothing = visibleTo('olu', 'another', { kind: 'area', people: AREA, rows: [priya] })
    expect(nothing).toMatchObject({ mine: null, answered: 0 })
  })

  it('[ACCESS-71] in an area plan the others’ once somebody who lives with it has answered', () => {
    const rows = [priya, olu]
    expect(visibleTo('kofi', 'i', { kind: 'area', people: AREA, rows })).toMatchObject({
      waiting: false,
      others: [
        { voice: 'resident', answers: HELPS },
        { voice: 'professional', answers: HARMS },
      ],
    })
    for (const voice of VOICES) {
      const seen = visibleTo('kofi', 'i', {
        kind: 'area',
        people: [person('a', voice), ...AREA],
        rows: [row('a', voice)],
      })
      expect([voice, seen.waiting]).toEqual([voice, !AFFECTED_VOICES.includes(voice)])
    }
  })

  it('[ACCESS-71] in an area plan without such people nobody is waited for', () => {
    const people = AREA.filter(({ id }) => id !== 'olu')
    expect(visibleTo('kofi', 'i', { kind: 'area', people, rows: [priya] })).toMatchObject({
      waiting: false,
      answered: 1,
    })
  })

  it('[ACCESS-72] in a support plan the others’ once the person it is about has answered, and nobody else will do', () => {
    const people = [person('rosa', 'person'), person('dennis', 'carer'), person('priya', 'professional')]
    const before = { kind: 'support', people, rows: [priya, row('dennis', 'carer')] } as const
    expect(visibleTo('priya', 'i', before)).toMatchObject({ waiting: true, others: [], answered: 1 })
    expect(visibleTo('rosa', 'i', before)).toMatchObject({ waiting: true, others: [], answered: 2 })
    const after = { ...before, rows: [...before.rows, row('rosa', 'person')] }
    expect(visibleTo('priya', 'i', after)).toMatchObject({ waiting: false, answered: 2 })
    expect(visibleTo('priya', 'i', after).others.map(({ voice }) => voice)).toEqual(['person', 'carer'])
    const empty = { ...after, people: people.slice(1) }
    expect(visibleTo('priya', 'i', empty)).toMatchObject({ waiting: true, others: [] })
  })

  it('[ACCESS-73] fails where somebody says it harms or nobody affected says it helps, and never tells so early', () => {
    const failing = (rows: readonly AnswerRow[], people = AREA) =>
      visibleTo('kofi', 'i', { kind: 'area', people, rows }).failing
    expect(failing([olu])).toBe(false)
    expect(failing([olu, priya])).toBe(true)
    expect(failing([row('olu', 'resident', { ...NOTHING, informed: 'not-sure' }), row('kofi', 'supporter')])).toBe(true)
    expect(failing([priya])).toBe(false)
    expect(failing([row('kofi', 'supporter')], [person('kofi', 'supporter')])).toBe(false)
    expect(failing([])).toBe(false)
  })

  it('[ACCESS-70] an answer taken back is no answer', () => {
    const people = [person('rosa', 'person'), person('priya', 'professional')]
    const rows = [row('rosa', 'person', NOTHING), priya]
    expect(visibleTo('rosa', 'i', { kind: 'support', people, rows })).toMatchObject({
      mine: null,
      waiting: true,
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
        if (!seen.waiting) return
        const others = given.map((one) =>
          one.person === 'p1' || Object.values(one.answers).every((a) => a === null) ? one : { ...one, answers: HARMS },
        )
        expect(visibleTo('p1', 'i', { kind, people, rows: others })).toEqual(seen)
      }),
    )
  })
})
