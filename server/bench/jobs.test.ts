import { describe, expect, it } from 'vitest'
import { readAsked } from './asked.ts'
import { jobsOf } from './jobs.ts'
import { reached } from './report/must-reach.ts'

const bench = (cases: string[], once: string[] = []) => ({
  shows: '',
  cases: [...cases, ...once],
  once,
  rounds: 3,
  measure: async () => [],
})
const BENCHES = { quick: bench(['a', 'b'], ['c']) }
const asked = { names: ['quick'], much: 'full', rounds: null, isProfile: false } as const

describe('what is measured, in which order', () => {
  it('turns every second round about, and measures some cases in the first only', () => {
    const order = jobsOf({ ...asked, rounds: 2 }, BENCHES).map((job) => job.case)
    expect(order).toEqual(['a', 'b', 'c', 'b', 'a'])
  })

  it('takes as many rounds as a bench says, one when it is only tried, and Withy alone for a profile', () => {
    expect(jobsOf(asked, BENCHES)).toHaveLength(7)
    expect(jobsOf({ ...asked, much: 'quick' }, BENCHES)).toHaveLength(3)
    expect(jobsOf({ ...asked, isProfile: true }, BENCHES).map((job) => job.case)).toEqual(['a'])
  })

  it('understands groups, single benches and numbers of rounds, and says kindly what it does not', () => {
    expect(readAsked(['engine', 'fan-out', '--rounds', '3'])).toMatchObject({ names: ['fan-out'], rounds: 3 })
    expect(readAsked(['engine'])).toMatchObject({ names: expect.arrayContaining(['fan-out', 'kill']) })
    expect(readAsked(['engine'])).not.toMatchObject({ names: expect.arrayContaining(['opening']) })
    expect(readAsked([])).toMatchObject({ names: expect.arrayContaining(['opening', 'kill']), much: 'full' })
    for (const args of [['nothing'], ['--rounds', '0'], ['--rounds', 'many'], ['--fast']])
      expect(readAsked(args), args.join(' ')).toBeTypeOf('string')
  })
})

describe('what must be reached', () => {
  it('is a share of the peer that is lower or higher, as is better', () => {
    const cost = { better: 'lower', must: 0.75, aim: 0.5 } as const
    const speed = { better: 'higher', must: 2, aim: 3 } as const
    expect([0.5, 0.6, 0.76].map((ratio) => reached(ratio, cost))).toEqual(['aim', 'must', '**missed**'])
    expect([3, 2.5, 1.9].map((ratio) => reached(ratio, speed))).toEqual(['aim', 'must', '**missed**'])
  })
})
