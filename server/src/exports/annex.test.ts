import { ANNEX_WORDS, FORMATS, readPlanFile, talkInFormat } from '@withy/shared/api'
import { describe, expect, it, onTestFinished } from 'vitest'
import { READERS } from '../testing/copy-readers.ts'
import { draftOf, examples, hostile, sealed } from '../testing/exported-plans.ts'
import { hostileTalk, suggestionOf, threadOf, withTalk } from '../testing/talk-about.ts'
import { expectWordForWord } from '../testing/word-for-word.ts'
import type { Exported } from './exported.ts'
import { createFormats } from './formats.ts'
import { pagesOf } from './pages.ts'
import { createPdfMaker } from './pdf.ts'
import { writeText } from './plain-text.ts'

const [area] = examples('en')
const plan = area as NonNullable<typeof area>
const annex = {
  ...hostileTalk(),
  threads: [threadOf(['Is the hall warm?', null, 'It is.'])],
  suggestions: [suggestionOf('We eat at six.', 'We eat at seven.', { needs: ['Rosa'] })],
}

describe.each(Object.entries(READERS))('what was said about a plan, in a copy as %s', (_, read) => {
  it('[TALK-85] stands at its end word for word, hostile words too, in both languages, of drafts and of agreed versions', async () => {
    for (const lang of ['en', 'cy'] as const)
      for (const copy of [withTalk({ ...hostile(), lang }), sealed(withTalk({ ...plan, lang }))]) {
        const text = await read(copy)
        expectWordForWord(text, copy)
        expect(text).toContain(ANNEX_WORDS.noPart[lang])
        expect(text).toContain(ANNEX_WORDS.removed[lang])
      }
  })

  it('[TALK-84] is not there unless it was asked for, and the words of the plan are the same without it', async () => {
    const without = await read(plan)
    expect(without).not.toContain('Is the hall warm?')
    expect(without).not.toContain(ANNEX_WORDS.title.en)
    const whole = await read(withTalk(plan, annex))
    const [before = ''] = whole.split(ANNEX_WORDS.noPart.en)
    // Without what the annex is called in the list of contents, and what stands on the last line of a draft.
    const words = (text: string) =>
      text
        .replace(new RegExp(`(- |#+ )?${ANNEX_WORDS.title.en}`, 'g'), '')
        .replace(/\s+/g, ' ')
        .trim()
        .replace(/ DRAFT$/, '')
    expect(words(before)).toBe(words(without))
    expect(words(whole)).toContain('Is the hall warm?')
  })
})

it('[TALK-85] says who, when, what is not there any more and what became of it', () => {
  const text = writeText(pagesOf(withTalk(plan, annex)))
  expect(text).toContain(
    [
      '- About Where is it?',
      '  Guest 0, Saturday, 21 November 2026, 6:00 pm: Is the hall warm?',
      '  Guest 1, Saturday, 21 November 2026, 6:00 pm: This comment was removed.',
      '  Guest 2, Saturday, 21 November 2026, 6:00 pm: It is.',
      '  What became of it: Not settled yet',
    ].join('\n'),
  )
  expect(text).toContain(
    [
      '  Suggested by: Priya, Saturday, 21 November 2026, 6:00 pm',
      '  In the plan: We eat at six.',
      '  Suggested: We eat at seven.',
      '  What became of it: Not decided yet. It needs a yes from: Rosa',
    ].join('\n'),
  )
})

it('[TALK-82] says with what was asked what the plan says it means', () => {
  const explained = { word: 'Rota', meaning: 'A list of who works when' }
  const asked = threadOf([''], { kind: 'meaning', settled: { name: 'Rosa', at: annex.at }, explained })
  expect(writeText(pagesOf(withTalk(plan, { ...annex, threads: [asked] })))).toMatch(
    /asks what this means\.\n +“Rota” means: A list of who works when\n +What became of it: Settled by Rosa/,
  )
})

it('[TALK-85] is an annex of its own in JSON, which is told apart from the plan and brought back by nobody', async () => {
  const formats = createFormats({ pdf: createPdfMaker() })
  const made = String(await formats.json.make(withTalk(plan, annex), 'anna'))
  const file = JSON.parse(made)
  expect(file.annex).toEqual(annex)
  const { annex: _, ...rest } = file
  expect(rest).toEqual(JSON.parse(String(await formats.json.make(plan, 'anna'))))
  expect(readPlanFile(made)).toMatchObject({ is: 'plan' })
})

it('[TALK-85] [TALK-88] is the same bytes each time; tables, calendars and FHIR have none of it', {
  timeout: 120_000,
}, async () => {
  const pdf = createPdfMaker()
  onTestFinished(() => pdf.stop())
  const formats = createFormats({ pdf })
  const [, support] = examples('en')
  const copy = draftOf((support as NonNullable<typeof support>).plan)
  for (const format of FORMATS) {
    if (format === 'ics') continue
    const bytes = async (exported: Exported) => Buffer.from(await formats[format].make(exported, 'anna'))
    const [without, first] = [await bytes(copy), await bytes(withTalk(copy, annex))]
    expect(first.equals(await bytes(withTalk(copy, annex))), format).toBe(true)
    expect(first.equals(without), format).toBe(talkInFormat(format, 'annex') === undefined)
  }
})
