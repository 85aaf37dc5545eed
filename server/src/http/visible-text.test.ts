import { anyText } from '@withy/shared/testing'
import * as fc from 'fast-check'
import { expect, it } from 'vitest'
import { visibleRichText, visibleText } from './visible-text.ts'

it('[EXPORT-6] takes out control characters and direction overrides, mends line ends and half characters, and nothing else', () => {
  expect(visibleText('a\u0000b\u001b[31mc\u0085d\r\ne\tf')).toBe('ab[31mc\nd\ne f')
  expect(visibleText('\u202ea\u2066b\u2069\ud83dc\uffff')).toBe('ab\ufffdc\ufffd')
  expect(visibleText('👩🏽‍🦽 ŵ مرحبا 中文 e\u0301\u00ad')).toBe('👩🏽‍🦽 ŵ مرحبا 中文 e\u0301\u00ad')
  fc.assert(
    fc.property(anyText, (text) => {
      const seen = visibleText(text)
      expect(visibleText(seen)).toBe(seen)
      expect(seen).not.toMatch(/[\p{Surrogate}\t\r]/u)
      const letters = (t: string) => t.match(/[\p{L}\p{N}]/gu) ?? []
      expect(letters(seen)).toEqual(letters(text))
    }),
  )
})

it('[EXPORT-6] leaves out blocks in which there is nothing to see', () => {
  const heading = (text: string) => ({ type: 'heading', level: 1, runs: [{ text }] }) as const
  expect(
    visibleRichText([heading('\u0001'), { type: 'bullets', items: [[heading('\u200b')], [heading('\ufeffA')]] }]),
  ).toEqual([{ type: 'bullets', items: [[heading('A')]] }])
})
