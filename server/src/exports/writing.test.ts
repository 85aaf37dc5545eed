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
    expect(await turnsUntil(make(plan, 'anna')), format).toBeGreaterThan(0)
  pdf.stop()
})
