import { editionOf, type RichText } from '@withy/shared/plan'
import { anyPlan, buildPlan } from '@withy/shared/testing'
import * as fc from 'fast-check'
import { unzipSync } from 'fflate'
import { SaxesParser } from 'saxes'
import { describe, expect, it } from 'vitest'
import { draftOf, examples, hostile, NAMES, sealed } from '../testing/exported-plans.ts'
import { fileIn, textOfDocx, textOfOdt } from '../testing/text-of-office.ts'
import { expectWordForWord } from '../testing/word-for-word.ts'
import { writeDocx } from './docx.ts'
import { writeOdt } from './odt.ts'
import { pagesOf } from './pages.ts'

const WRITTEN: RichText = [
  { type: 'heading', level: 2, runs: [{ text: 'What we heard' }] },
  {
    type: 'paragraph',
    runs: [
      { text: 'two  spaces, ' },
      { text: 'bold', bold: true },
      { text: ' and\na new line, ' },
      { text: 'a link', link: 'https://example.org/?a=1&b=2' },
    ],
  },
  {
    type: 'numbers',
    items: [
      [{ type: 'paragraph', runs: [{ text: 'one' }] }],
      [{ type: 'bullets', items: [[{ type: 'paragraph', runs: [{ text: 'inside' }] }]] }],
    ],
  },
  { type: 'paragraph', lang: 'ar', dir: 'rtl', runs: [{ text: 'مرحبا بالعالم' }] },
  { type: 'paragraph', lang: 'pt-BR', runs: [{ text: 'Bom dia' }] },
]
const copy = sealed(draftOf(buildPlan('area', { text: { 'place.where': WRITTEN } }), { title: 'Tŷ & ni' }))
const mark = pagesOf(copy).mark
const draft = draftOf(copy.plan, { lang: 'cy' })

/** Every file of XML in it, in order. */
const partsOf = (file: Uint8Array): string[] =>
  Object.keys(unzipSync(file)).filter((name) => /\.(xml|rels)$/.test(name))

const anyCopy = fc
  .record({
    plan: fc.constantFrom('area' as const, 'support' as const).chain(anyPlan),
    lang: fc.constantFrom('en' as const, 'cy' as const),
  })
  .map(({ plan, lang }) =>
    draftOf(plan, { edition: editionOf({ title: 'Ŵyn & *us*', plan, names: NAMES, explained: [] }), lang }),
  )

describe.each([
  ['DOCX', writeDocx, textOfDocx, 4],
  ['ODT', writeOdt, textOfOdt, 20],
] as const)('a plan as %s', (_, write, textOf, runs) => {
  it('[EXPORT-19] [EXPORT-6] holds it word for word: the examples, hostile text in every place, chosen sections, any plan', async () => {
    const some = { ...hostile(), sections: ['living-map'] }
    for (const exported of [...examples('en'), ...examples('cy').slice(0, 1), sealed(hostile()), some])
      expectWordForWord(textOf(await write(pagesOf(exported))), exported)
    await fc.assert(
      fc.asyncProperty(anyCopy, async (exported) => {
        const file = await write(pagesOf(exported))
        expectWordForWord(textOf(file), exported)
        for (const part of partsOf(file)) new SaxesParser({ xmlns: true }).write(fileIn(file, part)).close()
      }),
      { numRuns: runs },
    )
  })

  it('[EXPORT-47] [EXPORT-48] is the same bytes each time', async () => {
    const first = await write(pagesOf(copy))
    await write(pagesOf(draft))
    expect(Buffer.from(await write(pagesOf(copy))).equals(Buffer.from(first))).toBe(true)
  })
})

it('[EXPORT-47] [EXPORT-48] @G2 in large letters no words are smaller than 16 points, and every picture has words', async () => {
  for (const size of ['large', 'largest'] as const) {
    const large = pagesOf(sealed({ ...copy, size }))
    const docx = await writeDocx(large)
    const xml = partsOf(docx)
      .map((part) => fileIn(docx, part))
      .join('\n')
    // Word counts half points. Of the styles those that are used, or stand under one that is.
    const used = new Set(['Normal', ...Array.from(xml.matchAll(/<w:[pr]Style w:val="(\w+)"/g), ([, style]) => style)])
    const styles = Array.from(xml.matchAll(/<w:style .*?w:styleId="(\w+)".*?<\/w:style>/gs))
    const unused = styles.filter(([, style]) => !used.has(style)).map(([whole]) => whole)
    const seen = unused.reduce((rest, style) => rest.replace(style, ''), xml)
    const halves = Array.from(seen.matchAll(/<w:szC?s? w:val="(\d+)"/g), ([, half]) => Number(half))
    expect(halves.length).toBeGreaterThan(3)
    expect(Math.min(...halves)).toBeGreaterThanOrEqual(32)
    const odt = writeOdt(large)
    const open = partsOf(odt)
      .map((part) => fileIn(odt, part))
      .join('\n')
    const points = Array.from(open.matchAll(/fo:font-size="([\d.]+)pt"/g), ([, point]) => Number(point))
    expect(points.length).toBeGreaterThan(3)
    expect(Math.min(...points)).toBeGreaterThanOrEqual(16)
    for (const [picture] of xml.matchAll(/<wp:docPr\b[^>]*>/g)) expect(picture).toMatch(/descr="[^"]+"/)
    for (const [frame] of open.matchAll(/<draw:frame\b.*?<\/draw:frame>/gs)) expect(frame).toMatch(/<svg:desc>[^<]+</)
  }
})

