import { ANNEX_WORDS } from '@withy/shared/api'
import { EXAMPLES } from '@withy/shared/examples'
import { afterAll, expect, it } from 'vitest'
import type { Exported } from '../exports/exported.ts'
import { createFormats } from '../exports/formats.ts'
import { createPdfMaker } from '../exports/pdf.ts'
import { draftOf, sealed } from '../testing/exported-plans.ts'
import { suggestionOf, threadOf, withTalk } from '../testing/talk-about.ts'
import { annexIn } from './annex-in-copy.ts'
import { differencesIn } from './compare.ts'
import type { FileWords } from './file-words.ts'
import { lettersHash } from './letters.ts'
import { readHtml } from './read-html.ts'
import { readJson } from './read-json.ts'
import { readPdf } from './read-pdf.ts'

const pdf = createPdfMaker()
afterAll(() => pdf.stop())
const formats = createFormats({ pdf })

const bytesOf = (made: string | Uint8Array) => (typeof made === 'string' ? new TextEncoder().encode(made) : made)
const READ = {
  pdf: readPdf,
  html: async (bytes: Uint8Array) => readHtml(bytes),
  json: async (bytes: Uint8Array) => readJson(bytes),
}
const read = async (form: keyof typeof READ, exported: Exported): Promise<FileWords> =>
  READ[form](bytesOf(await formats[form].make(exported, 'anna')))

const saysTheSame = (a: FileWords, b: FileWords) => lettersHash(a) === lettersHash(b)

const { title, plan } = EXAMPLES['rosa-tillingham']
const agreed = sealed(draftOf(plan, { title }))
const CHANGES = {
  word: ['hall kitchen', 'hall garden'],
  letter: ['hall kitchen', 'hall kitchens'],
  'word that is gone': ['hall kitchen', 'hall'],
  date: ['2027-06-14', '2027-06-15'],
  name: ['"Priya"', '"Priyanka"'],
} as const
/** A copy that says otherwise, under the code of what was agreed. */
const changed = (...what: (keyof typeof CHANGES)[]): Exported =>
  what.reduce((copy, one) => {
    const [from, to] = CHANGES[one]
    const before = JSON.stringify(copy)
    expect(before).toContain(from)
    return JSON.parse(before.replaceAll(from, to)) as Exported
  }, agreed)

it('[EXPORT-85] a copy of what was agreed, made again as a PDF, says the same, and one with another word, date and name does not', async () => {
  const [copy, again, other] = [
    await read('pdf', agreed),
    await read('pdf', agreed),
    await read('pdf', changed('word', 'date', 'name')),
  ]
  expect(again).toEqual(copy)
  expect(saysTheSame(copy, other)).toBe(false)
  const said = ((await differencesIn(copy.words, other.words)) ?? []).map(({ agreed, here }) => `${agreed} > ${here}`)
  for (const place of [/kitchen.* > garden/, /14.* > .*15/, /^Priya > Priyanka$/])
    expect(said.some((one) => place.test(one))).toBe(true)
  expect(said.length).toBeLessThan(12)
})

it.each(Object.keys(CHANGES) as (keyof typeof CHANGES)[])(
  '[EXPORT-85] a web page with another %s does not say what was agreed, however its lines are broken',
  async (what) => {
    const copy = await read('html', agreed)
    expect(saysTheSame(copy, { ...copy, words: copy.words.replaceAll(' ', '\n ') })).toBe(true)
    expect(saysTheSame(copy, await read('html', changed(what)))).toBe(false)
  },
)

it('[EXPORT-86] tells no differences of a file that reads otherwise nearly everywhere, and twenty short ones at most', async () => {
  const many = (word: string, count: number) => Array.from({ length: count }, (_, n) => `${word}${n} and`).join(' ')
  expect(await differencesIn(many('a', 30), many('b', 30))).toHaveLength(20)
  expect(await differencesIn(many('a', 1_000), many('b', 1_000))).toBeNull()
  expect(await differencesIn('one two', 'two')).toEqual([
    { before: '', agreed: 'one', here: '', after: 'two', inAnnex: false },
  ])
  expect(await differencesIn('we will meet in the hall on 3 May at ten', 'we will meet in the hall on 4 May')).toEqual([
    { before: 'in the hall on', agreed: '3', here: '4', after: 'May', inAnnex: false },
    { before: 'May', agreed: 'at ten', here: '', after: '', inAnnex: false },
  ])
  const [{ here } = { here: '' }] = (await differencesIn('one', `one ${'x'.repeat(1_000_000)}`)) ?? []
  expect(here).toHaveLength(501)
})

it.each(['pdf', 'html', 'json'] as const)(
  '[TALK-87] what differs is told apart: in the plan, which people agreed, or in what was kept beside it, as %s',
  async (form) => {
    const { noPart } = ANNEX_WORDS
    const said = { annex: 1, at: '2026-11-21T18:00:00.000Z' } as const
    const annex = { ...said, threads: [threadOf(['Is it warm?'])], suggestions: [suggestionOf('Six.', 'Seven.')] }
    const copy = await read(form, withTalk(agreed, annex))
    const forged = {
      ...copy,
      words: copy.words.replace('hall kitchen', 'hall garden').replace('Is it warm?', 'Is it cold?'),
    }
    const found = (await differencesIn(copy.words, forged.words, annexIn(copy, 'en'))) ?? []
    const inAnnex = found.map((one) => [/garden/.test(one.here), one.inAnnex])
    expect(inAnnex.toSorted()).toEqual([
      [false, true],
      [true, false],
    ])
    // Words of the plan that say the same as the annex's beginning are words of the plan.
    if (form !== 'json')
      expect(annexIn({ ...copy, words: `${noPart.en} ${copy.words}` }, 'en')?.from).toBeGreaterThan(noPart.en.length)
    expect(annexIn(await read(form, agreed), 'en')).toBeNull()
  },
)

it('[EXPORT-28] others are served while differences are looked for', async () => {
  const words = (from: number) => Array.from({ length: 40_000 }, (_, n) => `w${(n * 7919 + from) % 10_007}`).join(' ')
  let served = 0
  const serving = setInterval(() => served++, 1)
  await differencesIn(words(1), words(5))
  clearInterval(serving)
  expect(served).toBeGreaterThan(20)
})
