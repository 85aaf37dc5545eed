import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { planInFile, readPlanFile } from '@withy/shared/api'
import { OTHER_LANGUAGE, readPlan, SPOKEN_LANGUAGES, sayLanguage, textRoot, writePlan } from '@withy/shared/plan'
import { buildPlan } from '@withy/shared/testing'
import { afterAll, describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { draftOf } from '../testing/exported-plans.ts'
import { fileIn } from '../testing/text-of-office.ts'
import { writeDocx } from './docx.ts'
import { writeHtml } from './html.ts'
import { writeJson } from './json.ts'
import { writeMarkdown } from './markdown.ts'
import { writeOdt } from './odt.ts'
import { pagesOf } from './pages.ts'
import { createPdfMaker } from './pdf.ts'
import { writeText } from './plain-text.ts'

const BOX = 'place.where'
/** What was said to be each language, and what nobody said anything of. */
const SAID = [...SPOKEN_LANGUAGES, { ...OTHER_LANGUAGE, own: 'Kernewek' }]
const UNSAID = ['Good morning', 'صباح الخير']

/** A plan of which a group wrote a text box and said line by line in which language it is. */
const copy = (() => {
  const doc = new Y.Doc()
  const lines = [...SAID.map(({ own }) => `${own} 1`), ...UNSAID]
  const text = lines.map((line) => ({ type: 'paragraph' as const, runs: [{ text: line }] }))
  writePlan(doc, buildPlan('area', { text: { [BOX]: text } }))
  for (const [n, { own: _, ...language }] of SAID.entries())
    sayLanguage(textRoot(doc, BOX), { from: n, to: n }, language)
  return draftOf(readPlan(doc, 'area'))
})()
const RTL = SAID.flatMap((one) => ('dir' in one && one.dir === 'rtl' ? [one] : []))

describe('what a copy says of the language of words', () => {
  it('[EXPORT-110] HTML and Markdown: each line its language and direction; one nobody said it of runs as its first letter', () => {
    const html = writeHtml(pagesOf(copy))
    const markdown = writeMarkdown(pagesOf(copy))
    for (const one of SAID) {
      const said = ['lang', 'dir'].flatMap((key) => (key in one ? ` ${key}="${one[key as keyof typeof one]}"` : []))
      expect(html).toContain(`<p${said.join('')}>${one.own} 1</p>`)
      expect(markdown).toContain(`<div${said.join('')}>\n\n${one.own} 1`)
    }
    expect(html).toContain('<p>Good morning</p>')
    expect(html).toContain('<p dir="rtl">صباح الخير</p>')
  })

  it('[EXPORT-110] Word: each line its language, and those from the right its direction', async () => {
    const document = fileIn(await writeDocx(pagesOf(copy)), 'word/document.xml')
    const lineOf = (words: string) => document.split('<w:p>').find((line) => line.includes(`>${words}<`)) ?? ''
    for (const { lang, own } of SAID) expect(lineOf(`${own} 1`)).toContain(`<w:lang w:val="${lang}" w:bidi="${lang}"/>`)
    for (const { own } of RTL) expect(lineOf(`${own} 1`)).toMatch(/<w:bidi\/>.*<w:rtl\/>/)
    expect(lineOf('English 1')).not.toContain('<w:bidi/>')
    expect(lineOf('Good morning')).not.toContain('<w:lang')
    expect(lineOf('صباح الخير')).toContain('<w:bidi/>')
  })

  it('[EXPORT-110] OpenDocument: each line a style with its language and direction', () => {
    const content = fileIn(writeOdt(pagesOf(copy)), 'content.xml')
    const styleOf = (words: string) => {
      const name = new RegExp(`<text:p text:style-name="([^"]+)">${words}<`).exec(content)?.[1]
      return new RegExp(`<style:style style:name="${name}".*?</style:style>`).exec(content)?.[0] ?? ''
    }
    for (const { lang, own } of SAID) expect(styleOf(`${own} 1`)).toContain(`style:language-complex="${lang}"`)
    for (const { own } of RTL) expect(styleOf(`${own} 1`)).toContain('style:writing-mode="rl-tb"')
    expect(styleOf('English 1')).toContain('style:writing-mode="lr-tb"')
    expect(styleOf('Good morning')).toBe('')
  })

  it('[EXPORT-110] JSON, and back: a plan made from the file says the same; plain text has the words alone', () => {
    const read = readPlanFile(writeJson(copy))
    if (read.is !== 'plan') throw new Error(read.is)
    let made = 0
    expect(planInFile(read.file, () => `fresh-${++made}`).plan.boxes[BOX]).toEqual(copy.plan.boxes[BOX])
    expect(writeText(pagesOf(copy))).not.toMatch(/\b(lang|dir|und|rtl)\b/)
  })
})

const TITLE = 'خطة البستان (2)'
const called = draftOf(buildPlan('area', {}), { title: TITLE })

it('[EXPORT-111] a title from right to left runs so, in HTML, Word and OpenDocument; another one as the copy does', async () => {
  expect(writeHtml(pagesOf(called))).toContain(`<h1 dir="auto">${TITLE}</h1>`)
  const titleIn = async (plan: typeof copy) =>
    /<w:p><w:pPr><w:pStyle w:val="Title"\/>.*?<\/w:p>/.exec(
      fileIn(await writeDocx(pagesOf(plan)), 'word/document.xml'),
    )?.[0]
  expect(await titleIn(called)).toMatch(/<w:bidi\/>.*<w:rtl\/>/)
  expect(await titleIn(copy)).not.toMatch(/bidi|rtl/)
  const odt = fileIn(writeOdt(pagesOf(called)), 'content.xml')
  const style = /<text:p text:style-name="([^"]+)">خطة/.exec(odt)?.[1]
  expect(odt).toMatch(new RegExp(`style:name="${style}"[^>]*parent-style-name="Title"><[^>]*writing-mode="rl-tb"`))
  expect(fileIn(writeOdt(pagesOf(copy)), 'content.xml')).toContain('<text:p text:style-name="Title">')
})

