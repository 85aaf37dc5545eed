import { describe, expect, it } from 'vitest'
import type { AgendaStep, GroupShown, IdeaShown, StepKind } from './workshop.ts'
import { dotChoices, dotted, unshownBefore } from './workshop-reads.ts'

const idea = (id: string, more: Partial<IdeaShown> = {}): IdeaShown => ({
  ...{ id, step: 'silent', words: id, by: 'Ben', typedBy: null, group: null, parked: false },
  ...{ fate: null, why: '', places: [], reworded: '', isOffered: false, ...more },
})
const FRUIT: GroupShown = { id: 'fruit', step: 'silent', name: 'Fruit' }
const counts = (...those: Parameters<typeof dotChoices>) => dotChoices(...those).map(({ id, dots }) => [id, dots])

describe('dots that were given before ideas were put together or parked', () => {
  it('[WORK-162] count for the group their idea is in now, with those on the group itself', () => {
    const ideas = [idea('apples', { group: 'fruit' }), idea('pears', { group: 'fruit' }), idea('bench')]
    const dots = { apples: 2, pears: 1, fruit: 1, bench: 3 }
    expect(counts(dots, ideas, [FRUIT])).toEqual([
      ['fruit', 4],
      ['bench', 3],
    ])
    const apart = ideas.map((one) => ({ ...one, group: null }))
    expect(counts({ apples: 2 }, apart, [FRUIT])).toEqual([
      ['apples', 2],
      ['pears', 0],
      ['bench', 0],
    ])
  })

  it('[WORK-162] stay to be seen, and taken back, where their idea is parked or their group empty', () => {
    const ideas = [idea('apples', { parked: true, group: 'fruit' }), idea('bench')]
    expect(dotChoices({ apples: 2, fruit: 1 }, ideas, [FRUIT])).toMatchObject([
      { id: 'bench', dots: 0 },
      { id: 'apples', dots: 2, group: null, ideas: [{ words: 'apples' }] },
      { id: 'fruit', dots: 1, group: FRUIT, ideas: [] },
    ])
    expect(dotted({ bench: 1 }, ideas, [FRUIT])).toMatchObject([{ id: 'bench', dots: 1 }])
  })

  it('[WORK-163] count as numbers whatever their idea is called', () => {
    const ideas = ['toString', '__proto__'].map((id) => idea(id))
    const dots = Object.fromEntries([['__proto__', 2]])
    expect(counts(dots, ideas, [])).toEqual([
      ['toString', 0],
      ['__proto__', 2],
    ])
  })
})

describe('what dots can be given to', () => {
  const stepOf = (kind: StepKind, shown: boolean): AgendaStep => ({
    ...{ id: kind, kind, title: '', question: '', minutes: 5, section: null, dots: 3, shown, stage: 'alone' },
  })

  it('[WORK-190] is every idea and group that is shown, whichever step it came from, and nothing parked', () => {
    const ideas = [
      idea('apples', { group: 'fruit' }),
      idea('bench'),
      idea('ford', { step: 'pairs' }),
      idea('later', { step: 'pairs', parked: true }),
    ]
    expect(counts({}, ideas, [FRUIT])).toEqual([
      ['fruit', 0],
      ['bench', 0],
      ['ford', 0],
    ])
  })

  it('[WORK-190] leaves out the ideas of steps that are not shown, which are named', () => {
    const steps = [stepOf('silent', true), stepOf('round', false), stepOf('pairs', false), stepOf('dots', false)]
    expect(unshownBefore(steps, 'dots').map(({ id }) => id)).toEqual(['pairs'])
    expect(unshownBefore(steps, 'pairs')).toEqual([])
    expect(unshownBefore(steps, 'gone')).toEqual([])
  })
})
