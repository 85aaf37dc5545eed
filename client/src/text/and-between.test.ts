import { expect, it } from 'vitest'
import { andBetween } from './and-between.ts'

it('[PLAN-113] @F5 joins names with the word for and: in Welsh the one that goes with what follows', () => {
  expect(andBetween(['Anna', 'Ben', 'Eve'], 'en')).toBe('Anna, Ben and Eve')
  expect(andBetween(['Anna', 'Ben', 'Eve'], 'cy')).toBe('Anna, Ben ac Eve')
  expect(andBetween(['Eve', 'Ben'], 'cy')).toBe('Eve a Ben')
  expect(andBetween(['Eve', 'Ŵyn'], 'cy')).toBe('Eve a Ŵyn')
  expect(andBetween(['Eve', 'Ynyr'], 'cy')).toBe('Eve ac Ynyr')
  expect(andBetween(['Eve', 'Élodie'], 'cy')).toBe('Eve ac Élodie')
  expect(andBetween(['Eve'], 'cy')).toBe('Eve')
  expect(andBetween([], 'cy')).toBe('')
})