const folder = mkdtempSync(join(tmpdir(), 'withy-spoken-'))
const maker = createPdfMaker()
afterAll(() => {
  maker.stop()
  rmSync(folder, { recursive: true })
})
const canRead = (() => {
  try {
    return execFileSync('qpdf', ['--version']).length > 0
  } catch {
    return false
  }
})()

describe.skipIf(!canRead && !process.env.CI)('what a PDF says of it', { timeout: 60_000 }, () => {
  it('[EXPORT-110] each language is in its tags, and no country that nobody said', async () => {
    const file = join(folder, 'plan.pdf')
    writeFileSync(file, await maker.make(copy, 'anna'))
    const tags = execFileSync('qpdf', ['--json=2', '--json-key=qpdf', file], { encoding: 'utf8', maxBuffer: 2 ** 26 })
    const said = new Set(Array.from(tags.matchAll(/"\/Lang": "u:([^"]+)"/g), ([, lang]) => lang))
    const ours = new Set(['en', 'cy'])
    for (const { lang } of SAID) expect([...said]).toContain(ours.has(lang) ? `${lang}-GB` : lang)
  })

  it('[EXPORT-113] the language of a plan is in the tags of its copy in another one', async () => {
    const file = join(folder, 'other.pdf')
    writeFileSync(file, await maker.make({ ...copy, edition: { ...copy.edition, title: 'Sad', lang: 'eo' } }, 'anna'))
    const tags = execFileSync('qpdf', ['--json=2', '--json-key=qpdf', file], { encoding: 'utf8', maxBuffer: 2 ** 26 })
    // Its title, and the two lines of which nobody said another.
    expect(tags.match(/"\/Lang": "u:eo"/g)?.length).toBeGreaterThanOrEqual(2)
  })

  it('[EXPORT-111] a title from right to left begins at the right of the page', async () => {
    const file = join(folder, 'called.pdf')
    const endOfTitle = async (plan: typeof copy) => {
      writeFileSync(file, await maker.make(plan, 'anna'))
      const words = execFileSync('pdftotext', ['-bbox', '-l', '1', file, '-'], { encoding: 'utf8' })
      const sizes = Array.from(
        words.matchAll(/yMin="([\d.]+)" xMax="([\d.]+)" yMax="([\d.]+)"/g),
        ([, top, x, end]) => ({ x: Number(x), height: Number(end) - Number(top) }),
      )
      const tallest = Math.max(...sizes.map(({ height }) => height))
      return Math.max(...sizes.filter(({ height }) => height > tallest * 0.9).map(({ x }) => x))
    }
    const WIDTH = 595
    expect(await endOfTitle(called)).toBeGreaterThan(WIDTH * 0.85)
    expect(await endOfTitle({ ...copy, edition: { ...copy.edition, title: 'Orchard' } })).toBeLessThan(WIDTH * 0.5)
  })
})
