import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { anyPlan, HOSTILE_TEXTS, wordsOf } from '@withy/shared/testing'
import * as fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { bare, draftOf, examples, hostile } from '../testing/exported-plans.ts'
import type { Exported } from './exported.ts'
import { pagesOf } from './pages.ts'
import { createPdfMaker, PdfBusy, PdfFailed } from './pdf.ts'

const folder = mkdtempSync(join(tmpdir(), 'withy-pdf-'))
const maker = createPdfMaker()
afterAll(() => {
  maker.stop()
  rmSync(folder, { recursive: true })
})

const [areaPlan, supportPlan] = examples('en') as readonly Exported[] as readonly [Exported, Exported]
const area = pagesOf(areaPlan)
const support = pagesOf(supportPlan)

function run(tool: string, ...args: string[]): string {
  return execFileSync(tool, args, { encoding: 'utf8', maxBuffer: 2 ** 26, stdio: ['ignore', 'pipe', 'ignore'] })
}
const has = (tool: string, flag: string): boolean => {
  try {
    run(tool, flag)
    return true
  } catch {
    return false
  }
}
const canRead = has('pdftotext', '-v') && has('qpdf', '--version')
if (!canRead)
  console.warn(
    'pdftotext and qpdf are not here, so what is inside the PDFs is not checked. On Debian: apt-get install poppler-utils qpdf',
  )

/** What stands at the head and foot of each page would come between words of a paragraph that goes over it. */
const withoutHeadAndFoot = (text: string, title: string): string =>
  text
    .split('\f')
    .map((page) =>
      page
        .replace(/\S+ \d+ \/ \d+\s*$/, '')
        .replace(/^DRAFF?T\s+/, '')
        .replace(title, ''),
    )
    .join('')

let files = 0
async function made(exported: Exported): Promise<string> {
  const file = join(folder, `${files++}.pdf`)
  writeFileSync(file, await maker.make(pagesOf(exported), 'anna'))
  return file
}

describe.skipIf(!canRead && !process.env.CI)('a plan as PDF', { timeout: 60_000 }, () => {
  it.each([...examples('en'), ...examples('cy')])(
    '[EXPORT-3] holds every word of every box ($name, $lang)',
    async (exported) => {
      const text = bare(withoutHeadAndFoot(run('pdftotext', await made(exported), '-'), exported.title))
      expect(wordsOf(exported.plan).length).toBeGreaterThan(40)
      expect(wordsOf(exported.plan).filter((words) => !text.includes(bare(words)))).toEqual([])
      for (const { name } of exported.people) expect(text).toContain(bare(name))
    },
  )

  it('[EXPORT-3] is tagged PDF/UA-1 with its title and language, headings, lists and no fault', async () => {
    const file = await made({
      ...supportPlan,
      lang: 'cy',
      edition: { ...supportPlan.edition, title: 'Cynllun Rosa <i>' },
    })
    const info = run('pdfinfo', file)
    expect(info).toMatch(/^Title:\s+Cynllun Rosa <i>$/m)
    expect(info).toMatch(/^Tagged:\s+yes$/m)
    expect(run('pdfinfo', '-meta', file)).toContain('<pdfuaid:part>1</pdfuaid:part>')
    expect(run('qpdf', '--check', file)).toMatch(/No syntax or stream encoding errors/)
    const catalog = run('qpdf', '--json', file)
    expect(catalog).toMatch(/"\/Lang": "(u:)?cy-GB"/)
    expect(catalog).toMatch(/"\/DisplayDocTitle": true/)
    const structure = run('pdfinfo', '-struct', file)
    for (const tag of ['H1', 'H2', 'H3', 'TOC', 'L ', 'LI', 'P '])
      expect(structure).toMatch(new RegExp(`^\\s*${tag}`, 'm'))
  })

  it('[EXPORT-4] says DRAFT on every page, in the language asked for', async () => {
    for (const [lang, mark] of [
      ['en', 'DRAFT'],
      ['cy', 'DRAFFT'],
    ] as const) {
      const pages = run('pdftotext', await made({ ...areaPlan, lang }), '-')
        .split('\f')
        .filter((page) => page.trim() !== '')
      expect(pages.length).toBeGreaterThan(3)
      for (const page of pages) expect(page).toContain(mark)
    }
  })

  it('[EXPORT-6] holds hostile text as it reads', async () => {
    const text = bare(run('pdftotext', await made(hostile()), '-'))
    // Poppler gives letters that are written from right to left, or made of several marks, in an order of its own; and
    // a very long word goes over several pages. Of those every sign has to be there.
    const isTurned = (words: string) => /[\u0590-\u08ff]|\p{M}{2}|\u0337/u.test(words) || words.length > 1_000
    for (const words of HOSTILE_TEXTS) {
      if (isTurned(words)) expect([...new Set(bare(words))].filter((sign) => !text.includes(sign))).toEqual([])
      else expect(text).toContain(bare(words))
    }
    expect(text).not.toContain('root:')
  })
})

describe('making PDFs', { timeout: 60_000 }, () => {
  it('[EXPORT-6] makes one of any plan', async () => {
    await fc.assert(
      fc.asyncProperty(anyPlan('area'), async (plan) => {
        const pdf = await maker.make(pagesOf(draftOf(plan)), 'anna')
        expect(Buffer.from(pdf.subarray(0, 8)).toString()).toBe('%PDF-1.7')
      }),
      { numRuns: 25 },
    )
  })

  it('[EXPORT-9] makes those asked for at once one after the other, and says no to more than can wait', async () => {
    const small = createPdfMaker({
      limits: { waiting: 2, milliseconds: 60_000, megabytes: 2_000, idleMilliseconds: 1_000 },
    })
    const [first, second, third] = [small.make(area, 'anna'), small.make(support, 'ben'), small.make(area, 'cara')]
    await expect(third).rejects.toThrow(PdfBusy)
    expect((await first).length).toBeGreaterThan(1_000)
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
