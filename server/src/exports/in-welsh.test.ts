import { exampleInEasyWords } from '@withy/shared/examples'
import { boxesOf, type CellValue, FEATURE_IDS, type Field, type PlanKind, SHAPES, TEMPLATES } from '@withy/shared/plan'
import { buildPlan } from '@withy/shared/testing'
import { strFromU8, unzipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
// @ts-expect-error a script, without types
import { englishIn } from '../../../scripts/gates/reading-age/english-in.mjs'
import { draftOf, sealed } from '../testing/exported-plans.ts'
import { textOfHtml } from '../testing/text-of-html.ts'
import { textOfDocx, textOfOdt } from '../testing/text-of-office.ts'
import { writeCalendar } from './calendar.ts'
import { writeCsv } from './csv.ts'
import { writeDocx } from './docx.ts'
import type { Exported } from './exported.ts'
import { writeHtml } from './html.ts'
import { writeMarkdown } from './markdown.ts'
import { writeOdt } from './odt.ts'
import { pagesOf } from './pages.ts'
import { writeText } from './plain-text.ts'

/** Lines of a calendar that programs read, the names of others, and where a line is folded (RFC 5545, 3.1). */
const NOT_READ = /^(?!SUMMARY|DESCRIPTION).*$|^[A-Z]+(?=[:;])/gm
const FOLD = /\r\n /g

/** What a person wrote: in no language. */
const QQ = 'Qqq'

function cellOf(field: Field): CellValue {
  switch (field.type) {
    case 'choice':
      return field.options[0]?.id ?? ''
    case 'date':
      return '2026-11-03'
    case 'scale':
      return 3
    case 'people':
      return ['p0']
    case 'features':
      return FEATURE_IDS.slice(0, 2)
    default:
      return QQ
  }
}

/** A plan of which every box is filled, so that all that is ours stands around it. */
function filled(kind: PlanKind) {
  const boxes = [...boxesOf(TEMPLATES[kind])]
  return buildPlan(kind, {
    text: Object.fromEntries(boxes.flatMap(([key, { type }]) => (type === 'text' ? [[key, [QQ]]] : []))),
    items: Object.fromEntries(
      boxes.flatMap(([key, box]) =>
        box.type === 'list'
          ? [[key, [Object.fromEntries(SHAPES[box.shape].fields.map((field) => [field.id, cellOf(field)]))]]]
          : [],
      ),
    ),
  })
}

const answer = {
  section: null,
  by: null,
  acting: null,
  advocate: '',
  at: '2026-11-21T19:55:00Z',
  ofTheseWords: true,
  words: QQ,
}
const ANSWERED = {
  answers: (['agree', 'agree-with', 'disagree', 'more-time'] as const).map((said, at) => ({
    ...{ ...answer, name: `Q${at}`, answer: said },
    ...(['resident', 'professional', 'care', 'carer'] as const).slice(at, at + 1).map((voice) => ({ voice }))[0],
  })),
  decides: { acting: 'attorney', name: QQ, words: QQ },
  wentOn: QQ,
} as unknown as Parameters<typeof sealed>[1]

const copies: readonly (readonly [string, Exported])[] = [
  ...(['area', 'support'] as const).flatMap((kind) => {
    const draft = draftOf(filled(kind), { lang: 'cy', title: QQ })
    return [
      [`a draft of a plan (${kind})`, draft],
      [`an agreed plan (${kind})`, sealed(draft, ANSWERED)],
    ] as const
  }),
  ['Easy Read', draftOf(exampleInEasyWords('rosa-tillingham', 'cy'), { lang: 'cy', size: 'easy', title: QQ })],
]

describe.each(copies)('%s that is taken away in Welsh', (_, exported) => {
  it('[A11Y-123] @F1 has no English word of ours, in any format', async () => {
    const pages = pagesOf(exported)
    const texts = {
      txt: writeText(pages),
      md: writeMarkdown(pages),
      html: textOfHtml(writeHtml(pages)),
      docx: textOfDocx(await writeDocx(pages)),
      odt: textOfOdt(writeOdt(pages)),
      ...(exported.size === 'easy' ? {} : tablesOf(exported)),
    }
    for (const [format, text] of Object.entries(texts)) {
      expect(text, format).toContain(exported.size === 'easy' ? 'Biscuit' : QQ)
      expect(englishIn(text), format).toEqual([])
    }
  })
})

/** What has the plan's own words alone, however a copy is set out: those of the examples are English. */
const tablesOf = (exported: Exported) => ({
  csv: Object.values(unzipSync(writeCsv(exported)))
    .map((file) => strFromU8(file))
    .join('\n'),
  ics: writeCalendar(exported).replaceAll(FOLD, '').replaceAll('\\n', ' ').replace(NOT_READ, ''),
})
