import { execFileSync } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { wordsOf } from '@withy/shared/testing'
import { parse, serialize } from 'parse5'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Exported } from '../exports/exported.ts'
import { writeHtml } from '../exports/html.ts'
import { pagesOf } from '../exports/pages.ts'
import { createPdfMaker } from '../exports/pdf.ts'
import { bare, examples } from '../testing/exported-plans.ts'
import { smallPdf } from '../testing/small-pdf.ts'
import { tempDir } from '../testing/temp-dir.ts'
import { CannotRead, formOf } from './file-words.ts'
import { isDraft } from './is-draft.ts'
import { readHtml } from './read-html.ts'
import { readJson } from './read-json.ts'
import { readPdf } from './read-pdf.ts'

const [area] = examples('en') as readonly Exported[] as readonly [Exported]
const maker = createPdfMaker()
let pdf: Uint8Array
beforeAll(async () => {
  pdf = await maker.make(area, 'anna')
})
afterAll(() => maker.stop())

const htmlOf = (exported: Exported) => writeHtml(pagesOf(exported))
const bytes = (text: string) => new TextEncoder().encode(text)
const html = (text = htmlOf(area)) => readHtml(bytes(text))
const fileOf = (value: unknown, space = 0) => readJson(bytes(JSON.stringify(value, null, space)))
const whyNot = async (read: () => unknown) => {
  try {
    await read()
    return 'read'
  } catch (err) {
    return err instanceof CannotRead ? err.why : err
  }
}

const canSave = (() => {
  try {
    execFileSync('qpdf', ['--version'])
    return true
  } catch {
    console.warn('qpdf is not here, so PDFs are not saved again. On Debian: apt-get install qpdf')
    return false
  }
})()
/** A PDF as qpdf writes it, with nothing in it packed: what is changed in it may not be longer or shorter. */
async function pdfOpened(): Promise<string> {
  const folder = tempDir()
  const [from, to] = [join(folder, 'from.pdf'), join(folder, 'to.pdf')]
  writeFileSync(from, pdf)
  execFileSync('qpdf', ['--qdf', '--object-streams=disable', from, to])
  return readFileSync(to, 'latin1')
}
/** The shapes of a font begin a little later: each letter is drawn as another one's. */
const shapesMoved = (_: string, head: string, offset: string) => {
  const moved = Buffer.from(offset, 'latin1')
  moved.writeUInt32BE(moved.readUInt32BE() + 100)
  return head + moved.toString('latin1')
}

