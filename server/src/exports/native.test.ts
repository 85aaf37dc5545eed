import { ANNEX_WORDS } from '@withy/shared/api'
import { changesBetween, type RichText, textWith } from '@withy/shared/plan'
import { buildPlan } from '@withy/shared/testing'
import * as fc from 'fast-check'
import { unzipSync } from 'fflate'
import { SaxesParser } from 'saxes'
import { describe, expect, it } from 'vitest'
import { draftOf, hostile } from '../testing/exported-plans.ts'
import { aboutBox, hostileTalk, suggestionOf, threadOf, withTalk } from '../testing/talk-about.ts'
import { fileIn, textOfDocx } from '../testing/text-of-office.ts'
import { linesAfter } from '../testing/tracked-in-docx.ts'
import { writeDocx } from './docx.ts'
import { nativeTalk } from './native-talk.ts'
import { pagesOf } from './pages.ts'

const paragraph = (text: string) => ({ type: 'paragraph', runs: [{ text }] }) as const
const draftWith = (text: RichText) => draftOf(buildPlan('area', { text: { 'place.where': text } }))
const TEXT: RichText = [
  paragraph('The mill is old. The bus stops at the mill. We walk.'),
  { type: 'bullets', items: [[paragraph('The mill pond is deep.')], [paragraph('Ask Rosa.')]] },
]
const AT = '2026-11-21T18:00:00.000Z'
const annexOf = (more: object) => ({ annex: 1, at: AT, threads: [], suggestions: [], ...more }) as const
const docxOf = (text: RichText, more: object) => writeDocx(pagesOf(withTalk(draftWith(text), annexOf(more), 'native')))

/** What somebody offers who would have a text read otherwise. */
const offered = (was: RichText, proposed: RichText, name = 'Priya') => ({
  ...suggestionOf('', '', { name }),
  changes: changesBetween(was, proposed).map(({ id, ...change }) => ({ ...change, needs: [], yes: [], fate: null })),
})

/** The plan's words as they stand in a copy, line by line, without what was said and empty lines. */
const plainLines = (lines: readonly string[]): string[] => {
  // In the list of contents first.
  const annex = lines.lastIndexOf(ANNEX_WORDS.title.en)
  const end = annex < 0 ? lines.length : annex
  return lines
    .slice(0, end)
    .map((line) => line.replace(/\s+/g, ' ').trim())
    .filter((line) => line !== '' && line !== ANNEX_WORDS.title.en)
}
const withoutTalk = async (text: RichText) =>
  plainLines(linesAfter(await writeDocx(pagesOf(draftWith(text))), 'accept'))

