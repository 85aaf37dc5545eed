import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { anyRichText } from '../../testing/any-plan.ts'
import {
  editLines,
  languagesOfLines,
  linesIn,
  linesOfText,
  nameOfLanguage,
  OTHER_LANGUAGE,
  PLAN_EDIT,
  type RichText,
  readRichText,
  SPOKEN_LANGUAGES,
  sayLanguage,
  textOfLines,
  writeRichText,
} from '../index.ts'
import { isLanguageTag } from '../rich-text.ts'

const ARABIC = { lang: 'ar', dir: 'rtl' } as const
const WELSH = { lang: 'cy', dir: 'ltr' } as const

function boxWith(text: RichText): Y.XmlFragment {
  const fragment = new Y.Doc().getXmlFragment('our-story.story')
  fragment.doc?.transact(() => writeRichText(fragment, text))
  return fragment
}
const para = (text: string, more: object = {}): RichText[number] => ({ type: 'paragraph', runs: [{ text }], ...more })
const heading = (text: string, more: object = {}): RichText[number] => ({
  type: 'heading',
  level: 1,
  runs: [{ text }],
  ...more,
})
const textOf = (fragment: Y.XmlFragment) => textOfLines(linesIn(fragment) ?? [])

describe('the language of words', () => {
  it('[PLAN-130] is said of lines, kept with them, and taken back, and no letter is touched', () => {
    const fragment = boxWith([para('Good morning.'), para('صباح الخير'), heading('Bore da')])
    sayLanguage(fragment, { from: 1, to: 1 }, ARABIC)
    sayLanguage(fragment, { from: 2, to: 2 }, WELSH)
    expect(readRichText(fragment)).toEqual([
      para('Good morning.'),
      para('صباح الخير', ARABIC),
      heading('Bore da', WELSH),
    ])
    sayLanguage(fragment, { from: 0, to: 2 }, null)
    expect(fragment.toString()).not.toMatch(/lang|dir/)
    expect(textOf(fragment)).toBe('Good morning.\nصباح الخير\nBore da')
  })

  it('[PLAN-130] can be said before anything is written, and a new line is in that of the line before it', () => {
    const fragment = boxWith([])
    sayLanguage(fragment, { from: 0, to: 0 }, ARABIC)
    expect(readRichText(fragment)).toEqual([])
    editLines(fragment, { at: 0, removed: 0, inserted: 'صباح\nالخير' })
    expect(readRichText(fragment)).toEqual([para('صباح', ARABIC), para('الخير', ARABIC)])
  })

  it('[PLAN-130] of one line of a list that said it for all of them leaves that of the others as it was', () => {
    const fragment = boxWith([
      {
        type: 'bullets',
        ...ARABIC,
        items: [[para('قهوة')], [para('tea'), { type: 'numbers', items: [[para('شاي')]] }]],
      },
    ])
    sayLanguage(fragment, { from: 1, to: 1 }, { lang: 'en', dir: 'ltr' })
    expect(languagesOfLines(fragment)).toEqual([ARABIC, { lang: 'en', dir: 'ltr' }, ARABIC])
    sayLanguage(fragment, { from: 0, to: 2 }, null)
    expect(fragment.toString()).not.toMatch(/lang|dir/)
  })

  it('[PLAN-130] a change of it alone is one that looks different, and one undo takes it back', () => {
    const fragment = boxWith([para('Bore da')])
    const before = readRichText(fragment)
    const undo = new Y.UndoManager(fragment, { trackedOrigins: new Set([PLAN_EDIT]) })
    sayLanguage(fragment, { from: 0, to: 0 }, WELSH)
    expect(linesOfText(readRichText(fragment))).not.toEqual(linesOfText(before))
    undo.undo()
    expect(readRichText(fragment)).toEqual(before)
  })

  it('[PLAN-130] of any box comes to what is said of each of its lines, and leaves all else as it was', () => {
    fc.assert(
      fc.property(
        anyRichText,
        fc.nat(6),
        fc.nat(6),
        fc.constantFrom(ARABIC, WELSH, OTHER_LANGUAGE, null),
        (text, a, b, said) => {
          const fragment = boxWith(text)
          const span = { from: Math.min(a, b), to: Math.max(a, b) }
          const [before, words] = [languagesOfLines(fragment), textOf(fragment)]
          expect(sayLanguage(fragment, span, said)).toBe(true)
          expect(textOf(fragment)).toBe(words)
          const wanted = before.map((was, n) => (n >= span.from && n <= span.to ? (said ?? {}) : was))
          expect(languagesOfLines(fragment)).toEqual(before.length === 0 ? [said ?? {}] : wanted)
        },
      ),
      { numRuns: 200, seed: 130 },
    )
  })

  it('[PLAN-131] can be one of a list, each named in itself, or another one; all are tags that a plan may hold', () => {
    const tags = SPOKEN_LANGUAGES.map(({ lang }) => lang)
    expect(tags.slice(0, 2)).toEqual(['en', 'cy'])
    for (const wanted of ['ar', 'ur', 'pl', 'ro']) expect(tags).toContain(wanted)
    expect(new Set(tags).size).toBe(tags.length)
    for (const tag of [...tags, OTHER_LANGUAGE.lang]) expect(isLanguageTag(tag)).toBe(true)
    expect(['cy', OTHER_LANGUAGE.lang, 'de'].map((tag) => nameOfLanguage(tag, 'en'))).toEqual([
      'Welsh',
      'Another language',
      'German',
    ])
    const firstStrong = (own: string) => (/^[\u0590-\u08ff]/.test(own) ? 'rtl' : 'ltr')
    for (const { dir, own } of SPOKEN_LANGUAGES) expect(dir).toBe(firstStrong(own))
  })
})
