import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type CopySize, readCopyMarks } from '@withy/shared/api'
import { exampleInEasyWords } from '@withy/shared/examples'
import { type Item, inLanguage, type Plan, sidesOfRow } from '@withy/shared/plan'
import { anyPlan, buildPlan, wordsOf } from '@withy/shared/testing'
import * as fc from 'fast-check'
import { getDocumentProxy } from 'unpdf'
import { afterAll, describe, expect, it } from 'vitest'
import { bare, draftOf, examples, hostile, sealed } from '../testing/exported-plans.ts'
import { isTurned, pagesOfPdf, textOfPdf } from '../testing/text-of-pdf.ts'
import { expectWordForWord } from '../testing/word-for-word.ts'
import { missingFrom } from '../testing/words-missing.ts'
import type { Exported } from './exported.ts'
import { createPdfMaker } from './pdf.ts'

const folder = mkdtempSync(join(tmpdir(), 'withy-pdf-'))
const maker = createPdfMaker()
afterAll(() => {
  maker.stop()
  rmSync(folder, { recursive: true })
})

const [areaPlan, supportPlan] = examples('en') as readonly Exported[] as readonly [Exported, Exported]

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

const wordsOfRow = (row: Item) => sidesOfRow(row, 'en', null).map(({ words }) => words)
const easyWordsOf = (plan: Plan): string[] =>
  Object.entries(plan.boxes).flatMap(([key, box]) =>
    key.startsWith('easy:') && box.type === 'list' ? box.items.flatMap(wordsOfRow) : [],
  )

/** Each row stands on one page, right of its picture (3 cm and a gap of 0.8 beside a margin of 1.8), in lines of 60 letters or fewer. */
function expectRowsWhole(layout: string, rows: readonly string[]): void {
  const pages = layout.split('<page ').map((page) => page.split('<line ').slice(1))
  const CM = 72 / 2.54
  for (const words of rows) {
    const its = pages.map((lines) => {
      const from = lines.flatMap((line) => {
        const said = [...line.matchAll(/>([^<]*)<\/word>/g)].map(([, word]) => unescaped(word ?? '')).join(' ')
        return { said, left: Number(/xMin="([\d.]+)"/.exec(line)?.[1]) }
      })
      return from.filter(({ said, left }) => left > 5.5 * CM && bare(words).includes(bare(said)) && said !== '')
    })
    const whole = its.filter((lines) => bare(lines.map(({ said }) => said).join('')).includes(bare(words)))
    expect(whole.length, words).toBeGreaterThan(0)
    for (const { said } of whole.flat()) expect(said.length, said).toBeLessThanOrEqual(60)
  }
}

