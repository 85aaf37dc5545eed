import { expect, it } from 'vitest'
import { coloursOf, ratio } from '../../styles/testing-contrast.ts'
import tokens from '../../styles/tokens.css?raw'

const sheets = Object.entries(
  import.meta.glob<string>(['./*.css', '../workshop-screen/*.css'], { query: '?raw', import: 'default', eager: true }),
)
const own = coloursOf(sheets.find(([path]) => path.endsWith('/room-screen.css'))?.[1] ?? '', '.screen')

const GROUNDS = ['paper', 'card', 'wash', 'clay-wash']
const pairs = (names: readonly string[]) => names.flatMap((name) => GROUNDS.map((ground) => [name, ground] as const))
const TEXT = [...pairs(['ink', 'quiet', 'willow', 'clay']), ['on-willow', 'willow'], ['paper', 'ink']] as const
const SHAPES = pairs(['edge', 'line', 'willow', 'clay', 'focus'])

const below = (least: number, veil: number, all: readonly (readonly [string, string])[]) =>
  all
    .map(([one, ground]) => ({ one, ground, ratio: ratio(own[one], own[ground], veil) }))
    .filter((pair) => !(pair.ratio >= least))

it('[A11Y-160] @H2 in a lit room the words are 10:1 or better, shapes 5:1, and both are seen through the light of the room', () => {
  expect(below(10, 0, TEXT)).toEqual([])
  expect(below(5, 0, SHAPES)).toEqual([])
  expect(below(4.5, 0.1, [...TEXT, ...SHAPES])).toEqual([])
})

it('[A11Y-160] @H2 the room screen uses no colour but its own', () => {
  const named = Object.keys(coloursOf(tokens, ':root'))
  const used = sheets.flatMap(([, css]) => [...css.matchAll(/var\(--([a-z0-9-]+)/g)].map(([, name = '']) => name))
  expect(used.length).toBeGreaterThan(5)
  expect(used.filter((name) => named.includes(name) && !(name in own))).toEqual([])
})
