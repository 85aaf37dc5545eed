import {
  type Box,
  boxesOf,
  type CellValue,
  type Field,
  type Plan,
  type PlanKind,
  type RichText,
  SHAPES,
  TEMPLATES,
} from '../plan/index.ts'
import { buildPlan } from './build-plan.ts'

const SENTENCES = [
  'The library on Mill Lane is open four days a week and the upstairs room is free on Thursdays.',
  'People told us they would rather be asked before a decision than thanked after it.',
  'We walked the whole estate twice, once with pushchairs and once with a wheelchair.',
  'Three neighbours already shop for others, and nobody has ever paid their bus fares.',
  'The allotments have a waiting list of forty, and two of the plots are under water every winter.',
  'Young people asked for somewhere warm, with plugs, that does not cost anything.',
  'The café would open in the evening if somebody else could hold the keys.',
  'Mae’r côr yn canu yn Gymraeg bob nos Fawrth ac mae croeso i bawb.',
  'Carers said that an hour they can count on is worth more than a day that may be cancelled.',
  'Nobody knew that the school kitchen stands empty from two o’clock.',
  'The bus that matters is the 14, because it is the only one that reaches the surgery.',
  'Two farms, a garage and the credit union have offered to host a trainee.',
] as const

/** Round and round through the sentences, from a different one each time: the same words on every run. */
const speak = (from: number, count: number): string =>
  Array.from({ length: count }, (_, i) => SENTENCES[(from * 5 + i) % SENTENCES.length]).join(' ')

const paragraph = (text: string) => ({ type: 'paragraph', runs: [{ text }] }) as const

const essay = (n: number): RichText => [
  { type: 'heading', level: 2, runs: [{ text: `What we heard, round ${n}` }] },
  paragraph(speak(n, 7)),
  {
    type: 'paragraph',
    runs: [
      { text: 'Most of all: ' },
      { text: speak(n + 2, 1), bold: true },
      { text: ' See ' },
      { text: 'the notes', link: `https://example.org/notes/${n}` },
    ],
  },
  { type: n % 2 === 0 ? 'bullets' : 'numbers', items: [3, 4, 5].map((k) => [paragraph(speak(n + k, 1))]) },
  paragraph(speak(n + 7, 6)),
]

function cell(field: Field, n: number): CellValue {
  if (field.type === 'choice') return field.options[n % field.options.length]?.id ?? ''
  if (field.type === 'date') return `2027-0${1 + (n % 9)}-15`
  if (field.type === 'scale') return 1 + (n % 10)
  if (field.type === 'features') return ['living-map', 'shared-power']
  return field.type === 'words' ? speak(n, 1) : []
}

/**
 * An area plan of about 10,000 words in 51 boxes, some twenty pages: what pages, exports and benches are timed with. One about a person
 * has as many words in each of its boxes.
 */
export function twentyPagePlan(kind: PlanKind = 'area'): Plan {
  const boxes = [...boxesOf(TEMPLATES[kind])]
  const itemsOf = (box: Box & { type: 'list' }, n: number) =>
    [0, 1, 2].map((k) =>
      Object.fromEntries(SHAPES[box.shape].fields.map((field, f) => [field.id, cell(field, n + k * 3 + f)])),
    )
  return buildPlan(kind, {
    text: Object.fromEntries(boxes.flatMap(([key, box], n) => (box.type === 'text' ? [[key, essay(n)]] : []))),
    items: Object.fromEntries(boxes.flatMap(([key, box], n) => (box.type === 'list' ? [[key, itemsOf(box, n)]] : []))),
  })
}
