import { readCopyMarks } from '@withy/shared/api'
import { EXAMPLES, exampleInEasyWords } from '@withy/shared/examples'
import type { Language, Plan } from '@withy/shared/plan'
import { buildPlan, HOSTILE_TEXTS } from '@withy/shared/testing'
import { unzipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { bare, draftOf, editionFor, sealed } from '../testing/exported-plans.ts'
import { textOfHtml } from '../testing/text-of-html.ts'
import { fileIn, textOfDocx, textOfOdt } from '../testing/text-of-office.ts'
import { writeDocx } from './docx.ts'
import type { Exported } from './exported.ts'
import { writeHtml } from './html.ts'
import { writeMarkdown } from './markdown.ts'
import { type Node, textIn } from './nodes.ts'
import { writeOdt } from './odt.ts'
import { pagesOf } from './pages.ts'
import { writeText } from './plain-text.ts'

const easyOf = (plan: Plan, given: Partial<Exported> = {}): Exported => draftOf(plan, { size: 'easy', ...given })
const example = (lang: Language, given: Partial<Exported> = {}): Exported =>
  easyOf(exampleInEasyWords('rosa-tillingham', lang), { lang, ...given })

const rowsIn = (nodes: readonly Node[]) => nodes.flatMap((node) => (node.is === 'easy' ? node.rows : []))
const linesOf = (nodes: readonly Node[]): string[] =>
  nodes.flatMap((node): string[] => {
    if ('runs' in node) return [textIn(node.runs)]
    if (node.is === 'note') return linesOf(node.inside)
    if (node.is === 'facts') return node.facts.map(({ label, runs }) => `${label}: ${textIn(runs)}`)
    return node.is === 'easy' ? node.rows.map(({ runs }) => textIn(runs)) : [node.is]
  })
const said = (exported: Exported): string[] => linesOf(pagesOf(exported).nodes)
const wordsIn = (plan: Plan): string[] =>
  Object.entries(plan.boxes).flatMap(([key, box]) =>
    key.startsWith('easy:') && box.type === 'list'
      ? box.items.map(({ cells }) => String(cells.words ?? cells['words-cy']))
      : [],
  )

const CHECK = { by: 'Ann', on: '2026-11-03', supporter: 'Sam', rows: 'of other rows' }
const two = buildPlan('area', {
  text: { 'our-story.story': ['We know each other.'] },
  easy: { place: [{ words: 'By the mill.', picture: 'home' }], power: [{ words: 'We choose.', picture: 'choose' }] },
})

describe('a copy in Easy Read', () => {
  it.each(['en', 'cy'] as const)(
    '[EASY-30] @E7 has each row once, in order, and none of the full text (%s)',
    (lang) => {
      const rows = rowsIn(pagesOf(example(lang)).nodes).map(({ runs }) => textIn(runs))
      expect(rows).toEqual(wordsIn(exampleInEasyWords('rosa-tillingham', lang)))
      expect(rows.length).toBeGreaterThan(80)
      expect(said(example(lang)).join()).not.toContain('Yellow card means slow down')
    },
  )

  it('[EASY-31] @E7 says first that it is a draft, and whether it was checked', () => {
    for (const [lang, words] of [
      ['en', 'Easy Read. Not checked yet.'],
      ['cy', 'Hawdd ei Ddeall. Heb ei wirio eto.'],
    ] as const) {
      const lines = said(example(lang))
      expect(lines[1]).toMatch(/^DRAFF?T/)
      expect(lines[2]).toBe(words)
    }
    expect(said(easyOf(buildPlan('area')))[2]).toBe('Easy Read. Not checked yet.')
  })

  it('[EASY-31] says whose check it was; where parts differ, each says its own and the first line promises no more', () => {
    const one = { ...two, easyChecked: { place: CHECK } }
    expect(said(easyOf(one))[2]).toBe('Easy Read. Some parts are not checked yet.')
    expect(
      said(easyOf(one))
        .filter((line) => /hecked/.test(line))
        .slice(1),
    ).toEqual(['Changed since it was checked with Ann on 3 November 2026, with Sam supporting.', 'Not checked yet.'])
    const both = { ...two, easyChecked: { place: CHECK, power: CHECK } }
    expect(said(easyOf(both)).filter((line) => /hecked/.test(line))).toEqual([
      'Easy Read. Changed since it was checked with Ann on 3 November 2026, with Sam supporting.',
    ])
    const each = { ...two, easyChecked: { place: CHECK, power: { ...CHECK, by: 'Bo' } } }
    expect(said(easyOf(each))[2]).toBe('Easy Read. Each part says who checked it.')
  })

  it('[EASY-32] says what hard words mean, the plan’s own meaning first, beside the part they stand in', () => {
    const plan = buildPlan('area', { easy: { place: ['My advocates read the deeds.', 'We need an assessment.'] } })
    const edition = editionFor(plan, 'T', [
      { word: 'Deed', meaning: 'A paper that says who owns a house.' },
      { word: 'Ward', meaning: 'A part of a town.' },
    ])
    expect(said(easyOf(plan, { edition })).slice(-4)).toEqual([
      'This means…',
      'Deed: A paper that says who owns a house.',
      'advocates: someone who speaks up for me',
      'assessment: finding out what I need',
    ])
    expect(said(easyOf(plan, { edition, sections: ['place'] })).join()).not.toContain('who owns a house')
  })

  it('[EASY-34] names the parts that have no easy words, and of chosen sections what is left out', () => {
    expect(said(easyOf(two)).at(-1)).toBe('These parts have no easy words yet: Our shared story.')
    const some = said(easyOf(two, { sections: ['place'] })).join('\n')
    expect(some).toContain('This copy holds a part of the plan')
    expect(some).not.toContain('We choose.')
    expect(some).not.toContain('no easy words yet')
  })

  it('[EASY-30] of an agreed version says which, and that what people answered is elsewhere', () => {
    const lines = said(sealed(example('en')))
    expect(lines.join('\n')).toMatch(/Agreed on .* Version 3\./)
    expect(lines).toContain('The whole plan also says what each person answered.')
    expect(lines.join()).not.toContain('The bus still does not come')
    const [mark] = readCopyMarks(pagesOf(sealed(example('cy'))).mark)
    expect(mark).toMatchObject({ lang: 'cy', size: 'easy' })
  })

  it('[EASY-33] has the words alone of a picture it does not have, and what the picture shows where there are no words', () => {
    const plan = buildPlan('area', {
      easy: {
        place: [
          { words: 'By the mill.', picture: 'a-later-one' },
          { words: '', picture: 'home' },
        ],
      },
    })
    expect(rowsIn(pagesOf(easyOf(plan)).nodes)).toEqual([
      { runs: [{ text: 'By the mill.' }] },
      { runs: [{ text: 'A house' }], picture: 'home' },
    ])
  })

  it('[EASY-33] @E7 as a web page has each picture in it, told to nobody, and still asks for nothing and runs nothing', () => {
    const html = writeHtml(pagesOf(example('en')))
    expect(html.match(/<ul class="easy" role="list">/g)?.length).toBe(29)
    const rows = html.match(/<li><svg aria-hidden="true" xmlns=.*?<\/svg><p>/gs) ?? []
    expect(rows).toHaveLength(wordsIn(exampleInEasyWords('rosa-tillingham', 'en')).length)
    expect(html).toContain("content=\"default-src 'none'; style-src 'unsafe-inline'\"")
    expect(html).not.toMatch(/<(script|img|link|iframe|object|use|image|foreignObject)\b/)
    const tags = html.match(/<[a-z][^>]*>/g) ?? []
    expect(tags.filter((tag) => /\s(src|href="http|on[a-z]+|style)=/.test(tag))).toEqual([])
  })

  it('[EASY-33] @E7 as a Word file has letters of 18 point, rows that are not split, and pictures as shapes and points, marked as decoration', async () => {
    const bytes = await writeDocx(pagesOf(example('en')))
    const document = fileIn(bytes, 'word/document.xml')
    const rows = wordsIn(exampleInEasyWords('rosa-tillingham', 'en')).length
    expect(document.match(/<w:cantSplit\/>/g)).toHaveLength(rows)
    expect(document.match(/<asvg:svgBlip /g)).toHaveLength(rows)
    expect(document.match(/<adec:decorative [^>]*val="1"/g)).toHaveLength(rows)
    const drawn = document.split('<w:cantSplit/>').slice(1)
    expect(
      drawn.filter((row) => row.indexOf('<w:drawing>') > row.indexOf('<w:t ')),
      'pictures left',
    ).toEqual([])
    // Three centimetres, in Word's own measure.
    for (const [, side] of document.matchAll(/<wp:extent cx="(\d+)"/g)) expect(Number(side) / 360_000).toBeCloseTo(3, 1)
    expect(fileIn(bytes, 'word/styles.xml')).toContain('<w:sz w:val="36"/>')
    expect(fileIn(bytes, 'word/styles.xml')).toContain('w:line="300" w:lineRule="auto"')
    const media = Object.entries(unzipSync(bytes)).filter(([name]) => name.startsWith('word/media/'))
    const png = media.filter(([name]) => name.endsWith('.png'))
    expect(png.length).toBe(media.length / 2)
    for (const [, data] of png) expect(Buffer.from(data.subarray(0, 8)).toString('latin1')).toBe('\x89PNG\r\n\x1a\n')
  })

  it('[EASY-33] @E7 as an OpenDocument has letters of 18 point, rows that are not split, and the pictures', () => {
    const bytes = writeOdt(pagesOf(example('cy')))
    const rows = wordsIn(exampleInEasyWords('rosa-tillingham', 'cy')).length
    const content = fileIn(bytes, 'content.xml')
    expect(content.match(/table:style-name="EasyRow"/g)).toHaveLength(rows)
    expect(content).toContain('fo:keep-together="always"')
    expect(content.match(/svg:width="3cm" svg:height="3cm"/g)).toHaveLength(rows)
    expect(fileIn(bytes, 'styles.xml')).toContain('fo:font-size="18pt"')
    const files = Object.keys(unzipSync(bytes))
    const named = [...content.matchAll(/xlink:href="(Pictures\/[^"]+)"/g)].map(([, name]) => name)
    expect(named.filter((name) => !files.includes(name ?? ''))).toEqual([])
    for (const name of named) expect(fileIn(bytes, 'META-INF/manifest.xml')).toContain(`"${name}"`)
  })

  it('[EASY-30] as text and Markdown has one idea a line, and no picture', () => {
    const pages = pagesOf(example('en'))
    expect(writeText(pages)).toContain('\n- I love my dog, Biscuit.\n- I love to sing.\n')
    expect(writeMarkdown(pages)).toContain('- I love my dog, Biscuit.\n\n- I love to sing.')
  })

  it('[EASY-30] shows hostile words as words in each format', async () => {
    const plan = buildPlan('area', { easy: { place: HOSTILE_TEXTS.map((words) => ({ words, picture: 'home' })) } })
    const pages = pagesOf(easyOf(plan))
    for (const text of [textOfHtml(writeHtml(pages)), textOfDocx(await writeDocx(pages)), textOfOdt(writeOdt(pages))])
      for (const words of HOSTILE_TEXTS) expect(bare(text)).toContain(bare(words))
    expect(writeHtml(pages)).not.toMatch(/<(script|img)\b/)
  })

  it('[EASY-41] has words of two languages side by side in each format, the copy’s first, and says which the other is', async () => {
    const rows: Record<string, string>[] = [
      { words: 'By the mill.', 'words-cy': 'Wrth y felin.', picture: 'home' },
      { words: 'It is quiet.' },
      { words: 'Rydyn ni’n dewis.', 'words-en': 'We choose.' },
    ]
    const plan = buildPlan('area', { easy: { place: rows } })
    const drawn = (lang: Language) => rowsIn(pagesOf(easyOf(plan, { lang })).nodes)
    expect(drawn('en')).toEqual([
      {
        runs: [{ text: 'By the mill.' }],
        picture: 'home',
        beside: [{ runs: [{ text: 'Wrth y felin.' }], lang: 'cy' }],
      },
      { runs: [{ text: 'It is quiet.' }] },
      { runs: [{ text: 'We choose.' }], beside: [{ runs: [{ text: 'Rydyn ni’n dewis.' }], lang: 'cy' }] },
    ])
    expect(drawn('cy')[0]).toMatchObject({ runs: [{ text: 'Wrth y felin.' }], beside: [{ lang: 'en' }] })
    const pages = pagesOf(easyOf(plan))
    expect(writeHtml(pages)).toContain('<div class="sides"><p>By the mill.</p><p lang="cy">Wrth y felin.</p></div>')
    expect(writeHtml(pages)).toContain('<li><p>It is quiet.</p></li>')
    const document = fileIn(await writeDocx(pages), 'word/document.xml')
    const [, ...cells] = document.split('<w:cantSplit/>').map((row) => row.split('<w:tc>').length - 1)
    expect(cells).toEqual([3, 2, 3])
    expect(document.match(/<w:gridSpan w:val="2"\/>/g)).toHaveLength(1)
    expect(document).toMatch(/<w:lang w:val="cy"[^>]*\/><\/w:rPr><w:t[^>]*>Wrth y felin\./)
    const content = fileIn(writeOdt(pages), 'content.xml')
    expect(content).toContain('table:style-name="EasyWords2" table:number-columns-repeated="2"')
    expect(content.match(/table:number-columns-spanned="2"/g)).toHaveLength(1)
    const style = /style:name="(P\d+)"[^>]*><style:text-properties fo:language="cy"/.exec(content)?.[1]
    expect(content).toContain(`<text:p text:style-name="${style}">Wrth y felin.`)
    expect(writeText(pages)).toContain('\n- By the mill.\n  Wrth y felin.\n- It is quiet.\n')
    expect(writeMarkdown(pages)).toContain('- By the mill.\n\n  <div lang="cy">\n\n  Wrth y felin.\n\n  </div>')
  })

  it('[EASY-40] of the whole plan stand under their words, with their language said', async () => {
    const plan = buildPlan('area', { easy: { place: [{ words: 'By the mill.', 'words-cy': 'Wrth y felin.' }] } })
    expect(writeHtml(pagesOf(draftOf(plan)))).toContain('<dt>In Welsh</dt><dd lang="cy">Wrth y felin.</dd>')
    expect(writeHtml(pagesOf(draftOf(plan, { lang: 'cy' })))).toContain('<dt>Yn Gymraeg</dt><dd>Wrth y felin.</dd>')
    const document = fileIn(await writeDocx(pagesOf(draftOf(plan))), 'word/document.xml')
    expect(document).toMatch(/<w:lang w:val="cy"[^>]*\/><\/w:rPr><w:t[^>]*>Wrth y felin\./)
  })

  it('[EASY-30] is of either example, in either language', () => {
    for (const id of Object.keys(EXAMPLES) as (keyof typeof EXAMPLES)[])
      for (const lang of ['en', 'cy'] as const)
        expect(said(easyOf(exampleInEasyWords(id, lang), { lang })).join()).not.toMatch(
          /no easy words|Does dim geiriau/,
        )
  })
})
