import { expect, it } from 'vitest'
import { spansOf } from './spans.ts'

it('[STORE-115] a word is whose most of its letters are, and words by the same writer are one passage', () => {
  const runs = [
    { text: 'The orch', by: 0 },
    { text: 'a', by: 1 },
    { text: 'rd ', by: 0 },
    { text: 'of ', by: 1 },
    { text: 'ours', by: 1 },
    { text: '\n', by: 0 },
    { text: ' stands' },
  ]
  expect(spansOf(runs)).toEqual([
    { text: 'The orchard ', by: 0 },
    { text: 'of ours\n ', by: 1 },
    { text: 'stands', by: -1 },
  ])
  expect(spansOf([])).toEqual([])
})
