import { EXAMPLES } from '@withy/shared/examples'
import { buildPlan, HOSTILE_TEXTS } from '@withy/shared/testing'
import { unzipSync } from 'fflate'
import papa from 'papaparse'
import { expect, it } from 'vitest'
import { visibleText } from '../http/visible-text.ts'
import { draftOf, sealed } from '../testing/exported-plans.ts'
import { writeCsv } from './csv.ts'
import type { Exported } from './exported.ts'

const filesOf = (exported: Exported): Record<string, string> =>
  Object.fromEntries(
    Object.entries(unzipSync(writeCsv(exported))).map(([name, bytes]) => [name, Buffer.from(bytes).toString()]),
  )

/** The rows of a table as a spreadsheet reads them, by their heads. */
const rowsOf = (csv = ''): Record<string, string>[] => {
  const read = papa.parse<Record<string, string>>(csv.replace(/^\ufeff/, ''), { header: true, skipEmptyLines: true })
  expect(read.errors).toEqual([])
  return read.data
}

const { title, plan } = EXAMPLES['brackenford-east']

it('[EXPORT-44] has a table each of actions, good things and signs, with a row an item and heads in the language asked for', () => {
  const files = filesOf(draftOf(plan, { title }))
  expect(Object.keys(files)).toEqual(['actions.csv', 'good-things.csv', 'signs.csv'])
  const count = (shape: string) =>
    Object.values(plan.boxes).flatMap((box) => (box.type === 'list' && box.shape === shape ? box.items : [])).length
  expect(rowsOf(files['actions.csv'])).toHaveLength(count('action'))
  expect(rowsOf(files['good-things.csv'])).toHaveLength(count('asset'))
  expect(rowsOf(files['signs.csv'])).toHaveLength(count('sign'))
  const [first] = rowsOf(files['actions.csv'])
  expect(first?.['What this copy is']).toContain('DRAFT')
  expect(files['actions.csv']?.startsWith('\ufeffSection,Action,')).toBe(true)
  const welsh = filesOf(draftOf(plan, { title, lang: 'cy' }))
  expect(welsh['gweithredoedd.csv']?.startsWith('\ufeffAdran,Gweithred,')).toBe(true)
})

it('[EXPORT-44] says days as YYYY-MM-DD, people by name, and which agreed version it is', () => {
  const given = buildPlan('area', {
    items: {
      'living-map.do': [
        { what: 'Walk the map', 'first-step': 'Ring Kofi' },
        { what: 'Paint', who: ['p0', 'p1'], by: '2027-01-15', status: 'doing', 'first-step': 'Buy\nbrushes' },
      ],
    },
  })
  const copy = sealed(draftOf(given))
  const rows = rowsOf(filesOf(copy)['actions.csv'])
  expect(rows[1]).toMatchObject({
    Section: 'Living map',
    Action: 'Paint',
    'Who will do it': 'Nadia, Priya',
    'By when': '2027-01-15',
    'How far it is': 'Doing it',
    'First small step': 'Buy\nbrushes',
  })
  expect(Object.keys(rows[1] ?? {}).slice(2, 5)).toEqual(['Who will do it', 'By when', 'First small step'])
  expect(rows[0]?.['By when']).toBe('')
  if (copy.status.is === 'sealed') expect(rows[0]?.['What this copy is']).toContain(copy.status.code)
  expect(filesOf(sealed(draftOf(given)))).toEqual(filesOf(copy))
})

it('[EXPORT-44] is of the chosen sections alone, and has one table where there is nothing', () => {
  expect(Object.keys(filesOf(draftOf(buildPlan('area'))))).toEqual(['actions.csv'])
  const some = rowsOf(filesOf(draftOf(plan, { sections: ['living-map'] }))['actions.csv'])
  expect(new Set(some.map(({ Section }) => Section))).toEqual(new Set(['Living map']))
})

it('[EXPORT-45] no cell begins as a formula, whatever people wrote, and no word is lost', () => {
  const texts = [
    ...HOSTILE_TEXTS,
    '+1',
    '-1',
    '@SUM(1)',
    '\t=1',
    ' \u200b=1',
    '＝1',
    '"=1"',
    'a,b;c"d',
    'a;=1+1',
    'a\n=1+1',
    'a; -1',
    'a|@SUM(1)',
  ]
  const items = { 'living-map.do': texts.map((what) => ({ what, 'first-step': what })) }
  const csv = filesOf(draftOf(buildPlan('area', { items }), { title: '=1+1' }))['actions.csv'] ?? ''
  const rows = rowsOf(csv)
  for (const cell of rows.flatMap(Object.values))
    expect(cell.replace(/[\p{Default_Ignorable_Code_Point}\s]/gu, '')).not.toMatch(/^[=+\-@＝＋－＠]/u)
  // A spreadsheet that is set to part cells by semicolons or tabs parts them there, and knows no quotes in the middle of a cell.
  for (const cell of csv.split(/[;|\t\r\n]/))
    expect(cell.replace(/[\p{Default_Ignorable_Code_Point}\s]/gu, '')).not.toMatch(/^[=+\-@＝＋－＠]/u)
  const bare = (words: string) => words.replaceAll("'", '').trim()
  expect(rows.map((row) => bare(row['First small step'] ?? ''))).toEqual(texts.map((text) => bare(visibleText(text))))
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is looked for
  expect(csv).not.toMatch(/[\u0000-\u0009\u000b\u000c\u000e-\u001f]/)
})
