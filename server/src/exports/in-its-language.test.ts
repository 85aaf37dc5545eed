import { buildPlan } from '@withy/shared/testing'
import { describe, expect, it } from 'vitest'
import { draftOf, editionFor, sealed } from '../testing/exported-plans.ts'
import { fileIn } from '../testing/text-of-office.ts'
import { writeDocx } from './docx.ts'
import type { Exported } from './exported.ts'
import { writeFhir } from './fhir.ts'
import { writeHtml } from './html.ts'
import { writeMarkdown } from './markdown.ts'
import { writeOdt } from './odt.ts'
import { pagesOf } from './pages.ts'
import { pdfData } from './pdf-data.ts'
import { withoutLanguage } from './theirs-in.ts'

const line = (text: string) => ({ type: 'paragraph', runs: [{ text }] }) as const
const plan = buildPlan('area', {
  text: { 'place.where': [line('From the mill'), { ...line('Bore da'), lang: 'cy' }, line('صباح الخير')] },
  items: { 'living-map.do': [{ what: 'Walk the map', who: ['p0'], status: 'doing', how: 'Slowly' }] },
  titles: { place: 'Our edges' },
})
const edition = editionFor(plan, 'Mill Lane', [{ word: 'asset', meaning: 'what we have' }])
const copy = (lang: string | undefined, more: Partial<Exported> = {}) =>
  draftOf(plan, { edition: { ...edition, ...(lang !== undefined && { lang }) }, lang: 'cy', ...more })
const THEIRS = ['Mill Lane', 'Our edges', 'From the mill', 'Walk the map', 'asset', 'what we have']
const OURS = ['Nadia', 'Ar waith']

describe('a copy in another language than its plan', () => {
  it('[EXPORT-113] HTML: says it of people’s words; not of ours, of names, or of a line that says one itself', () => {
    const html = writeHtml(pagesOf(copy('en')))
    for (const words of THEIRS) expect(html).toMatch(new RegExp(`<[^>]* lang="en"[^>]*>${words}<`))
    for (const words of OURS) expect(html).not.toMatch(new RegExp(`lang="en"[^>]*>[^<]*${words}`))
    expect(html).toContain('<p lang="cy">Bore da</p>')
    expect(html).toContain('<p lang="en" dir="rtl">صباح الخير</p>')
    const answers = writeHtml(pagesOf(sealed(copy('en'), { wentOn: 'We go on.' })))
    expect(answers).toContain('<p lang="en">We go on.</p>')
  })

  it('[PLAN-138] an item that says its language is in it, and in no other of the plan', () => {
    const box = plan.boxes['living-map.do']
    if (box?.type !== 'list') throw new Error('no list')
    const items = box.items.map((item) => ({ ...item, cells: { ...item.cells, 'first-step': 'Slowly' }, lang: 'pl' }))
    const said = { ...plan, boxes: { ...plan.boxes, 'living-map.do': { ...box, items } } }
    const inEnglish = { ...editionFor(said, 'Mill Lane'), lang: 'en' }
    const html = writeHtml(pagesOf(draftOf(said, { edition: inEnglish, lang: 'cy' })))
    for (const words of ['Walk the map', 'Slowly']) expect(html).toMatch(new RegExp(`<[^>]* lang="pl"[^>]*>${words}<`))
    expect(html).toMatch(/<[^>]* lang="en"[^>]*>From the mill</)
    for (const words of OURS) expect(html).not.toMatch(new RegExp(`lang="pl"[^>]*>[^<]*${words}`))
  })

  it('[EXPORT-113] nothing is said where it is the copy’s own, or nobody said it', () => {
    for (const lang of ['cy', undefined]) expect(writeHtml(pagesOf(copy(lang)))).not.toContain('lang="en"')
    expect(writeHtml(pagesOf(copy('en', { lang: 'en' })))).not.toMatch(/<(p|h\d|dd)[^>]* lang="en"/)
    expect(writeHtml(pagesOf(copy('ur')))).toContain('<p lang="ur" dir="rtl">From the mill</p>')
  })

  it('[EXPORT-113] Word, OpenDocument, PDF and FHIR say it too; Markdown only of lines that say one', async () => {
    const word = fileIn(await writeDocx(pagesOf(copy('pl'))), 'word/document.xml')
    for (const words of THEIRS) {
      const run = word.split('<w:r>').find((one) => one.includes(`>${words}<`)) ?? ''
      expect([words, /<w:lang w:val="(\w+)"/.exec(run)?.[1]]).toEqual([words, 'pl'])
    }
    const odt = fileIn(writeOdt(pagesOf(copy('pl'))), 'content.xml')
    for (const words of THEIRS) {
      const name = new RegExp(`<text:[ph] text:style-name="([^"]+)"[^>]*>${words}<`).exec(odt)?.[1]
      expect(odt).toMatch(new RegExp(`style:name="${name}".*?fo:language="pl"`))
    }
    const data = JSON.stringify(pdfData(pagesOf(copy('pl'))))
    expect(data.match(/"lang":"pl"/g)?.length).toBeGreaterThanOrEqual(THEIRS.length)
    expect(writeFhir(copy('pl'))).toContain('lang=\\"pl\\"')
    expect(writeMarkdown(pagesOf(withoutLanguage(copy('pl'))))).not.toContain('pl"')
  })
})
