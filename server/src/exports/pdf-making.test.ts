import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { anyPlan, buildPlan } from '@withy/shared/testing'
import * as fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { draftOf, examples } from '../testing/exported-plans.ts'
import type { Exported } from './exported.ts'
import { createPdfMaker, PdfBusy, PdfFailed, PdfStopped } from './pdf.ts'

const folder = mkdtempSync(join(tmpdir(), 'withy-pdf-'))
const maker = createPdfMaker()
afterAll(() => {
  maker.stop()
  rmSync(folder, { recursive: true })
})

const [area, support] = examples('en') as readonly Exported[] as [Exported, Exported]

describe('making PDFs', { timeout: 60_000 }, () => {
  it('[EXPORT-6] makes one of any plan', async () => {
    await fc.assert(
      fc.asyncProperty(anyPlan('area'), async (plan) => {
        const pdf = await maker.make(draftOf(plan), 'anna')
        expect(Buffer.from(pdf.subarray(0, 8)).toString()).toBe('%PDF-1.7')
      }),
      { numRuns: 10 },
    )
  })

  it('[EXPORT-23] makes one of a plan of many pages, and of a very long word, and takes no more than it may', async () => {
    const long = buildPlan('area', { text: { 'place.where': ['w'.repeat(100_000)] } })
    const essay = Array.from({ length: 700 }, (_, n) => `What we heard from the street in week ${n}. `.repeat(5))
    const many = buildPlan('area', { text: { 'place.where': essay } })
    for (const plan of [long, many]) expect((await maker.make(draftOf(plan), 'anna')).length).toBeGreaterThan(50_000)
  })

  it('[EXPORT-9] [EXPORT-58] makes those asked for at once one after the other, says how many are before, and says no to more than can wait', async () => {
    const small = createPdfMaker({
      limits: { waiting: 2, milliseconds: 60_000, megabytes: 2_000, idleMilliseconds: 1_000 },
    })
    const [first, second, third] = [small.make(area, 'anna'), small.make(support, 'ben'), small.make(area, 'cara')]
    expect(['anna', 'ben', 'cara'].map((asker) => small.before(asker))).toEqual([0, 1, null])
    await expect(third).rejects.toThrow(PdfBusy)
    expect((await first).length).toBeGreaterThan(1_000)
    expect(small.before('ben')).toBe(0)
    expect((await second).length).toBeGreaterThan(1_000)
    expect((await small.make(area, 'cara')).length).toBeGreaterThan(1_000)
    small.stop()
  })

  it('[EXPORT-9] makes one at a time for each person, so that nobody takes all the places', async () => {
    const shared = createPdfMaker({
      limits: { waiting: 3, milliseconds: 60_000, megabytes: 2_000, idleMilliseconds: 1_000 },
    })
    const annas = [1, 2, 3].map(() => shared.make(area, 'anna'))
    const bens = shared.make(support, 'ben')
    const how = await Promise.allSettled([...annas, bens])
    expect(how.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'rejected', 'fulfilled'])
    await expect(annas[1]).rejects.toThrow(PdfBusy)
    expect((await shared.make(area, 'anna')).length).toBeGreaterThan(1_000)
    shared.stop()
  })

  describe('when the process does not do its work', () => {
    const limits = { waiting: 5, milliseconds: 60_000, megabytes: 2_000, idleMilliseconds: 60_000 }
    const log = join(folder, 'started')
    /** A program in the place of ours, which writes its process id down when it starts. */
    const program = (name: string, work: string): URL => {
      const file = join(folder, `${name}.mjs`)
      writeFileSync(
        file,
        `import { appendFileSync } from 'node:fs'\nappendFileSync(${JSON.stringify(log)}, process.pid + '\\n')\nprocess.on('message', () => { ${work} })\n`,
      )
      return pathToFileURL(file)
    }
    const started = () => readFileSync(log, 'utf8').split('\n').filter(Boolean).map(Number)
    const isGone = (pid: number) => {
      try {
        process.kill(pid, 0)
        return false
      } catch {
        return true
      }
    }
    beforeAll(() => writeFileSync(log, ''))

    it('[EXPORT-95] who stops it gets their place back at once, waiting or under way, and what was being made is ended', async () => {
      const maker = createPdfMaker({ limits, entry: program('stopped', 'for (;;);') })
      const before = started().length
      const [annas, bens] = [new AbortController(), new AbortController()]
      const first = maker.make(area, 'anna', 'pdf', annas.signal)
      const second = maker.make(area, 'ben', 'pdf', bens.signal)
      await expect.poll(() => started().length, { timeout: 10_000 }).toBe(before + 1)
      bens.abort()
      const again = new AbortController()
      const third = maker.make(area, 'ben', 'pdf', again.signal)
      await expect(maker.make(area, 'ben')).rejects.toThrow(PdfBusy)
      annas.abort()
      await expect(first).rejects.toThrow(PdfStopped)
      await expect(second).rejects.toThrow(PdfStopped)
      const [pid = 0] = started().slice(before)
      await expect.poll(() => isGone(pid), { timeout: 10_000 }).toBe(true)
      await expect.poll(() => started().length, { timeout: 10_000 }).toBe(before + 2)
      again.abort()
      await expect(third).rejects.toThrow(PdfStopped)
      maker.stop()
    })

    it.each([
      ['is stuck', 'for (;;);', { ...limits, milliseconds: 5_000 }, /too long/],
      ['dies', 'process.exit(3)', limits, /ended/],
      ['cannot do it', `process.send({ failed: 'pdf' })`, limits, /could not be made/],
      ...(process.platform === 'linux'
        ? [
            [
              'eats memory',
              'globalThis.eaten = Buffer.alloc(400e6, 1); for (;;);',
              { ...limits, megabytes: 250 },
              /memory/,
            ] as const,
          ]
        : []),
    ] as const)(
      '[EXPORT-9] it %s: the asker is told, and another process does the next',
      async (name, work, given, why) => {
        const maker = createPdfMaker({ limits: given, entry: program(name.replaceAll(' ', '-'), work) })
        const before = started().length
        // One that was not made takes no place of its asker's.
        await expect(maker.make(area, 'anna')).rejects.toThrow(PdfFailed)
        await expect(maker.make(area, 'anna')).rejects.toThrow(why)
        const pids = started().slice(before)
        if (name !== 'cannot do it') {
          expect(pids.length).toBe(2)
          await expect.poll(() => pids.every(isGone)).toBe(true)
        }
        maker.stop()
        await expect.poll(() => pids.every(isGone)).toBe(true)
      },
    )
  })
})
