import { describe, expect, it } from 'vitest'
import type { GroupShown, IdeaShown } from './workshop.ts'
import { dotted } from './workshop-reads.ts'

const idea = (id: string, more: Partial<IdeaShown> = {}): IdeaShown => ({
  ...{ id, step: 'silent', words: id, by: 'Ben', typedBy: null, group: null, parked: false },
  ...{ fate: null, why: '', places: [], reworded: '', isOffered: false, ...more },
})
const FRUIT: GroupShown = { id: 'fruit', step: 'silent', name: 'Fruit' }
const counts = (...those: Parameters<typeof dotted>) => dotted(...those).map(({ id, dots }) => [id, dots])

describe('dots that were given before ideas were put together or parked', () => {
  it('[WORK-162] count for the group their idea is in now, with those on the group itself', () => {
    const ideas = [idea('apples', { group: 'fruit' }), idea('pears', { group: 'fruit' }), idea('bench')]
    const dots = { apples: 2, pears: 1, fruit: 1, bench: 3 }
    expect(counts('silent', dots, ideas, [FRUIT])).toEqual([
      ['fruit', 4],
      ['bench', 3],
    ])
    const apart = ideas.map((one) => ({ ...one, group: null }))
    expect(counts('silent', { apples: 2 }, apart, [FRUIT])).toEqual([
      ['apples', 2],
      ['pears', 0],
      ['bench', 0],
    ])
  })

  it('[WORK-162] stay to be seen, and taken back, where their idea is parked or their group empty', () => {
    const ideas = [idea('apples', { parked: true, group: 'fruit' }), idea('bench')]
    expect(dotted('silent', { apples: 2, fruit: 1 }, ideas, [FRUIT])).toMatchObject([
      { id: 'bench', dots: 0 },
      { id: 'apples', dots: 2, group: null, ideas: [{ words: 'apples' }] },
      { id: 'fruit', dots: 1, group: FRUIT, ideas: [] },
    ])
    expect(counts(null, { bench: 1 }, ideas, [FRUIT])).toEqual([['bench', 1]])
  })

  it('[WORK-163] count as numbers whatever their idea is called', () => {
    const ideas = ['toString', '__proto__'].map((id) => idea(id))
    const dots = Object.fromEntries([['__proto__', 2]])
    expect(counts('silent', dots, ideas, [])).toEqual([
      ['toString', 0],
      ['__proto__', 2],
    ])
  })
})
