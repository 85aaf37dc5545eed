import { editionOf, type PlanKind } from '@withy/shared/plan'
import { anyPlan, buildPlan } from '@withy/shared/testing'
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { draftOf, examples, hostile, NAMES, sealed } from '../testing/exported-plans.ts'
import { htmlOfMarkdown } from '../testing/html-of-markdown.ts'
import { textOfHtml } from '../testing/text-of-html.ts'
import { expectWordForWord } from '../testing/word-for-word.ts'
import type { Exported } from './exported.ts'
import { writeHtml } from './html.ts'
import { writeMarkdown } from './markdown.ts'
import { pagesOf } from './pages.ts'
import { writeText } from './plain-text.ts'

/** Each format, and what its own reader gives of it. */
const READERS: Readonly<Record<string, (exported: Exported) => string>> = {
  HTML: (exported) => textOfHtml(writeHtml(pagesOf(exported))),
  Markdown: (exported) => textOfHtml(htmlOfMarkdown(writeMarkdown(pagesOf(exported)))),
  'plain text': (exported) => writeText(pagesOf(exported)),
}

const anyCopy = (kind: PlanKind): fc.Arbitrary<Exported> =>
  fc
    .record({ plan: anyPlan(kind), lang: fc.constantFrom('en' as const, 'cy' as const), isSealed: fc.boolean() })
    .map(({ plan, lang, isSealed }) => {
      const explained = [{ word: 'deeds', meaning: '<b>*What* we do</b>' }]
      const edition = editionOf({ title: 'Ŵyn & *us*', plan, names: NAMES, explained })
      const copy = draftOf(plan, { edition, lang })
      return isSealed ? sealed(copy) : copy
    })

describe.each(Object.entries(READERS))('a plan as %s, word for word', (_, read) => {
  it.each([...examples('en'), ...examples('cy')])('[EXPORT-19] of $name in $lang', (exported) => {
    expectWordForWord(read(exported), exported)
  })

  it('[EXPORT-19] [EXPORT-6] of hostile text in every place, also of chosen sections', () => {
    const exported = hostile()
    expectWordForWord(read(exported), exported)
    const some = { ...exported, sections: ['living-map'] }
    expectWordForWord(read(some), some)
  })
})

it.each(['area', 'support'] as const)(
  '[EXPORT-19] [EXPORT-6] any plan (%s) is in each format word for word',
  (kind) => {
    fc.assert(
      fc.property(anyCopy(kind), (exported) => {
        for (const read of Object.values(READERS)) expectWordForWord(read(exported), exported)
      }),
      { numRuns: 20 },
    )
  },
)

describe('a plan as Markdown', () => {
  it('[EXPORT-20] turns nothing that people typed into markup', () => {
    const OURS = /^(?:h[1-6]|p|ul|ol|li|strong|em|a|br|blockquote|div)$/
    fc.assert(
      fc.property(anyCopy('area'), (exported) => {
        const html = htmlOfMarkdown(writeMarkdown(pagesOf(exported)))
        const tags = Array.from(html.matchAll(/<([a-z0-9]+)/g), ([, tag = '']) => tag)
        expect(tags.filter((tag) => !OURS.test(tag))).toEqual([])
        const links = Array.from(html.matchAll(/<a href="([^"]*)"/g), ([, href]) => href)
        expect(
          links.filter((href) => !/^(https:\/\/example\.org|mailto:a@example\.org|tel:\+44)/.test(href ?? '')),
        ).toEqual([])
      }),
      { numRuns: 30 },
    )
  })

  it('[EXPORT-20] takes no longer than its words are long', () => {
    const spaces = ' '.repeat(1_000_000)
    const plan = buildPlan('area', { text: { 'place.where': [`one${spaces}two`] } })
    const from = performance.now()
    expect(writeMarkdown(pagesOf(draftOf(plan)))).toContain(`one${spaces}two`)
    expect(performance.now() - from).toBeLessThan(3_000)
  })

  it('[EXPORT-20] keeps bold, italic, lists, links and headings, and says the language of a block', () => {
    const run = (text: string, marks = {}) => ({ text, ...marks })
    const text = [
      { type: 'heading', level: 2, runs: [run('Heading')] },
      {
        type: 'paragraph',
        runs: [
          run('some '),
          run('bold ', { bold: true }),
          run('and '),
          run('both', { bold: true, italic: true }),
          run(' '),
          run('a link', { link: 'https://example.org/?a=1&copy=2_3' }),
        ],
      },
      {
        type: 'numbers',
        items: [
          [{ type: 'paragraph', runs: [run('one\nline two')] }],
          [{ type: 'bullets', items: [[{ type: 'paragraph', runs: [run('in')] }]] }],
        ],
      },
      { type: 'paragraph', lang: 'ar', dir: 'rtl', runs: [run('مرحبا')] },
    ] as const
    const own = [{ id: 'o', title: 'Ours', text, actions: [], removedActions: [] }]
    const html = htmlOfMarkdown(writeMarkdown(pagesOf(draftOf({ ...(examples('en')[0] as Exported).plan, own }))))
    for (const found of [
      '<h5>Heading</h5>',
      'some <strong>bold</strong> and <em><strong>both</strong></em> <a href="https://example.org/?a=1&amp;copy=2_3">a link</a>',
      'one<br>\nline two',
      '<li>in</li>',
      '<div lang="ar" dir="rtl">\n<p>مرحبا</p>\n</div>',
    ])
      expect(html).toContain(found)
  })
})

