import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { FORMATS } from '@withy/shared/api'
import { expect, it } from 'vitest'
import { examples, sealed } from '../testing/exported-plans.ts'
import { createPdfMaker } from './pdf.ts'

const PROGRAM = new URL('../testing/make-every-format.ts', import.meta.url).pathname
const OTHER_CLOCK = new URL('../../faults/stage/skew-clock.mjs', import.meta.url).href

const made = async (env: Record<string, string>): Promise<Record<string, string>> =>
  JSON.parse((await promisify(execFile)(process.execPath, [PROGRAM], { env: { ...process.env, ...env } })).stdout)

it('[EXPORT-11] [EASY-30] the same version gives the same bytes in every format: in another process, another year and time zone', {
  timeout: 180_000,
}, async () => {
  const YEAR = String(365 * 24 * 3_600_000)
  const [here, there] = await Promise.all([
    made({}),
    made({
      NODE_OPTIONS: `--import=${OTHER_CLOCK}`,
      CLOCK_OFF_MS: YEAR,
      TZ: 'Pacific/Auckland',
      LANG: 'cy_GB',
    }),
  ])
  expect(there).toEqual(here)
  const easy = Object.keys(here).filter((name) => name.startsWith('easy'))
  expect(
    Object.keys(here)
      .filter((name) => !easy.includes(name))
      .toSorted(),
  ).toEqual([...FORMATS].toSorted())
  // [EASY-30] the same in Easy Read, also the second time in one process.
  expect(easy).toHaveLength(8)
  for (const format of ['html', 'pdf', 'docx', 'odt'])
    expect(here[`easy ${format} again`], format).toBe(here[`easy ${format} once`])
})

it('[EXPORT-11] a PDF says the moment of its version, and no other', { timeout: 60_000 }, async () => {
  const pdf = createPdfMaker()
  const [plan] = examples('en')
  const bytes = Buffer.from(await pdf.make(sealed(plan as NonNullable<typeof plan>), 'anna')).toString('latin1')
  pdf.stop()
  expect(bytes.match(/D:\d{14}/g)).toEqual(expect.arrayContaining(['D:20261121195500']))
  expect(new Set(bytes.match(/D:\d{14}|\d{4}-\d\d-\d\dT[\d:]+/g))).toEqual(
    new Set(['D:20261121195500', '2026-11-21T19:55:00']),
  )
})
