import * as fc from 'fast-check'
import { expect, it } from 'vitest'
import { anyPlan, buildPlan } from '../testing/index.ts'
import { linesOf } from './edition-lines.ts'
import { type Edition, editionChanges, editionJson, editionOf, type LineChange, type Plan } from './index.ts'

const read = (plan: Plan, title = 'Our plan', explained: Edition['explained'] = []): Edition =>
  editionOf({ title, plan, names: new Map([['p1', 'Rosa']]), explained })
const area = (written: Parameters<typeof buildPlan>[1], title?: string): Edition =>
  read(buildPlan('area', written), title)

const PLACE = { text: { 'place.where': ['From the mill to the canal.', 'All of it is ours.'] } }

/** As a reader would write it: what is gone in [-…-], what has come in {+…+}. */
const marked = ({ is, under, pieces }: LineChange): string =>
  `${is}${under && ` (${under})`}: ${pieces
    .map((piece) =>
      piece.is === 'same' ? piece.text : piece.is === 'added' ? `{+${piece.text}+}` : `[-${piece.text}-]`,
    )
    .join('')}`
const changesOf = (before: Edition, after: Edition) =>
  editionChanges(before, after, 'en').map(({ id, of, is, lines }) => [
    of === 'section' ? id : of,
    is,
    ...lines.map(marked),
  ])

it('[AGREE-51] shows the words that changed inside a line, and leaves out what reads the same', () => {
  const now = area({ text: { 'place.where': ['From the old mill to the lock.', 'All of it is ours.'] } })
  expect(changesOf(area(PLACE), now)).toEqual([
    ['place', 'changed', 'changed (The place): From the {+old +}mill to the [-canal-]{+lock+}.'],
  ])
  expect(changesOf(now, now)).toEqual([])
})

it('[PLAN-133] a line that reads differently is in the language that is said of it, or of its list', () => {
  const arabic = { lang: 'ar', dir: 'rtl' } as const
  const para = (text: string) => ({ type: 'paragraph', runs: [{ text }] }) as const
  const now = {
    text: {
      'place.where': [
        { ...para('Bore da.'), lang: 'cy' },
        { type: 'bullets', items: [[para('قهوة')]], ...arabic },
      ],
    },
  } as const
  const told = (before: Edition, after: Edition) =>
    editionChanges(before, after, 'en').flatMap(({ lines }) => lines.map(({ is, lang, dir }) => [is, lang, dir]))
  const changes = told(area(PLACE), area(now))
  expect(changes).toContainEqual(['added', 'cy', undefined])
  expect(changes).toContainEqual(['added', 'ar', 'rtl'])
  expect(told(area(now), area(PLACE))).toContainEqual(['taken-out', 'ar', 'rtl'])
})

it('[PLAN-139] an item of which another language is said reads differently, in the language that is said now', () => {
  const none = buildPlan('area', { items: { 'living-map.do': [{ what: 'Cerdded y map', 'first-step': 'Yn araf' }] } })
  const box = none.boxes['living-map.do']
  if (box?.type !== 'list') throw new Error('no list')
  const items = box.items.map((item) => ({ ...item, lang: 'cy' }))
  const inWelsh = { ...none, boxes: { ...none.boxes, 'living-map.do': { ...box, items } } }
  const told = (before: Plan, after: Plan) =>
    editionChanges(read(before), read(after), 'en').flatMap(({ lines }) => lines.map(({ is, lang }) => [is, lang]))
  // What stands after a label of ours is in two languages.
  expect(told(none, inWelsh)).toEqual([
    ['look', 'cy'],
    ['look', undefined],
  ])
  expect(told(inWelsh, none)).toEqual([
    ['look', undefined],
    ['look', undefined],
  ])
})

it('[PLAN-136] tells the language of the plan’s words by its name, where it was said, changed or taken back', () => {
  const none = area(PLACE)
  const [english, welsh] = [
    { ...none, lang: 'en' },
    { ...none, lang: 'cy' },
  ]
  expect(changesOf(none, english)).toEqual([['language', 'added', 'added: {+English+}']])
  expect(editionChanges(english, welsh, 'cy').map(({ of, lines }) => [of, ...lines.map(marked)])).toEqual([
    ['language', 'added: {+Cymraeg+}', 'taken-out: [-Saesneg-]'],
  ])
  expect(changesOf(english, none)).toEqual([['language', 'taken-out', 'taken-out: [-English-]']])
})

it('[AGREE-51] names sections that came and went, new lines, a new name of the plan, and what only looks different', () => {
  const words = (text: string) => ({ type: 'paragraph', runs: [{ text }] }) as const
  const bold = { type: 'paragraph', runs: [{ text: 'All of it is ours.', bold: true }] } as const
  const now = { text: { 'place.where': [words('From the mill to the canal.'), bold, words('And an orchard!')] } }
  expect(changesOf(area(PLACE, 'East side'), area(now, 'East'))).toEqual([
    ['title', 'changed', 'changed: East[- side-]'],
    ['place', 'changed', 'look (The place): All of it is ours.', 'added (The place): {+And an orchard!+}'],
  ])
  expect(changesOf(area({}), area(PLACE))[0]?.slice(0, 2)).toEqual(['place', 'added'])
  expect(changesOf(area(PLACE), area({}))[0]?.slice(0, 2)).toEqual(['place', 'taken-out'])
})

