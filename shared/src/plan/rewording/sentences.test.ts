import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { anyRichText } from '../../testing/any-plan.ts'
import { anyText } from '../../testing/hostile-text.ts'
import { canonicalText } from '../canonical.ts'
import { EXAMPLES } from '../examples/index.ts'
import { type RichText, type Run, sentencesOf, textOfSentences, wordsOfSentences, wordsOfText } from '../index.ts'

const cut = (text: string): string[] => sentencesOf(text).map(({ runs }) => runs.map((run) => run.text).join(''))

const paragraph = (...runs: Run[]) => ({ type: 'paragraph', runs }) as const

describe('a text in sentences', () => {
  it('[TALK-20] ends them where people end them: at a stop and a space, at a line break, in any script', () => {
    expect(cut('I like tea. Do you? “Yes!” (A lot.) Well… good')).toEqual([
      'I like tea.',
      ' Do you?',
      ' “Yes!”',
      ' (A lot.)',
      ' Well…',
      ' good',
    ])
    expect(cut('Rwy’n hoffi te.\nWyt ti?')).toEqual(['Rwy’n hoffi te.', '\nWyt ti?'])
    expect(cut('first line\nsecond line')).toEqual(['first line', '\nsecond line'])
    expect(cut('你好。「世界！」好')).toEqual(['你好。', '「世界！」', '好'])
  })

  it('[TALK-20] does not end them after a short form, in a number or after the number of a point', () => {
    for (const one of [
      'Dr. Rees and Mrs. A. Hughes come at 9 a.m. on most days.',
      'It costs 3.50 a time, e.g. on Mondays.',
      'Mae Parch. Huw yn dod, h.y. bob wythnos.',
      '1. Buy milk.',
      'Look at example.org for more!',
    ])
      expect(cut(one)).toEqual([one])
  })

  it('[TALK-20] cuts each sentence of the two example plans the same wherever it stands', () => {
    const texts = Object.values(EXAMPLES).flatMap(({ plan }) =>
      Object.values(plan.boxes).flatMap((box) => (box.type === 'text' ? [box.text] : [])),
    )
    const all = texts.flatMap((text) => sentencesOf(text))
    expect(all.length).toBeGreaterThan(40)
    for (const { runs } of all) {
      const words = runs
        .map(({ text }) => text)
        .join('')
        .trim()
      expect(cut(words)).toEqual([words])
      expect(words).toMatch(/^[\p{Lu}\p{N}“(£]/u)
    }
  })

  it('[TALK-20] put together they are the text, whatever stands in it', () => {
    fc.assert(
      fc.property(anyRichText, (text) => {
        expect(canonicalText(textOfSentences(sentencesOf(text)))).toEqual(canonicalText(text))
      }),
      { numRuns: 500, seed: 2213 },
    )
    fc.assert(
      fc.property(fc.array(anyText, { maxLength: 4 }), (lines) => {
        const words = lines.join('. \n')
        expect(wordsOfSentences(sentencesOf(words))).toEqual(/\S/.test(words) ? words.toWellFormed() : '')
      }),
      { numRuns: 500, seed: 2213 },
    )
  })

  it('[TALK-20] keeps lists within lists, points of several paragraphs, line breaks, languages and marks', () => {
    const bullets = (...items: RichText[]) => ({ type: 'bullets', items }) as const
    const text: RichText = [
      { type: 'heading', level: 2, runs: [{ text: 'Home. And garden' }], lang: 'cy' },
      bullets(
        [paragraph({ text: 'one.' }), paragraph({ text: 'still one. Two' })],
        [bullets([paragraph({ text: 'in' })])],
      ),
      bullets([paragraph({ text: 'another list' }), bullets([paragraph({ text: 'a' })]), paragraph({ text: 'after' })]),
      { type: 'numbers', lang: 'ar', dir: 'rtl', items: [[paragraph({ text: 'واحد. اثنان', bold: true })]] },
      paragraph({ text: 'See ' }, { text: 'this. And', link: 'https://example.org' }, { text: ' that.\nHere.' }),
    ]
    const sentences = sentencesOf(text)
    expect(textOfSentences(sentences)).toEqual(text)
    expect(wordsOfText(text)).toHaveLength(9)
    expect(sentences.filter(({ opens }) => opens)).toHaveLength(9)
    expect(sentences.map(({ lang }) => lang)).toEqual([
      'cy',
      'cy',
      ...Array(7).fill(undefined),
      'ar',
      'ar',
      ...Array(3).fill(undefined),
    ])
  })

  it('[TALK-20] keeps who wrote each word', () => {
    const text: RichText = [paragraph({ text: 'Mine. Ours', by: 1 }, { text: ' too. Yours.', by: 2 })]
    expect(sentencesOf(text).map(({ runs }) => runs)).toEqual([
      [{ text: 'Mine.', by: 1 }],
      [
        { text: ' Ours', by: 1 },
        { text: ' too.', by: 2 },
      ],
      [{ text: ' Yours.', by: 2 }],
    ])
    expect(textOfSentences(sentencesOf(text))).toEqual(text)
  })
})
