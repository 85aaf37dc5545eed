import { changesBetween, wordsOfSentences } from '@withy/shared/plan'
import { expect, it } from 'vitest'
import { nowThere } from './now-there.ts'
import { said } from './testing-suggest.tsx'

const WAS = said('One is here. Two is here. Three is here. Four is here.')
const change = changesBetween(WAS, said('One is here. Two is gone. Three is here. Four is here.')).map((one) => ({
  ...one,
  needs: [],
  yes: [],
  fate: null,
}))[0]
const read = (...now: string[]) => change && wordsOfSentences(nowThere(change, said(now.join(' ')))).trim()

it('[TALK-65] what stands now in the place of words that are gone is found between those that stood beside them', () => {
  expect(read('One is here.', 'Other words.', 'And more.', 'Three is here.', 'Four is here.')).toBe(
    'Other words. And more.',
  )
  expect(read('One is here.', 'Other words.', 'New end.'), 'the one before is left').toBe('Other words.')
  expect(read('New start.', 'Other words.', 'Three is here.'), 'the one after is left').toBe('Other words.')
  expect(read('One is here.', 'Three is here.'), 'nothing came in its place').toBe('')
  expect(read('All of it is new.', 'Nothing is left.'), 'neither is').toBe('')
})

it('[TALK-65] no more of a long text is shown than four sentences', () => {
  const many = Array.from({ length: 30 }, (_, n) => `Number ${n} stands here.`)
  expect(read('One is here.', ...many, 'Three is here.')?.match(/Number/g)).toHaveLength(4)
})