const unescaped = (xml: string): string =>
  xml.replace(/&(amp|lt|gt|quot|apos|#39);/g, (_, name: string) => ({ amp: '&', lt: '<', gt: '>' })[name] ?? "'")

/**
 * A plan in letters that every reader of PDFs gives as they are, and without directions that were said of blocks: what a reader
 * turns, it turns with what stands beside it.
 */
const unturned = (plan: Plan): Plan =>
  JSON.parse(
    JSON.stringify(plan, (key, value) => {
      if (key === 'dir') return undefined
      return typeof value === 'string' && /[^\n -~\u00a1-\u017f\u2010-\u2027]/.test(value) ? 'turned' : value
    }),
  )

/** The words of a PDF as browsers read it, in the order in which they are written into it, without head and foot of its pages. */
async function textInBrowsers(path: string): Promise<string> {
  const file = await getDocumentProxy(new Uint8Array(readFileSync(path)), { verbosity: 0 })
  const pages: string[] = []
  for (let n = 1; n <= file.numPages; n++) {
    const { items } = await (await file.getPage(n)).getTextContent()
    const text = items.map((item) => ('str' in item ? `${item.str}${item.hasEOL ? '\n' : ''}` : '')).join('')
    pages.push(text.trimEnd().split('\n').slice(1, -1).join('\n'))
  }
  return pages.join('\n')
}

/** An object of a PDF, as qpdf says it. */
type PdfObject = Readonly<Record<string, unknown>>

/** A tag that people's words stand in. */
const isOfWords = (tag: PdfObject) => /^\/(P|H[1-6]?|LI|LBody|Lbl|TH|TD|Link)$/.test(String(tag['/S']))

let files = 0
async function made(exported: Exported): Promise<string> {
  const file = join(folder, `${files++}.pdf`)
  writeFileSync(file, await maker.make(exported, 'anna'))
  return file
}

describe.skipIf(!canRead && !process.env.CI)('a plan as PDF', { timeout: 60_000 }, () => {
  it.each([...examples('en'), ...examples('cy').map((exported) => sealed(exported))])(
    '[EXPORT-3] [EXPORT-19] [EXPORT-73] holds every word of it in order, and no question at the end of a page (%#: $edition.title, $lang, $status.is)',
    async (exported) => {
      expect(wordsOf(exported.plan).length).toBeGreaterThan(40)
      const pages = pagesOfPdf(await made(exported))
      expectWordForWord(pages.join('\n'), exported)
      const ends = new Set(pages.map((page) => page.split('\n').at(-1)))
      const sections = exported.edition.parts.flatMap(({ sections }) => sections)
      const asked = sections.flatMap(({ title, question }) => [title, ...(question ? [question] : [])])
      expect(asked.filter((words) => ends.has(inLanguage(words, exported.lang)))).toEqual([])
    },
  )

  it('[EXPORT-3] @G1 is tagged PDF/UA-1 with its title and language, headings, lists and no fault', async () => {
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

  it('[EXPORT-3] @G1 has an outline, headings that leave no level out, heads of columns, words in its tags in the order they are read, and no tag without any', async () => {
    for (const exported of [supportPlan, sealed(areaPlan)]) {
      const file = await made(exported)
      const objects = JSON.parse(run('qpdf', '--json', file)).qpdf[1] as Record<string, { value?: PdfObject }>
      const values = Object.values(objects).flatMap(({ value }) => (value && typeof value === 'object' ? [value] : []))
      const catalog = values.find((value) => value['/Type'] === '/Catalog')
      expect(objects[`obj:${catalog?.['/Outlines']}`]?.value?.['/Count'], 'an outline').not.toBeUndefined()
      expect(catalog?.['/MarkInfo']).toMatchObject({ '/Marked': true })
      const heads = values.filter((value) => value['/S'] === '/TH')
      expect(heads.length > 0).toBe(exported.status.is === 'sealed')
      for (const head of heads) expect(JSON.stringify(head['/A'])).toMatch(/"\/Scope":"\/Column"/)
      for (const figure of values.filter((value) => value['/S'] === '/Figure')) expect(figure['/Alt']).toBeTruthy()
      for (const tag of values.filter((value) => 'S' in value || '/S' in value).filter(isOfWords))
        expect(tag['/K'], `${tag['/S']} holds something`).not.toBeUndefined()

      const tags = run('pdfinfo', '-struct-text', file)
      const levels = Array.from(tags.matchAll(/^\s*H([1-6])\b/gm), ([, level]) => Number(level))
      expect(levels.length).toBeGreaterThan(5)
      levels.forEach((level, n) => {
        expect(level - (levels[n - 1] ?? 0)).toBeLessThanOrEqual(1)
      })
      // What a screen reader reads, which is the order of the tags.
      const read = Array.from(tags.matchAll(/^\s*"(.*)"$/gm), ([, words = '']) => words).join(' ')
      expectWordForWord(read, exported, isTurned)
    }
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

  it('[EXPORT-6] [EXPORT-19] holds hostile text as it reads, in small letters and the largest', async () => {
    for (const size of ['normal', 'largest'] as const) {
      const text = textOfPdf(await made({ ...hostile(), size }))
      expectWordForWord(text, hostile(), isTurned)
      expect(text).not.toContain('root:')
    }
  })

  it('[EXPORT-6] [EXPORT-19] holds the words of any plan in order', async () => {
    await fc.assert(
      fc.asyncProperty(anyPlan('support').map(unturned), async (plan) => {
        const exported = draftOf(plan)
        const file = await made(exported)
        // Each reader has words it stumbles over; what neither finds is not there.
        const unread = new Set(missingFrom(await textInBrowsers(file), exported))
        expect(missingFrom(textOfPdf(file), exported).filter((words) => unread.has(words))).toEqual([])
      }),
      { numRuns: 4 },
    )
  })

  it('[EXPORT-13] [EXPORT-18] @G1 has a table with headers; in large letters a list, and nothing smaller than its words', async () => {
    const tagsOf = async (size: CopySize) => {
      const file = await made(sealed({ ...areaPlan, size }))
      expect(run('qpdf', '--check', file)).toMatch(/No syntax or stream encoding errors/)
      expect(run('pdfinfo', '-meta', file)).toContain('<pdfuaid:part>1</pdfuaid:part>')
      const sizes = run('pdftohtml', '-xml', '-stdout', '-i', '-zoom', '1', file).matchAll(
        /<fontspec id="\d+" size="(\d+)"/g,
      )
      const smallest = Math.min(...Array.from(sizes, ([, points]) => Number(points)))
      return { tags: run('pdfinfo', '-struct', file), smallest }
    }
    const normal = await tagsOf('normal')
    expect(normal.tags).toMatch(/^\s*THead\s+TR\s+TH /m)
    for (const [size, points] of [
      ['large', 18],
      ['largest', 24],
    ] as const) {
      const { tags, smallest } = await tagsOf(size)
      expect(tags).not.toMatch(/^\s*(Table|TH|TD)/m)
      expect(smallest).toBe(points)
    }
  })

  it('[EASY-33] [EASY-35] @E7 in Easy Read is PDF/UA-1 too: 18 point or more, pictures of three centimetres that nobody is told of, no row on two pages', async () => {
    for (const lang of ['en', 'cy'] as const) {
      const plan = exampleInEasyWords('brackenford-east', lang)
      const file = await made(draftOf(plan, { lang, size: 'easy', title: 'Brackenford East' }))
      expect(run('qpdf', '--check', file)).toMatch(/No syntax or stream encoding errors/)
      expect(run('pdfinfo', '-meta', file)).toContain('<pdfuaid:part>1</pdfuaid:part>')
      expect(run('pdfinfo', file)).toMatch(/^Tagged: +yes$/m)
      const tags = run('pdfinfo', '-struct', file)
      expect(tags).toMatch(/^\s*H1/m)
      expect(tags).not.toMatch(/^\s*(Table|Figure)/m)
      const text = bare(textOfPdf(file))
      const rows = easyWordsOf(plan)
      expect(rows.length).toBeGreaterThan(30)
      expect(rows.filter((words) => !text.includes(bare(words)))).toEqual([])
      const sizes = [
        ...run('pdftohtml', '-xml', '-stdout', '-i', '-zoom', '1', file).matchAll(/<fontspec[^>]* size="(\d+)"/g),
      ]
      expect(Math.min(...sizes.map(([, points]) => Number(points)))).toBe(18)
      expectRowsWhole(run('pdftotext', '-bbox-layout', file, '-'), rows)
    }
  })

  it('[EASY-41] @B11 has easy words of two languages beside each other, and says which the other is', async () => {
    const easy = { place: [{ words: 'By the mill.', 'words-cy': 'Wrth y felin.', picture: 'home' }] }
    const file = await made(draftOf(buildPlan('area', { easy }), { size: 'easy' }))
    const seen = run('pdftotext', '-bbox', file, '-')
    const placeOf = (word: string) => {
      const found = new RegExp(`xMin="([\\d.]+)" yMin="([\\d.]+)"[^>]*>${word}</word>`).exec(seen)
      return found?.slice(1).map(Number) ?? []
    }
    const [own, other] = [placeOf('mill\\.'), placeOf('felin\\.')]
    expect(other[0]).toBeGreaterThan((own[0] ?? 0) + 50)
    expect(other[1]).toBeCloseTo(own[1] ?? 0, 0)
    expect(run('qpdf', '--json=2', '--json-key=qpdf', file)).toMatch(/"\/Lang": "u:cy-GB"/)
    expect(run('pdfinfo', '-meta', file)).toContain('<pdfuaid:part>1</pdfuaid:part>')
  })

  it('[EXPORT-16] has the code and the mark of the copy on each page, and no DRAFT', async () => {
    const exported = sealed({ ...supportPlan, lang: 'cy', size: 'large' })
    const pages = run('pdftotext', await made(exported), '-')
      .split('\f')
      .filter((page) => page.trim() !== '')
    expect(pages.length).toBeGreaterThan(3)
    const [mark] = readCopyMarks(pages[0] ?? '')
    expect(mark).toMatchObject({
      lang: 'cy',
      size: 'large',
      code: exported.status.is === 'sealed' && exported.status.code,
    })
    for (const page of pages) expect(page).toContain(`${mark?.code}/CL/${mark?.proof}`)
    for (const page of pages) expect(page).not.toContain('DRAFFT')
  })
})