describe('comments in a copy for Word', () => {
  // Gone through whole for each comment, it took many times as long.
  it('[TALK-89] take a moment, also thousands about one long text', { timeout: 60_000 }, () => {
    const text = Array.from({ length: 800 }, (_, n) =>
      paragraph(`In week ${n} we went out. It was good and we saw ducks.`),
    )
    const threads = Array.from({ length: 4_000 }, (_, n) =>
      threadOf(['Why so?'], {
        about: aboutBox({ words: { quote: `week ${n % 800} we`, before: 'In ', after: ' went' } }),
      }),
    )
    const before = process.cpuUsage()
    const { rest, comments } = nativeTalk(draftWith(text).edition, annexOf({ threads }), 'en')
    const { user, system } = process.cpuUsage(before)
    expect([rest.threads.length, comments.length]).toEqual([0, 4_000])
    expect((user + system) / 1e6).toBeLessThan(5)
  })

  it('[TALK-89] take a moment, also where a quote stands in thousands of places', () => {
    const words = { quote: 'a'.repeat(100), before: `b${'a'.repeat(59)}`, after: 'a'.repeat(60) }
    const threads = Array.from({ length: 50 }, () => threadOf(['Why so?'], { about: aboutBox({ words }) }))
    const { edition } = draftWith([paragraph('a'.repeat(90_000))])
    const before = process.cpuUsage()
    expect(nativeTalk(edition, annexOf({ threads }), 'en').rest.threads).toEqual([])
    const { user, system } = process.cpuUsage(before)
    expect((user + system) / 1e6).toBeLessThan(1)
  })

  it('[TALK-89] cut no sign of the plan in two, where what they are about ends within one', async () => {
    const words = { quote: 'I am \uD83D', before: '', after: '' }
    const file = await docxOf([paragraph('I am \u{1F600} here.')], {
      threads: [threadOf(['So?'], { about: aboutBox({ words }) })],
    })
    expect(fileIn(file, 'word/document.xml')).toContain('I am \u{1F600}')
  })

  it('[TALK-89] stand at the words they are about, told apart by what is around them, with answers and what is settled', async () => {
    const words = { quote: 'mill', before: 'The bus stops at the ', after: '. We walk.' }
    const file = await docxOf(TEXT, {
      threads: [
        threadOf(['Which mill?\nThe old one?', 'The upper one.', null], { about: aboutBox({ words }) }),
        threadOf([''], {
          kind: 'meaning',
          about: aboutBox({ words: { ...words, quote: 'pond is', before: '', after: '' } }),
        }),
        threadOf(['All of it is good.'], { settled: { name: 'Rosa', at: AT } }),
      ],
    })
    const document = fileIn(file, 'word/document.xml')
    const between = (id: number) =>
      new RegExp(`<w:commentRangeStart w:id="${id}"/>(.*?)<w:commentRangeEnd w:id="${id}"/>`, 's')
        .exec(document)?.[1]
        ?.replace(/<w:t(?: [^>]*)?>([^<]*)<\/w:t>/g, '$1')
        .replace(/<[^>]*>/g, '')
    expect([0, 1, 2].map(between)).toEqual(['mill', 'mill', 'mill'])
    expect(between(3)).toBe('pond is')
    expect(between(4)).toBe('The place')
    expect(document).toMatch(/The bus stops at the <\/w:t><\/w:r><w:commentRangeStart w:id="0"\/>/)
    const comments = fileIn(file, 'word/comments.xml')
    const authors = Array.from(comments.matchAll(/<w:comment [^>]*w:author="([^"]*)"/g), ([, name]) => name)
    expect(authors).toEqual(['Guest 0', 'Guest 1', 'Guest 2', 'Guest 0', 'Guest 0'])
    for (const said of ['Which mill?', 'The old one?', ANNEX_WORDS.removed.en, ANNEX_WORDS.meaning.en])
      expect(comments).toContain(said)
    const threads = fileIn(file, 'word/commentsExtended.xml')
    expect(threads.match(/w15:paraIdParent=/g)).toHaveLength(2)
    expect(threads.match(/w15:done="1"/g)).toHaveLength(1)
    expect(await withoutTalk(TEXT)).toEqual(plainLines(linesAfter(file, 'accept')))
  })

  it('[TALK-89] whose words are not there any more stand at the end, with what they were about', async () => {
    const about = aboutBox({ words: { quote: 'railway', before: '', after: '' }, isThere: false })
    const file = await docxOf(TEXT, { threads: [threadOf(['Which railway?'], { about })] })
    expect(textOfDocx(file)).toMatch(
      /About words that are not there now, as they are quoted here: “railway”\n.*Which railway\?/,
    )
    expect(textOfDocx(file)).toContain(ANNEX_WORDS.noPart.en)
    expect(fileIn(file, 'word/comments.xml')).toBe('')
  })
})