it('[AGREE-51] tells what a section is called in which nothing is written, and a part; not twice where a section came', () => {
  const renamed = area({ titles: { place: 'Our edges' } })
  expect(changesOf(area({}), renamed)).toEqual([['empty', 'changed', 'changed: Our [-place-]{+edges+}']])
  expect(changesOf(renamed, area({ ...PLACE, titles: { place: 'Our edges' } })).map(([id]) => id)).toEqual(['place'])
  const [first, ...others] = renamed.parts
  if (!first) throw new Error('no part')
  const parts = [{ ...first, title: { en: 'About here', cy: 'Am yma' } }, ...others]
  expect(changesOf(renamed, { ...renamed, parts }).map(([id]) => id)).toEqual(['parts'])
})

it('[AGREE-51] tells a question that is put otherwise, and a box that is called otherwise, in the language in which it is', () => {
  const before = area(PLACE)
  const parts = before.parts.map((part) => ({
    ...part,
    sections: part.sections.map((section) => ({
      ...section,
      question: { ...(section.question ?? { cy: '' }), en: 'Which places are ours?' },
      boxes: section.boxes.map((box) => ({ ...box, title: { ...box.title, en: 'The place now' } })),
    })),
  }))
  const after = { ...before, parts }
  const asked = before.parts.flatMap(({ sections }) => sections.map(({ question }) => question?.en))[0] ?? ''
  expect(asked).not.toBe('')
  const [[id, is, ...lines] = [], ...others] = changesOf(before, after)
  expect([id, is, others]).toEqual(['place', 'changed', []])
  const withoutMarks = (sign: string) => lines.join(' ').replace(/\[-(.*?)-\]|\{\+(.*?)\+\}/g, sign)
  expect(withoutMarks('$1')).toContain(asked)
  expect(withoutMarks('$2')).toContain('Which places are ours?')
  expect(lines.join()).toContain('The place{+ now+}')
  expect(editionChanges(before, after, 'cy')).toEqual([])
  // Of a section that came, the question is none of the words that changed.
  expect(JSON.stringify(editionChanges(area({}), before, 'en'))).not.toContain(asked)
})

it('[AGREE-51] says of a fact which item it belongs to, and follows an explained word', () => {
  const walk = (when: string) => buildPlan('area', { items: { 'living-map.do': [{ what: 'Walk the map', by: when }] } })
  expect(
    changesOf(read(walk('2026-03-02')), read(walk('2026-03-09')))
      .flat()
      .join('\n'),
  ).toMatch(/changed \(Walk the map\): .*Monday,? \[-2-\]\{\+9\+\} March 2026/)
  const plan = walk('2026-03-02')
  const explained = [{ word: 'asset', meaning: 'what we have' }]
  expect(changesOf(read(plan), read(plan, 'Our plan', explained))).toEqual([
    ['explained', 'added', 'added: {+asset: what we have+}'],
  ])
})

it('[AGREE-51] loses no word: what stayed and went is each line before, what stayed and came is each line now', () => {
  fc.assert(
    fc.property(anyPlan('support'), anyPlan('support'), (one, other) => {
      const [before, after] = [read(one), read(other)]
      const changes = editionChanges(before, after, 'en')
      const linesIn = (edition: Edition, id: string) =>
        edition.parts
          .flatMap(({ sections }) => sections.filter((each) => each.id === id))
          .flatMap((each) => linesOf(each, 'en'))
      for (const { id, of, lines } of changes) {
        if (of !== 'section') continue
        const side = (without: 'added' | 'taken-out') =>
          lines.flatMap(({ is, pieces }) =>
            is === without
              ? []
              : pieces
                  .filter((piece) => piece.is !== without)
                  .map(({ text }) => text)
                  .join(''),
          )
        const was = linesIn(before, id).map(({ words }) => words)
        const now = linesIn(after, id).map(({ words }) => words)
        for (const line of side('added')) expect(was).toContain(line)
        for (const line of side('taken-out')) expect(now).toContain(line)
        // Lines of which nothing is said are in both.
        const told = (all: string[], said: string[]) => all.length - said.length
        expect(told(was, side('added'))).toBe(told(now, side('taken-out')))
      }
      if (changes.length === 0 && editionJson(before) !== editionJson(after))
        expect(before.parts.flatMap(({ sections }) => sections)).toEqual(
          after.parts.flatMap(({ sections }) => sections),
        )
    }),
    { numRuns: 30 },
  )
})
