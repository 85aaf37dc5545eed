import type { Block, RichText } from '@withy/shared/plan'
import { wordsOfText } from '@withy/shared/plan'
import { HOSTILE_TEXTS } from '@withy/shared/testing'
import * as fc from 'fast-check'
import { strToU8, zipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import type { Brought } from './brought.ts'
import { docxOf, inList, paragraph, run } from './testing-docx.ts'
import { wordsInFile } from './words-in-file.ts'

const read = (name: string, words: string | Uint8Array): Promise<Brought> =>
  wordsInFile(name, typeof words === 'string' ? strToU8(words) : words)
const textOf = (brought: Brought): RichText => {
  if (brought.is !== 'words') throw new Error(`No words: ${brought.is}`)
  return brought.text
}
const p = (text: string): Block => ({ type: 'paragraph', runs: [{ text }] })

describe('a Word file', () => {
  it('[EXPORT-60] gives headings, lists in lists, bold, emphasis, links, line breaks and notes', async () => {
    const file = docxOf(
      [
        paragraph(run('The story of the street'), '<w:pStyle w:val="H2"/>'),
        paragraph(`${run('We ')}${run('sing', '<w:b/>')}${run(' on ', '<w:i/>')}<w:r><w:br/></w:r>${run('Tuesdays')}`),
        paragraph(run('Choir'), inList(1)),
        paragraph(run('Altos'), inList(1, 1)),
        paragraph(run('Orchard'), inList(1)),
        paragraph(run('First'), inList(2)),
        paragraph(
          `<w:hyperlink r:id="good">${run('the hall')}</w:hyperlink><w:r><w:footnoteReference w:id="5"/></w:r>`,
        ),
      ].join(''),
      { links: { good: 'https://hall.example/' } },
    )
    const brought = await read('street.docx', file)
    expect(textOf(brought)).toEqual([
      { type: 'heading', level: 2, runs: [{ text: 'The story of the street' }] },
      {
        type: 'paragraph',
        runs: [{ text: 'We ' }, { text: 'sing', bold: true }, { text: ' on ', italic: true }, { text: '\nTuesdays' }],
      },
      { type: 'bullets', items: [[p('Choir'), { type: 'bullets', items: [[p('Altos')]] }], [p('Orchard')]] },
      { type: 'numbers', items: [[p('First')]] },
      { type: 'paragraph', runs: [{ text: 'the hall', link: 'https://hall.example/' }, { text: '[1]' }] },
      p('[1] From the parish book.'),
    ])
    expect(brought).toMatchObject({ left: { pictures: 0, tables: 0, links: 0 } })
  })

  it('[EXPORT-60] [EXPORT-61] keeps the words of unsafe links and of tables, and says what is different', async () => {
    const cell = (words: string) => `<w:tc>${paragraph(run(words))}</w:tc>`
    const file = docxOf(
      [
        paragraph(`<w:hyperlink r:id="bad">${run('press me')}</w:hyperlink>`),
        `<w:tbl><w:tr>${cell('Who')}${cell('When')}</w:tr><w:tr>${cell('Rosa')}${cell('Tuesday')}</w:tr></w:tbl>`,
        paragraph(
          '<w:r><w:drawing><wp:inline xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"><a:graphic xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><a:graphicData><pic:pic xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture"><pic:blipFill><a:blip r:embed="pic"/></pic:blipFill></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>',
        ),
      ].join(''),
      { links: { bad: 'javascript:alert(1)', pic: 'media/image1.png' } },
    )
    const brought = await read('street.docx', file)
    expect(textOf(brought)).toEqual([p('press me'), p('Who; When'), p('Rosa; Tuesday')])
    expect(brought).toMatchObject({ left: { pictures: 1, tables: 1, links: 1 } })
  })

  it('[EXPORT-61] says what stands beside its text: heads and feet of pages, comments, equations, quotes', async () => {
    const W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
    const M = 'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"'
    const file = docxOf(
      paragraph(run('Sing again'), '<w:pStyle w:val="Q"/>') +
        paragraph(`${run('So ')}<m:oMath ${M}><m:r><m:t>1+1</m:t></m:r></m:oMath>`),
      {
        parts: {
          'word/styles.xml': `<w:styles ${W}><w:style w:type="paragraph" w:styleId="Q"><w:name w:val="Intense Quote"/></w:style></w:styles>`,
          'word/header1.xml': `<w:hdr ${W}>${paragraph(run('The choir'))}</w:hdr>`,
          'word/footer2.xml': `<w:ftr ${W}>${paragraph('')}</w:ftr>`,
          'word/comments.xml': `<w:comments ${W}><w:comment w:id="1">${paragraph(run('Why?'))}</w:comment></w:comments>`,
        },
      },
    )
    const brought = await read('street.docx', file)
    expect(textOf(brought)[0]).toEqual(p('Sing again'))
    expect(brought).toMatchObject({ left: { edges: 1, comments: 1, sums: 1, quotes: 1, rules: 0 } })
  })
})

describe('Markdown', () => {
  it('[EXPORT-60] gives the same blocks and marks; tags stay signs that somebody typed', async () => {
    const brought = await read(
      'notes.md',
      [
        '# Ours',
        '',
        'We **sing _loud_** at [the hall](https://hall.example/) &amp; [here](javascript:alert(1)).',
        '',
        '- Choir',
        '  1. Altos',
        '- [x] Orchard',
        '',
        '> Said Rosa',
        '',
        '#### Deep',
        '',
        '| Who | When |',
        '|---|---|',
        '| Rosa | **Tuesday** |',
        '',
        '---',
        '',
        '![A bench](bench.png) <b>bold?</b>',
        '',
        '<script>alert(1)</script>',
        '',
        '```',
        'a  b',
        '```',
      ].join('\n'),
    )
    expect(textOf(brought)).toEqual([
      { type: 'heading', level: 1, runs: [{ text: 'Ours' }] },
      {
        type: 'paragraph',
        runs: [
          { text: 'We ' },
          { text: 'sing ', bold: true },
          { text: 'loud', bold: true, italic: true },
          { text: ' at ' },
          { text: 'the hall', link: 'https://hall.example/' },
          { text: ' & here.' },
        ],
      },
      {
        type: 'bullets',
        items: [[p('Choir'), { type: 'numbers', items: [[p('Altos')]] }], [p('☑ Orchard')]],
      },
      p('Said Rosa'),
      { type: 'heading', level: 3, runs: [{ text: 'Deep' }] },
      p('Who; When'),
      { type: 'paragraph', runs: [{ text: 'Rosa; ' }, { text: 'Tuesday', bold: true }] },
      p('A bench <b>bold?</b>'),
      p('<script>alert(1)</script>'),
      p('a  b'),
    ])
    expect(brought).toMatchObject({ left: { pictures: 1, tables: 1, links: 1, quotes: 1, rules: 1, edges: 0 } })
  })
})

describe('a text file', () => {
  it('[EXPORT-60] gives a paragraph for what stands between empty lines, whatever wrote it', async () => {
    const words = [p('Bore da, Siân.\nIawn?'), p('# not a heading')]
    const typed = 'Bore da, Siân.\r\nIawn?\r\n\r\n\r\n# not a heading\r\n'
    const latin = Uint8Array.from(typed, (sign) => sign.charCodeAt(0))
    const wide = new Uint8Array([0xff, 0xfe, ...[...typed].flatMap((sign) => [sign.charCodeAt(0), 0])])
    for (const file of [`\uFEFF${typed}`, typed, latin, wide]) expect(textOf(await read('a.txt', file))).toEqual(words)
  })

  it('[EXPORT-60] keeps every word of any text, and never throws', async () => {
    const anyWords = fc.oneof(fc.constantFrom(...HOSTILE_TEXTS), fc.string({ unit: 'grapheme', maxLength: 300 }))
    await fc.assert(
      fc.asyncProperty(anyWords, fc.constantFrom('a.txt', 'a.md'), async (words, name) => {
        const brought = await read(name, words)
        if (brought.is !== 'words') expect(['no-words', 'other-kind']).toContain(brought.is)
        else if (name === 'a.txt')
          expect(wordsOfText(brought.text).join(' ').split(/\s+/).filter(Boolean)).toEqual(
            words
              .replaceAll(/\p{Surrogate}/gu, '\uFFFD')
              .split(/\s+/)
              .filter(Boolean),
          )
      }),
    )
  })
})

describe('a file that cannot be read', () => {
  const big = strToU8(' '.repeat(21_000_000))
  /** What a file says of its own size, in both places where it says it. */
  const saying = (file: Uint8Array, is: number, says: number): Uint8Array => {
    const lying = file.slice()
    const view = new DataView(lying.buffer)
    for (let at = 0; at + 4 <= lying.length; at++) if (view.getUint32(at, true) === is) view.setUint32(at, says, true)
    return lying
  }

  it.each([
    ['too-large', 'a.txt', strToU8(' '.repeat(5_000_001))],
    ['too-large', 'a.docx', docxOf('', { parts: { 'word/more.xml': ' '.repeat(21_000_000) } })],
    ['other-kind', 'a.docx', zipSync({ 'content.xml': strToU8('<office:document-content/>') })],
    ['other-kind', 'a.txt', new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13])],
    ['locked', 'a.docx', new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1])],
    ['damaged', 'a.docx', docxOf(paragraph(run('half'))).slice(0, 300)],
    ['damaged', 'a.docx', docxOf('<w:p><w:r>')],
    ['no-words', 'a.docx', docxOf(paragraph(''))],
    ['no-words', 'a.md', new Uint8Array()],
    ['too-many', 'a.txt', strToU8('word '.repeat(40_001))],
    ['too-many', 'a.txt', strToU8('a\n\n'.repeat(5_001))],
  ] as const)('[EXPORT-63] is called %s: %s', async (why, name, bytes) => {
    expect(await wordsInFile(name, bytes)).toEqual({ is: why })
  })

  it('[EXPORT-63] is not unpacked past the size it says it has', async () => {
    const bomb = zipSync({ 'word/document.xml': big, '_rels/.rels': strToU8('<x/>') })
    expect(await wordsInFile('a.docx', bomb)).toEqual({ is: 'too-large' })
    const before = process.memoryUsage().arrayBuffers
    expect(await wordsInFile('a.docx', saying(bomb, big.length, 1_000))).toEqual({ is: 'damaged' })
    expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(10_000_000)
  })
})
