import { expect, it } from 'vitest'
import { examples } from '../testing/exported-plans.ts'
import { turnsUntil } from '../testing/turns.ts'
import { createFormats } from './formats.ts'
import { createPdfMaker } from './pdf.ts'

it('[STORE-122] no form of a copy is written in the thread that takes in what people write', async () => {
  const pdf = createPdfMaker()
  const [, plan] = examples('en')
  if (!plan) throw new Error('There is an example about a person.')
  for (const [format, { make }] of Object.entries(createFormats({ pdf })))
    expect(await turnsIn(() => make(plan, 'anna')), format).toBeGreaterThan(0)
  pdf.stop()
})

/** On a busy machine another thread may be done before this one's first turn: not each time. Done here it would be. */
async function turnsIn(make: () => Promise<unknown>): Promise<number> {
  let turns = 0
  for (let tries = 0; turns === 0 && tries < 5; tries += 1) turns = await turnsUntil(make())
  return turns
}
