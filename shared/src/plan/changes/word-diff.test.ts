import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { anyText } from '../../testing/index.ts'
import { likeness, signParts, wordDiff } from './word-diff.ts'

/** "+" stands before what was added, "-" before what was taken out. */
const told = (before: string, after: string): string[] =>
  wordDiff(before, after).map(({ is, text }) => `${{ same: '', added: '+', 'taken-out': '-' }[is]}${text}`)

describe('words inside a text that was changed', () => {
  it('[PLAN-111] are told one by one, and what belongs together as one', () => {
    expect(told('The old orchard', 'The orchard of ours')).toEqual(['The ', '-old ', 'orchard', '+ of ours'])
    expect(told('We meet on a cold Monday at the mill', 'We meet on a warm Tuesday at the mill')).toEqual([
      'We meet on a ',
      '-cold Monday',
      '+warm Tuesday',
      ' at the mill',
    ])
    expect(told('See you', 'Nothing alike')).toEqual(['-See you', '+Nothing alike'])
    expect(told('Dw i’n hoffi’r ardd', 'Dw i’n hoffi’r afon')).toEqual(['Dw i’n hoffi’r ', '-ardd', '+afon'])
    expect(told('我们在河边见面', '我们在山边见面').length).toBeGreaterThan(2)
    expect([told('', 'new'), told('gone', ''), told('a', 'a')]).toEqual([['+new'], ['-gone'], ['a']])
  })

  it('[PLAN-111] give both texts back, whatever is in them, and are signed under the very words', () => {
    fc.assert(
      fc.property(anyText, anyText, anyText, (a, b, c) => {
        const [before, after] = [`${a} ${b}`, `${a}${c} ${b}`]
        const parts = wordDiff(before, after)
        const without = (what: string) => parts.flatMap(({ is, text }) => (is === what ? [] : [text])).join('')
        expect([without('added'), without('taken-out')]).toEqual([before, after])
        const heard: string[] = []
        const hear = (text: string) => (from: number, to: number) => [heard.push(text.slice(from, to))]
        const signed = signParts(parts, hear(after), hear(before))
        expect(heard).toEqual(signed.filter(({ by }) => by).map(({ text }) => text))
      }),
      { numRuns: 300 },
    )
  })

  it('[PLAN-114] of very long texts are told of whole, and soon', () => {
    const long = (word: string) => Array.from({ length: 60_000 }, (_, i) => `${word}${i}`).join(' ')
    const from = performance.now()
    expect(wordDiff(`same ${long('a')}`, `same ${long('b')}`).map(({ is }) => is)).toEqual(['taken-out', 'added'])
    expect(performance.now() - from).toBeLessThan(15_000)
  })

  it('[PLAN-111] know how alike two texts are', () => {
    expect([likeness('a b c d', 'a b c d'), likeness('a b', 'c d'), likeness('', '')]).toEqual([1, 0, 0])
    expect(likeness('the old mill', 'the new mill')).toBeCloseTo(2 / 3)
  })
})