describe('a plan as DOCX', () => {
  it('[EXPORT-47] @G2 has headings, lists, heads of tables that repeat, links, a title, and what it is on each page', async () => {
    const file = await writeDocx(pagesOf(copy))
    const document = fileIn(file, 'word/document.xml')
    const styles = Array.from(document.matchAll(/<w:pStyle w:val="(Title|Heading\d)"/g), ([, style]) => style)
    expect(styles[0]).toBe('Title')
    for (const level of [1, 2, 3, 4]) expect(styles).toContain(`Heading${level}`)
    expect(document.match(/<w:tblHeader\/>/g)).toHaveLength(1)
    expect(document).toMatch(
      /<w:numPr><w:ilvl w:val="1"\/><w:numId w:val="\d+"\/><\/w:numPr><\/w:pPr><w:r><w:t[^>]*>inside/,
    )
    expect(document).toMatch(/<w:bCs\/><\/w:rPr><w:t xml:space="preserve">bold</)
    expect(document).toContain('two  spaces')
    const link = /<w:hyperlink [^>]*r:id="([^"]+)"[^>]*>(?:(?!<\/w:hyperlink>).)*a link/.exec(document)?.[1]
    expect(fileIn(file, 'word/_rels/document.xml.rels')).toMatch(
      new RegExp(`Id="${link}"[^>]*Target="https://example.org/\\?a=1&amp;b=2"`),
    )
    expect(fileIn(file, 'docProps/core.xml')).toMatch(/<dc:title>Tŷ &amp; ni<.*2026-11-21T19:55:00Z/)
    expect(fileIn(file, 'word/header1.xml')).toContain('Agreed version 3')
    expect(fileIn(file, 'word/footer1.xml')).toContain(mark)
    expect(fileIn(await writeDocx(pagesOf(draft)), 'word/header1.xml')).toContain('DRAFFT')
  })

  it('[EXPORT-47] @G2 says the language of the copy, and of a block its own language and direction', async () => {
    const file = await writeDocx(pagesOf(copy))
    expect(fileIn(file, 'word/styles.xml')).toContain('<w:lang w:val="en-GB"/>')
    expect(fileIn(await writeDocx(pagesOf(draft)), 'word/styles.xml')).toContain('<w:lang w:val="cy-GB"/>')
    const document = fileIn(file, 'word/document.xml')
    expect(document).toMatch(/<w:bidi\/><\/w:pPr><w:r><w:rPr><w:rtl\/><w:lang w:val="ar" w:bidi="ar"\/><\/w:rPr>/)
    expect(document).toMatch(/<w:lang w:val="pt-BR"[^>]*\/><\/w:rPr><w:t[^>]*>Bom dia/)
  })
})

describe('a plan as ODT', () => {
  it('[EXPORT-48] @G2 has headings in an outline, lists, rows of heads, links, a title, and what it is on each page', () => {
    const file = writeOdt(pagesOf(copy))
    expect(Buffer.from(file.subarray(30, 38 + 39)).toString()).toBe('mimetypeapplication/vnd.oasis.opendocument.text')
    const content = fileIn(file, 'content.xml')
    for (const level of [1, 2, 3, 4])
      expect(content).toContain(`<text:h text:style-name="Heading_20_${level}" text:outline-level="${level}">`)
    expect(
      content.match(
        /<table:table-header-rows><table:table-row>(<table:table-cell[^>]*><text:p[^>]*>[^<]*<\/text:p>\s*<\/table:table-cell>){4}<\/table:table-row><\/table:table-header-rows>/g,
      ),
    ).toHaveLength(1)
    expect(content).toMatch(
      /<text:list text:style-name="Numbers"><text:list-item>.*<text:list text:style-name="Bullets"><text:list-item><text:p[^>]*>inside/s,
    )
    expect(content).toContain(
      '<text:a xlink:type="simple" xlink:href="https://example.org/?a=1&amp;b=2">a link</text:a>',
    )
    expect(content).toContain('two<text:s text:c="2"/>spaces')
    expect(content).toContain('and<text:line-break/>a new line')
    expect(fileIn(file, 'meta.xml')).toMatch(/<dc:title>Tŷ &amp; ni<.*2026-11-21T19:55:00</s)
    const styles = fileIn(file, 'styles.xml')
    expect(styles).toMatch(/<style:header><text:p[^>]*>Agreed version 3</)
    expect(styles).toMatch(new RegExp(`<style:footer><text:p[^>]*>${mark} · Page <text:page-number`))
    expect(fileIn(writeOdt(pagesOf(draft)), 'styles.xml')).toMatch(/<style:header><text:p[^>]*>DRAFFT</)
  })

  it('[EXPORT-48] @G2 says the language of the copy, and of a block its own language and direction', () => {
    const file = writeOdt(pagesOf(copy))
    expect(fileIn(file, 'styles.xml')).toContain('fo:language="en" fo:country="GB"')
    expect(fileIn(writeOdt(pagesOf(draft)), 'styles.xml')).toContain('fo:language="cy" fo:country="GB"')
    const content = fileIn(file, 'content.xml')
    const styleOf = (words: string) => {
      const name = new RegExp(`<text:p text:style-name="([^"]+)">${words}`).exec(content)?.[1]
      return new RegExp(`<style:style style:name="${name}".*?</style:style>`).exec(content)?.[0] ?? ''
    }
    expect(styleOf('مرحبا')).toContain('style:writing-mode="rl-tb"')
    expect(styleOf('مرحبا')).toContain('style:language-complex="ar"')
    expect(styleOf('Bom dia')).toContain('fo:language="pt" fo:country="BR"')
  })
})
