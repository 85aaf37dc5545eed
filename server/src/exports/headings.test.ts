import { expect, it } from 'vitest'
import { headingLevels } from './headings.ts'

it('[EXPORT-5] gives headings levels without a gap, also through lists', () => {
  const heading = (level: 1 | 2 | 3) => ({ type: 'heading', level, runs: [{ text: 'x' }] }) as const
  const [a, b, c, d, e] = [heading(3), heading(1), heading(3), heading(2), heading(3)]
  const levels = headingLevels([a, b, { type: 'bullets', items: [[c], [d]] }, e])
  expect([a, b, c, d, e].map((block) => levels.get(block))).toEqual([1, 1, 2, 2, 3])
})
