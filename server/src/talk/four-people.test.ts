import { readPlan } from '@withy/shared/plan'
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Does, fourPeople } from '../testing/four-people.ts'
import { chanceFrom } from '../testing/types-anything.ts'

/** What somebody does, and a number that chooses the rest. */
type Step = { readonly does: Does; readonly who: number; readonly seed: number }
const OFTEN: Readonly<Record<Does, number>> = {
  ...{ types: 14, sends: 14, gets: 12, suggests: 10, decides: 5, allSayYes: 8 },
  ...{ disagree: 2, holdsUp: 2, goes: 2, restarts: 1 },
}
const anyStep: fc.Arbitrary<Step> = fc.record({
  does: fc.oneof(...Object.entries(OFTEN).map(([does, weight]) => ({ arbitrary: fc.constant(does as Does), weight }))),
  who: fc.nat(3),
  seed: fc.nat(1_000_000),
})

/** Something stands there to begin with, in the box and in the cell, of several people. */
const BEGINS = Array.from({ length: 12 }, (_, n): Step[] => [
  { does: 'types', who: n % 2, seed: 71 * n + 3 },
  ...[0, 1, 2, 3].map((who) => ({ does: 'sends', who, seed: n }) as const),
]).flat()

const seen = { used: 0, takenOut: 0, heldUp: 0, died: 0 }

async function play(steps: readonly Step[]) {
  const { does, settle, books, counts, rows, server, record, docs, see, close } = await fourPeople()
  const step = async ({ does: what, who, seed }: Step) => {
    await does[what](who, chanceFrom(seed))
    see()
  }
  try {
    for (const one of BEGINS) await step(one)
    await settle()
    for (const one of steps) await step(one)
    await settle()
    see()
    const plan = await server()
    books.agreeWith(plan, await record())
    for (const doc of docs()) expect(readPlan(doc, 'area')).toEqual(readPlan(plan, 'area'))
    const fates = (await rows()).flatMap(({ id, changes }) =>
      changes.flatMap(({ id: change, fate }) => (fate?.is === 'accepted' ? [[`${id} ${change}`, fate.by]] : [])),
    )
    expect(new Map(fates as [string, string][])).toEqual(books.used())
  } finally {
    seen.used += counts.used
    seen.heldUp += counts.heldUp
    seen.died += counts.died
    seen.takenOut += books.takenOut()
    await close()
  }
}

describe('four people who write, suggest and decide at the same time', () => {
  it('[TALK-22] [TALK-27] read the same in the end, have lost no letter nobody took out, and nobody’s words were changed, or became another’s, without their yes', async () => {
    await fc.assert(fc.asyncProperty(fc.array(anyStep, { minLength: 60, maxLength: 100, size: 'max' }), play), {
      numRuns: 10,
      seed: 2211,
      endOnFailure: true,
    })
    expect(seen.used).toBeGreaterThan(50)
    expect(seen.takenOut).toBeGreaterThan(300)
    expect(seen.heldUp).toBeGreaterThan(5)
    expect(seen.died).toBeGreaterThan(0)
  }, 240_000)
})
