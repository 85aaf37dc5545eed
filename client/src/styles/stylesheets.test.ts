import { expect, it } from 'vitest'

const sheets = Object.entries(
  import.meta.glob<string>('../**/*.css', { query: '?raw', import: 'default', eager: true }),
).map(([path, css]) => [path, css.replace(/\/\*.*?\*\//gs, '')] as const)

/** What lays out by sides of the screen instead of the way people read. */
const BY_SIDE =
  /(?:^|[\s;{])(?:margin|padding|border)-(?:left|right)|(?:^|[\s;{])(?:left|right)\s*:|text-align:\s*(?:left|right)/
const MOVES = /(?:^|[\s;{])(?:animation|transition)\b/

it('[A11Y-19] every style sheet lays out by reading direction and moves nothing', () => {
  expect(sheets.filter(([, css]) => css.includes('{')).length).toBeGreaterThan(5)
  expect(sheets.filter(([, css]) => BY_SIDE.test(css) || MOVES.test(css)).map(([path]) => path)).toEqual([])
})
