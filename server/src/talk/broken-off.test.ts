import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { NotWritten } from '../live/live.ts'
import { openWithy, type Withy } from '../testing/open-withy.ts'
import {
  body,
  decides,
  decision,
  four,
  ids,
  mayNot,
  paragraph,
  seen,
  states,
  suggests,
  TWO,
  told,
  withdraws,
  wordsIn,
} from '../testing/suggesting.ts'

let withy: Withy
beforeAll(async () => {
  withy = await openWithy()
})
afterAll(() => withy.close())

describe('where deciding is broken off', () => {
  it('[TALK-33] words that are in the plan and not written down as accepted are found to be so', async () => {
    for (const look of ['read', 'decide', 'withdraw'] as const) {
      const { anna, sue, rosa, was } = await four(withy)
      const gone = paragraph('I love the orchard. We meet on Mondays.')
      const made = await suggests(sue, body('suggest-one', was, gone))
      vi.spyOn(withy.store, 'changeSuggestion').mockRejectedValueOnce(new Error('SQLITE_FULL'))
      const { status } = await rosa.ask(...decision(rosa, made.id, { accept: ids(made) }))
      vi.restoreAllMocks()
      expect([status, await wordsIn(withy, anna)]).toEqual([500, 'I love the orchard. We meet on Mondays.'])
      const messages = await told(withy, async () => {
        if (look === 'decide') await decides(rosa, made.id, { accept: ids(made) })
        if (look === 'withdraw') await withdraws(sue, made.id)
        const after = await seen(anna, made.id)
        const fates = after.changes.map(({ fate }) => [fate?.is, fate?.by])
        expect(fates).toEqual(ids(made).map(() => ['accepted', rosa.id]))
      })
      expect(messages).toHaveLength(1)
    }
  })

  it('[TALK-33] what did not come into the plan can be decided again', async () => {
    const { anna, sue, rosa, was } = await four(withy)
    const made = await suggests(sue, body('suggest-one', was, TWO))
    const yes = { accept: ids(made) }
    for (const [why, refusal] of [
      ['full', 'too-large'],
      ['unwritable', 'plan-unreadable'],
      ['later', 'too-busy'],
    ] as const) {
      vi.spyOn(withy.live, 'write').mockRejectedValueOnce(new NotWritten(why, 'for a test'))
      expect(await mayNot(rosa, made.id, yes)).toBe(refusal)
      vi.restoreAllMocks()
      expect(states(await seen(anna, made.id))).toEqual([
        [[rosa.id], []],
        [[rosa.id], []],
      ])
    }
    await decides(rosa, made.id, yes)
    expect(await wordsIn(withy, anna)).toBe('I love the orchard. Buses never come. We meet each Monday.')
  })
})
