import * as fc from 'fast-check'
import {
  type Block,
  type BoxContent,
  boxesOf,
  type CellValue,
  easyKey,
  FEATURE_IDS,
  type Field,
  type Item,
  type Plan,
  type PlanKind,
  type RichText,
  type Run,
  SHAPES,
  type ShapeId,
  sectionsOf,
  TEMPLATES,
} from '../plan/index.ts'
import { anyText } from './hostile-text.ts'

/** No half characters, as Yjs's bytes carry none: two that meet at the border of two runs would be read as a whole one. */
const anyRunText = anyText.map((text) => text.toWellFormed())

const hasLetters = (text: string) => /\S/.test(text)

const anyRun: fc.Arbitrary<Run> = fc.record(
  {
    text: anyRunText,
    bold: fc.constant(true as const),
    italic: fc.constant(true as const),
    link: fc.constantFrom('https://example.org/a?b=c#d', 'mailto:a@example.org', 'tel:+441632960000'),
  },
  { requiredKeys: ['text'] },
)

const anyRuns = fc.array(anyRun, { maxLength: 4 })
const language = { lang: fc.constantFrom('cy', 'ar', 'pt-BR'), dir: fc.constantFrom('ltr' as const, 'rtl' as const) }

const { blocks } = fc.letrec<{ blocks: RichText; block: Block }>((tie) => ({
  blocks: fc.array(tie('block'), { maxLength: 3 }),
  block: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    fc.record(
      { type: fc.constant('paragraph' as const), runs: anyRuns, ...language },
      { requiredKeys: ['type', 'runs'] },
    ),
    fc.record({
      type: fc.constant('heading' as const),
      level: fc.constantFrom(1 as const, 2 as const, 3 as const),
      runs: anyRuns,
    }),
    fc.record(
      {
        type: fc.constantFrom('bullets' as const, 'numbers' as const),
        items: fc.array(tie('blocks'), { maxLength: 3 }),
        ...language,
      },
      { requiredKeys: ['type', 'items'] },
    ),
  ),
}))

/** Any rich text a reader may be given, in no tidy form: runs split anyhow, empty blocks, nested lists. */
export const anyRichText: fc.Arbitrary<RichText> = blocks

function anyCell(field: Field): fc.Arbitrary<CellValue> {
  if (field.type === 'choice') return fc.constantFrom(...field.options.map((option) => option.id))
  if (field.type === 'scale') return fc.integer({ min: 1, max: 10 })
  if (field.type === 'date') return fc.constantFrom('2026-11-21', '2027-02-28', '2028-02-29')
  // In the order in which they are read.
  if (field.type === 'features') return fc.subarray([...FEATURE_IDS], { minLength: 1, maxLength: 3 })
  if (field.type === 'actions') return fc.subarray(['a1', 'a2', 'a3'], { minLength: 1 })
  if (field.type === 'picture')
    return fc.constantFrom('tea', 'support-worker', 'no-picture-of-ours', `photo:${'aZ0_-'.repeat(9).slice(2)}`)
  if (field.type === 'people') return fc.subarray(['p1', 'p2', 'p3'], { minLength: 1 })
  return anyText
}

const anyOrigin = fc.oneof(
  fc.record({ from: fc.constant('idea' as const), idea: fc.constantFrom('timebanking', 'nowhere') }),
  fc.record({
    from: fc.constant('plan' as const),
    plan: fc.constant('plan-1'),
    title: anyText,
    item: fc.constant('i1'),
  }),
  fc.record({
    from: fc.constant('workshop' as const),
    workshop: fc.constant('w1'),
    idea: fc.constant('i1'),
    on: fc.constantFrom('2026-05-09', '2028-02-29'),
    said: fc.array(fc.record({ by: anyText, words: anyText }), { minLength: 1, maxLength: 2 }),
  }),
)

const anyItems = (shape: ShapeId): fc.Arbitrary<Item[]> => {
  const cells = fc.record(Object.fromEntries(SHAPES[shape].fields.map((field) => [field.id, anyCell(field)])), {
    requiredKeys: [],
  })
  const item = fc.record(
    {
      id: fc.uuid(),
      cells,
      origin: anyOrigin,
      other: fc.array(anyText, { minLength: 1, maxLength: 2 }),
      // A row of easy words has a field for each language.
      ...(shape !== 'easy' && { lang: language.lang }),
    },
    { requiredKeys: ['id', 'cells'] },
  )
  return fc.uniqueArray(item as fc.Arbitrary<Item>, { selector: ({ id }) => id, maxLength: 3 })
}

const anyOwn = fc.record({
  id: fc.uuid(),
  title: anyText,
  text: anyRichText,
  actions: anyItems('action'),
  removedActions: fc.constant([]),
})

const anyEasy = fc.record({
  items: anyItems('easy').filter((items) => items.length > 0),
  check: fc.option(
    fc.record(
      {
        by: anyRunText.filter(hasLetters),
        supporter: anyRunText.filter(hasLetters),
        on: fc.constantFrom('2026-11-03'),
        rows: fc.constant('0'),
      },
      { requiredKeys: ['by', 'on', 'rows'] },
    ),
    { nil: undefined },
  ),
})

/** Any plan, some of its boxes written in. Not tidy: what readPlan gives is one of these, but not the other way round. */
export function anyPlan(kind: PlanKind): fc.Arbitrary<Plan> {
  const boxes = [...boxesOf(TEMPLATES[kind])].map(([key, box]): [string, fc.Arbitrary<BoxContent>] => [
    key,
    fc.oneof(
      {
        weight: 9,
        arbitrary: fc.constant(
          box.type === 'text' ? { type: 'text', text: [] } : { type: 'list', shape: box.shape, items: [], removed: [] },
        ),
      },
      {
        weight: 1,
        arbitrary:
          box.type === 'text'
            ? anyRichText.map((text): BoxContent => ({ type: 'text', text }))
            : anyItems(box.shape).map((items): BoxContent => ({ type: 'list', shape: box.shape, items, removed: [] })),
      },
    ),
  ])
  const sections = sectionsOf(TEMPLATES[kind]).map(({ id }) => id)
  const easy = fc.dictionary(fc.constantFrom(...sections), anyEasy, { maxKeys: 2 })
  return fc
    .record({
      kind: fc.constant(kind),
      boxes: fc.record(Object.fromEntries(boxes)),
      easy,
      titles: fc.dictionary(fc.constantFrom(...sections), anyText, { maxKeys: 2 }),
      own: fc.uniqueArray(anyOwn, { selector: ({ id }) => id, maxLength: 2 }),
      removedOwn: fc.constant([]),
      unplaced: fc.uniqueArray(
        fc.record({ where: fc.constantFrom('easy:nowhere', 'plan.glossary', '__proto__'), words: anyText }),
        { selector: ({ where }) => where, maxLength: 2 },
      ),
    })
    .map(({ easy: rows, ...plan }) => {
      const written = Object.entries(rows)
      const checked = written.flatMap(([section, { check }]) => (check ? [[section, check]] : []))
      return {
        ...plan,
        boxes: {
          ...plan.boxes,
          ...Object.fromEntries(written.map(([section, { items }]) => [easyKey(section), rowsOf(items)])),
        },
        easyChecked: Object.fromEntries(checked),
      }
    })
}

const rowsOf = (items: readonly Item[]): BoxContent => ({ type: 'list', shape: 'easy', items, removed: [] })
