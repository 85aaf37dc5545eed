import { expect, it } from 'vitest'
import { createKnown } from './known.ts'

it('[AGREE-20] what workshops and tests say is looked up once in some seconds for all who ask, and anew when a plan is sealed', async () => {
  let clock = 0
  let asked = 0
  const failingActions = async (plan: string) => {
    asked += 1
    if (plan === 'broken' && asked === 1) throw new Error('the disk')
    return [`${plan} ${asked}`]
  }
  const known = createKnown({
    failingActions,
    ideasUnanswered: async () =>
      new Map([
        ['w1', 1],
        ['w2', 1],
      ]),
    now: () => clock,
  })
  await expect(known.lately('broken')).rejects.toThrow('the disk')
  expect(await known.lately('broken')).toEqual({ failing: ['broken 2'], ideas: 2 })
  clock = 4_999
  const [one, two] = await Promise.all([known.lately('p'), known.lately('p')])
  expect([one.failing, two.failing, (await known.lately('broken')).failing]).toEqual([['p 3'], ['p 3'], ['broken 2']])
  expect((await known.anew('p')).failing).toEqual(['p 4'])
  clock = 5_000
  expect((await known.lately('broken')).failing).toEqual(['broken 5'])
})
