import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { LANGUAGES } from '../../catalogue.ts'
import { easyHints } from '../../easy/hints.ts'
import { pictureOf } from '../../easy/pictures.ts'
import { easyKey } from '../../easy/place.ts'
import { fullTextChanged } from '../../easy/stands-for.ts'
import { easyStatus } from '../../easy/status.ts'
import { editionOf } from '../../edition-of.ts'
import type { Item, Plan } from '../../plan.ts'
import { readPlan } from '../../read-plan.ts'
import { writePlan } from '../../write-plan.ts'
import { EXAMPLES, exampleInEasyWords } from '../index.ts'

const IDS = ['brackenford-east', 'rosa-tillingham'] as const
const CASES = IDS.flatMap((id) => LANGUAGES.map((lang) => ({ id, lang, plan: exampleInEasyWords(id, lang) })))

const sectionsOf = (plan: Plan): string[] =>
  editionOf({ title: '', plan, names: new Map(), explained: [] }).parts.flatMap(({ sections }) =>
    sections.map(({ id }) => id),
  )
const rowsOf = (plan: Plan, section: string): readonly Item[] => {
  const box = plan.boxes[easyKey(section)]
  return box?.type === 'list' ? box.items : []
}
const wordsIn = (plan: Plan): string[] =>
  sectionsOf(plan).flatMap((section) =>
    rowsOf(plan, section).map(({ cells }) => String(cells.words ?? cells['words-cy'])),
  )

/** Not `deg`: it is `fair` too. */
const NUMBER_WORDS = {
  en: /\b(two|three|four|five|six|seven|eight|nine|ten|twelve|hundred)\b/i,
  cy: /\b(dau|dwy|tri|tair|pedwar|pedair|pum|pump|chwe|chwech|saith|wyth|naw|cant)\b/i,
}
/** A day that is a date has the name of its day and its year too. */
const DAYS = {
  en: /\d+ (January|February|March|April|May|June|July|August|September|October|November|December)\b/,
  cy: /\d+ (Ionawr|Chwefror|Mawrth|Ebrill|Mai|Mehefin|Gorffennaf|Awst|Medi|Hydref|Tachwedd|Rhagfyr)\b/,
}
const WEEKDAYS = {
  en: 'Sunday Monday Tuesday Wednesday Thursday Friday Saturday',
  cy: 'Sul Llun Mawrth Mercher Iau Gwener Sadwrn',
}
const MONTHS = {
  en: 'January February March April May June July August September October November December',
  cy: 'Ionawr Chwefror Mawrth Ebrill Mai Mehefin Gorffennaf Awst Medi Hydref Tachwedd Rhagfyr',
}

describe.each(CASES)('the example $id in easy words ($lang)', ({ id, lang, plan }) => {
  it('[EASY-24] @E7 has 1 to 8 rows for each section in which something is written, and for no other', () => {
    const written = sectionsOf(EXAMPLES[id].plan)
    expect(sectionsOf(plan)).toEqual(written)
    for (const section of written) {
      expect(rowsOf(plan, section).length, section).toBeGreaterThan(0)
      expect(rowsOf(plan, section).length, section).toBeLessThan(9)
    }
    const rows = Object.keys(plan.boxes).filter((key) => key.startsWith('easy:'))
    expect(rows.sort()).toEqual(written.map(easyKey).sort())
  })

  it('[EASY-24] @E7 has in each row a picture of ours, and one sentence of 15 words or fewer without a hard word', () => {
    for (const section of sectionsOf(plan))
      for (const { cells } of rowsOf(plan, section)) {
        const words = String(cells.words ?? cells['words-cy'])
        expect(easyHints(words, lang), words).toEqual([])
        expect(words, section).toMatch(/^[\p{Lu}\p{N}].*[.?]$/u)
        expect(pictureOf(String(cells.picture)), words).toBeDefined()
      }
  })

  it('[EASY-24] @E7 has no picture twice in one section: it would be of two ideas', () => {
    for (const section of sectionsOf(plan)) {
      const pictures = rowsOf(plan, section).map(({ cells }) => cells.picture)
      expect(pictures, section).toEqual([...new Set(pictures)])
    }
  })

  it('[EASY-24] @E7 has numbers as digits, days in full, no initials, capitals, percentages or brackets', () => {
    for (const words of wordsIn(plan)) {
      expect(words).not.toMatch(NUMBER_WORDS[lang])
      expect(words, 'a time says which half of the day').not.toMatch(
        /\b(by|until|erbyn|tan) \d{1,2}(?! (am|pm|y bore|y prynhawn|yr hwyr|o’r nos|\p{Lu}))\b/u,
      )
      expect(words).not.toMatch(/\p{Lu}{2,}|[%;:()“”"/]|\b(e\.g|i\.e|etc)\b/u)
      if (!DAYS[lang].test(words)) continue
      const [, weekday, day, month, year] = words.match(/(\p{L}+) (\d+) (\p{L}+) (\d{4})/u) ?? []
      const at = new Date(Date.UTC(Number(year), MONTHS[lang].split(' ').indexOf(month ?? ''), Number(day)))
      expect(weekday, words).toBe(WEEKDAYS[lang].split(' ')[at.getUTCDay()])
    }
  })

  it('[EASY-24] @E7 says that nobody has checked it', () => {
    expect(plan.easyChecked).toEqual({})
    for (const section of sectionsOf(plan))
      expect(easyStatus(rowsOf(plan, section), plan.easyChecked[section])).toEqual({
        en: 'Not checked yet.',
        cy: 'Heb ei wirio eto.',
      })
  })

  it('[EASY-24] reads the same from a document, and stands for the full text as it is', () => {
    const doc = new Y.Doc()
    writePlan(doc, plan)
    const read = readPlan(doc, plan.kind)
    expect(read).toEqual(plan)
    for (const section of sectionsOf(read))
      for (const { of } of rowsOf(read, section)) expect(fullTextChanged(read, section, of)).toBe(false)
  })
})

it('[EASY-24] @E7 the examples are in Welsh words of their own, row by row', () => {
  for (const id of IDS) {
    const [en, cy] = LANGUAGES.map((lang) => wordsIn(exampleInEasyWords(id, lang)))
    expect(cy).toHaveLength(en?.length ?? 0)
    for (const [n, words] of (en ?? []).entries()) expect(cy?.[n]).not.toBe(words)
  }
})