describe('a plan as plain text', () => {
  it('[EXPORT-21] @G6 has a line a paragraph, signs for lists that Braille has, and draws nothing', () => {
    const long = 'word '.repeat(400).trim()
    const own = [
      {
        id: 'o',
        title: 'Ours',
        text: [{ type: 'paragraph', runs: [{ text: long }] }],
        actions: [],
        removedActions: [],
      },
    ] as const
    const text = writeText(pagesOf(sealed(draftOf({ ...(examples('en')[0] as Exported).plan, own }))))
    const lines = text.split('\n')
    expect(lines).toContain(long)
    expect(text).not.toMatch(/[\u2500-\u25ff]|^\s*[*=_|+]{2,}/mu)
    const link = 'https://example.org/'
    const linked = (runs: object[]) =>
      writeText(
        pagesOf(draftOf(buildPlan('area', { text: { 'place.where': [{ type: 'paragraph', runs }] as never } }))),
      )
    expect(
      linked([{ text: 'See ' }, { text: 'our ', link }, { text: 'map', link, bold: true }, { text: '.' }]),
    ).toContain('\nSee our map (https://example.org/).\n')
    expect(
      linked([
        { text: 'https://', link },
        { text: 'example.org/', link, bold: true },
      ]),
    ).toContain('\nhttps://example.org/\n')
    expect(lines[0]).toMatch(/^Agreed version 3 [0-9A-Z-]{14}\/EN\/[0-9A-Z]{8}$/)
    expect(lines.at(-2)).toBe(lines[0])
    expect(text).toContain(
      '- Kofi\n  Who they are here: I use care or support\n  What they said: I do not agree, because\n',
    )
  })
})

it('[EXPORT-21] @G6 in plain text each heading is marked by its level, none is left out, and no line is of signs alone', () => {
  for (const exported of [...examples('en'), ...examples('cy'), sealed(draftOf(buildPlan('area')))]) {
    const pages = pagesOf(exported)
    const lines = writeText(pages).split('\n')
    const marked = lines.filter((line) => /^#+ \S/.test(line))
    const headings = pages.nodes.flatMap((node) => (node.is === 'heading' ? [node] : []))
    expect(marked.length).toBeGreaterThanOrEqual(headings.length + 1)
    expect(marked[0]).toBe(`# ${pages.title}`)
    for (const { level, runs } of headings)
      expect(marked).toContain(`${'#'.repeat(level + 1)} ${runs.map(({ text }) => text).join('')}`)
    const levels = marked.map((line) => /^#+/.exec(line)?.[0].length ?? 0)
    levels.forEach((level, n) => {
      expect(level - (levels[n - 1] ?? 0)).toBeLessThanOrEqual(1)
    })
    expect(lines.filter((line) => line.trim() !== '' && !/[\p{L}\p{N}]/u.test(line))).toEqual([])
  }
})

it('[EXPORT-23] [EXPORT-6] a word of a megabyte, and as many spaces between two, are in each format as fast as other words', {
  timeout: 60_000,
}, async () => {
  const text = ['w'.repeat(2 ** 20), `two${' '.repeat(2 ** 20)}ends`]
  const exported = draftOf(buildPlan('area', { text: { 'place.where': text } }))
  const began = performance.now()
  for (const write of [writeHtml, writeMarkdown, writeText]) expect(write(pagesOf(exported))).toContain(text[0])
  // Milliseconds where nothing is wrong; minutes where an expression looks at each space from each space.
  expect(performance.now() - began).toBeLessThan(10_000)
})