describe('suggested words in a copy for Word', () => {
  const PROPOSED: RichText = [
    paragraph('The mill is very old. We walk.'),
    {
      type: 'bullets',
      items: [[paragraph('The mill pond is deep.')], [paragraph('Ask Rosa first.')], [paragraph('Or Kofi.')]],
    },
  ]

  it('[TALK-90] are tracked: who says no to all has the words of the plan, who says yes the words that were offered', async () => {
    const suggestion = offered(TEXT, PROPOSED)
    const file = await docxOf(TEXT, { suggestions: [{ ...suggestion, why: 'So that it is right' }] })
    expect(plainLines(linesAfter(file, 'reject'))).toEqual(await withoutTalk(TEXT))
    expect(plainLines(linesAfter(file, 'accept'))).toEqual(await withoutTalk(PROPOSED))
    const document = fileIn(file, 'word/document.xml')
    expect(document).toMatch(/<w:ins w:id="\d+" w:author="Priya" w:date="2026-11-21T18:00:00Z">/)
    expect(document).toMatch(/<w:del w:id="\d+" w:author="Priya"/)
    const ids = Array.from(document.matchAll(/<w:(?:ins|del) w:id="(\d+)"/g), ([, id]) => id)
    expect(new Set(ids).size).toBe(ids.length)
    expect(fileIn(file, 'word/comments.xml')).toContain('So that it is right')
  })

  it('[TALK-90] of any text, to any other', async () => {
    const anyLine = fc
      .array(fc.constantFrom('The mill is old.', 'We walk.', 'Ask Rosa?', 'It rains!', 'Buses stop\nhere.'), {
        minLength: 1,
        maxLength: 4,
      })
      .map((said) => paragraph(said.join(' ')))
    const anyText = fc.array(
      fc.oneof(
        anyLine,
        fc
          .array(anyLine, { minLength: 1, maxLength: 3 })
          .map((lines) => ({ type: 'bullets' as const, items: lines.map((line) => [line]) })),
      ),
      { minLength: 1, maxLength: 4 },
    )
    await fc.assert(
      fc.asyncProperty(anyText, anyText, async (was, proposed) => {
        const changes = changesBetween(was, proposed)
        const file = await docxOf(was, { suggestions: [offered(was, proposed)] })
        expect(plainLines(linesAfter(file, 'reject'))).toEqual(await withoutTalk(was))
        const then = textWith(
          was,
          changes,
          changes.map(({ id }) => id),
        )
        expect(plainLines(linesAfter(file, 'accept'))).toEqual(await withoutTalk(then))
      }),
      { numRuns: 40 },
    )
  })

  it('[TALK-91] that were decided are not tracked, nor what no longer fits or stands on words of another: they stand at the end', async () => {
    const fate = { is: 'kept', name: 'Rosa', at: AT } as const
    const first = offered(TEXT, PROPOSED, 'Priya')
    const second = offered(
      TEXT,
      [paragraph('The mill is not old. The bus stops at the mill. We walk.'), ...TEXT.slice(1)],
      'Kofi',
    )
    const file = await docxOf(TEXT, {
      suggestions: [
        { ...offered(TEXT, PROPOSED, 'Mair'), changes: first.changes.map((change) => ({ ...change, fate })) },
        first,
        second,
        suggestionOf('The trains run.', 'No trains run.', { name: 'Gwen' }),
      ],
    })
    const document = fileIn(file, 'word/document.xml')
    for (const name of ['Mair', 'Kofi', 'Gwen']) {
      expect(document).not.toContain(`w:author="${name}"`)
      expect(textOfDocx(file)).toContain(`Suggested by: ${name}`)
    }
    expect(document).toContain('w:author="Priya"')
    expect(textOfDocx(file)).not.toContain('Suggested by: Priya')
    expect(plainLines(linesAfter(file, 'reject'))).toEqual(await withoutTalk(TEXT))
  })

  it('[TALK-90] in a cell of an item are tracked there', async () => {
    const plan = buildPlan('area', {
      items: { 'living-map.do': [{ what: 'Walk the map. Twice.', 'first-step': 'Ask Rosa.' }] },
    })
    const list = plan.boxes['living-map.do']
    const [item] = list?.type === 'list' ? list.items : []
    const about = (field: string) => aboutBox({ box: 'living-map.do', item: item?.id ?? '', field })
    const cell = (field: string, was: string, proposed: string) => ({
      ...offered([paragraph(was)], [paragraph(proposed)]),
      about: about(field),
    })
    const suggestions = [
      cell('what', 'Walk the map. Twice.', 'Walk the map. Once.'),
      cell('first-step', 'Ask Rosa.', 'Ask Rosa. Then Kofi.'),
    ]
    const file = await writeDocx(pagesOf(withTalk(draftOf(plan), annexOf({ suggestions }), 'native')))
    const [yes, no] = (['accept', 'reject'] as const).map((say) => linesAfter(file, say).join('\n'))
    expect(no).toMatch(/Walk the map\. Twice\.\n.*Ask Rosa\.\n/)
    expect(yes).toMatch(/Walk the map\. Once\.\n.*Ask Rosa\. Then Kofi\.\n/)
  })
})

it('[TALK-85] [TALK-89] whatever people wrote, it is a file that Word can read, and the same bytes each time', async () => {
  const exported = withTalk(hostile(), hostileTalk(), 'native')
  const file = await writeDocx(pagesOf(exported))
  for (const part of Object.keys(unzipSync(file)).filter((name) => /\.(xml|rels)$/.test(name)))
    new SaxesParser({ xmlns: true }).write(fileIn(file, part)).close()
  expect(Buffer.from(await writeDocx(pagesOf(exported))).equals(Buffer.from(file))).toBe(true)
})
