import { expect, it } from 'vitest'
import { isVisible } from './visible.ts'

it('[LIMIT-32] nothing is to be seen in spaces, fillers, joiners and control characters alone', () => {
  for (const unseen of [
    '',
    ' ',
    '\u00a0',
    '\u200b\u200d',
    '\u3164',
    '\u115f\u1160',
    '\uffa0',
    '\u2800',
    '\u00ad',
    '\u034f',
    '\u2066\u2069',
    '\u180e',
    '\ufe0f',
    '\u{e0020}',
    '\u0007',
  ]) {
    expect([unseen, isVisible(unseen)]).toEqual([unseen, false])
    expect(isVisible(`${unseen}ŵ`)).toBe(true)
  }
  for (const seen of ['1', '-', '💚', '中', 'ب', '\ufffd', '_']) expect([seen, isVisible(seen)]).toEqual([seen, true])
})