describe('the words of a copy', () => {
  it('[EXPORT-80] are all there, of a PDF and of a web page, with what stands on each page', async () => {
    for (const { words } of [await readPdf(pdf), html()]) {
      const said = bare(words)
      expect(wordsOf(area.plan).filter((one) => !said.includes(bare(one)))).toEqual([])
    }
    expect((await readPdf(pdf)).words.split('\f').every((page) => page.includes('DRAFT'))).toBe(true)
  })

  it.skipIf(!canSave && !process.env.CI)('[EXPORT-80] are the same in a PDF another program has saved', async () => {
    const folder = tempDir()
    const [from, to] = [join(folder, 'from.pdf'), join(folder, 'to.pdf')]
    writeFileSync(from, pdf)
    const before = await readPdf(pdf)
    for (const how of [
      ['--linearize', '--object-streams=generate'],
      ['--qdf', '--object-streams=disable', '--coalesce-contents'],
    ]) {
      execFileSync('qpdf', [...how, from, to])
      expect(await readPdf(readFileSync(to))).toEqual(before)
    }
    execFileSync('qpdf', ['--encrypt', 'word', 'word', '256', '--', from, to])
    expect(await whyNot(() => readPdf(readFileSync(to)))).toBe('locked')
  })

  // As Chromium writes "Webpage, complete": its own set of letters first, links whole, quotes and line ends its own.
  const savedFrom = (address: string, text = htmlOf(area)) =>
    `<!-- saved from url=(0030)${address} -->\r\n${serialize(parse(text))
      .replace('<head>', '<head><meta http-equiv="Content-Type" content="text/html; charset=UTF-8">')
      .replace('<meta charset="utf-8">', '')
      .replaceAll('href="#', `href="${address}#`)
      .replaceAll('\n', '\r\n')}`

  it('[EXPORT-80] are the same in a web page a browser has saved, which says where its links lead', () => {
    expect(html(serialize(parse(htmlOf(area))))).toEqual(html())
    for (const linksFrom of ['https://withy.example/copy/x', 'file:///home/anna/plan.html'])
      expect(html(savedFrom(linksFrom))).toEqual({ ...html(), linksFrom })
    expect(html(`\ufeff${htmlOf(area).replace('<meta charset="utf-8">', '')}`)).toEqual(html())
    expect(html(htmlOf(area).replace('Brackenford', 'Brackenfort')).words).not.toBe(html().words)
  })

  it('[EXPORT-80] are the same in JSON with its keys in another order, and not with another word', () => {
    const [a, b] = [
      { title: 'Tŷ', plan: [1, { x: 'y' }] },
      { plan: [1, { x: 'y' }], title: 'Tŷ'.normalize('NFD') },
    ]
    expect(fileOf(b, 2)).toEqual(fileOf(a))
    expect(fileOf({ ...a, title: 'Ty' }).words).not.toBe(fileOf(a).words)
  })
})

describe('what somebody did to a copy', () => {
  const words = async (given: Parameters<typeof smallPdf>[0]) => readPdf(smallPdf(given))

  it('[EXPORT-83] shows where something was drawn over words, or typed on top of them', async () => {
    const before = await words({})
    expect(before.words).toContain('Agreed words')
    const covered = await words({ drawn: 'BT /F1 12 Tf 20 100 Td (Agreed words) Tj ET 1 g 10 90 180 30 re f' })
    expect([covered.words === before.words, covered.look === before.look]).toEqual([true, false])
    const note = '<< /Type /Annot /Subtype /FreeText /Rect [10 90 190 120] /Contents (Other words) /DA (/F1 9 Tf) >>'
    expect((await words({ page: '/Annots [6 0 R]', objects: [note] })).words).toContain('Other words')
  })

  it.each([
    ['hidden', '<p>We agree to <span hidden>not</span> pay</p>'],
    ['styled away', '<style>b{display:none}</style><p>We agree to <span>not</span> pay</p>'],
    [
      'styled away in the head',
      '<head><style>span{display:none}</style></head><p>We agree to <span>not</span> pay</p>',
    ],
    ['led elsewhere', '<p onclick="x">We agree to <span>not</span> pay</p>'],
    ['written as one', '<p>We agree to <span>not</span>pay</p>'],
    ['parted', '<p>We a gree to <span>not</span> pay</p>'],
  ])('[EXPORT-83] shows where words of a web page are %s', (_, changed) => {
    const page = (inside: string) => html(`<!doctype html><html>${inside}</html>`)
    const before = page('<p>We agree to <span>not</span> pay</p>')
    const after = page(changed)
    expect(bare(after.words)).toBe(bare(before.words))
    expect(after.look).not.toBe(before.look)
  })

  it.each([
    ['no rule against requests', '<meta http-equiv="Content-Security-Policy"', '<meta name="x"'],
    ['a style from elsewhere', '<title>', '<link rel="stylesheet" href="data:text/css,p{font-size:0}"><title>'],
    ['another page soon', '<title>', '<meta http-equiv="refresh" content="0;url=https://example.org"><title>'],
    ['other letters', '<meta charset="utf-8">', '<meta charset="windows-1251"><meta charset="utf-8">'],
    ['no set of letters', '<meta charset="utf-8">', ''],
    [
      'its set of letters said at its end alone',
      /<meta charset="utf-8">([\s\S]*)<\/body>/,
      '$1<meta charset="utf-8"></body>',
    ],
    ['no kind of page', '<!doctype html>', ''],
    ['a look of its own', '<html lang="en">', '<html lang="en" style="filter:invert(1)">'],
    ['another language', '<html lang="en">', '<html lang="cy">'],
    ['a link that leads elsewhere', 'href="#people"', 'href="https://example.org/#people"'],
    ['words in another place', '</h1>\n<p>A plan about a place</p>', ' A plan about a place</h1>\n<p></p>'],
  ])('[EXPORT-26] shows where a web page has %s', (_, from, to) => {
    const changed = htmlOf(area).replace(from, to)
    expect(changed).not.toBe(htmlOf(area))
    const [before, after] = [html(), html(changed)]
    expect(bare(after.words)).toBe(bare(before.words))
    expect([after.look, after.linksFrom]).not.toEqual([before.look, undefined])
  })

  it.skipIf(!canSave && !process.env.CI).each([
    ['its words in the colour of the paper', /\n0 scn\n/, '\n1 scn\n'],
    ['letters that stand elsewhere', /(\/W \[\s+0\s+0\s+527\s+1\s+1\s+)\d{3}/, '$1999'],
    ['other shapes for its letters', /(glyf[\s\S]{4})([\s\S]{4})/, shapesMoved],
    ['something else for screen readers', /\/S \/H1\n/, '/S /P\n\n'],
  ] as const)('[EXPORT-26] shows where a PDF has %s', async (_, from, to) => {
    const open = await pdfOpened()
    const changed = open.replace(from, to as string)
    expect(changed).not.toBe(open)
    const [before, after] = [await readPdf(pdf), await readPdf(Buffer.from(changed, 'latin1'))]
    expect(bare(after.words)).toBe(bare(before.words))
    expect(after.look).not.toBe(before.look)
  })

  it('[EXPORT-83] is not found in scripts: they are no words, and nothing of them is run', async () => {
    expect(html('<!doctype html><script>globalThis.ran = 1</script><p>Words').words.trim()).toBe('Words')
    const action = '<< /S /JavaScript /JS (globalThis.ran = 1) >>'
    await words({ catalog: '/OpenAction 6 0 R', objects: [action] })
    expect('ran' in globalThis).toBe(false)
  })
})

describe('a file that is none of ours', () => {
  it('[EXPORT-82] is known by how it begins, whatever it is called', () => {
    const forms = ['%PDF-1.7', '\n\n{"a":1}', '<!doctype html>', '<!-- saved --><HTML>', 'PK\u0003\u0004', '', '<svg>']
    expect(forms.map((text) => formOf(bytes(text)))).toEqual(['pdf', 'json', 'html', 'html', null, null, null])
    expect(formOf(bytes('\ufeff{'))).toBe('json')
  })

  it('[EXPORT-82] is said to be damaged or to be too much', async () => {
    expect(await whyNot(() => readPdf(pdf.subarray(0, 5_000)))).toBe('damaged')
    expect(await whyNot(() => readPdf(bytes('%PDF-1.7\nhello')))).toBe('damaged')
    expect(await whyNot(() => html(`<p>${'word '.repeat(2_000_000)}`))).toBe('too-much')
    expect(await whyNot(() => readJson(bytes('{"a":'.repeat(1e5) + '1'.padEnd(1e5 + 1, '}'))))).toBe('damaged')
    expect(await whyNot(() => html('<div>'.repeat(15_000)))).toBe('read')
  })

  it('[EXPORT-84] is a draft where it says so at its beginning, in each language and form', async () => {
    expect([
      isDraft(await readPdf(pdf)),
      isDraft(html()),
      isDraft(fileOf({ withy: 1, status: { is: 'draft', at: 'x' } })),
    ]).toEqual([true, true, true])
    const welsh = html(htmlOf({ ...area, lang: 'cy' }))
    expect([
      isDraft(welsh),
      isDraft(html('<!doctype html><p>DRAFT. A plan')),
      isDraft(fileOf({ status: { is: 'draft' } })),
    ]).toEqual([true, false, false])
  })
})
