import { describe, expect, it } from 'vitest'
import { type Colours, coloursOf, ratio } from './testing-contrast.ts'
import tokens from './tokens.css?raw'

const rule = (selector: string): Colours => coloursOf(tokens, selector)

const usual = rule(':root')
const THEMES: Record<string, Colours> = {
  white: usual,
  cream: { ...usual, ...rule('[data-theme="cream"]') },
  dark: { ...usual, ...rule('[data-theme="dark"]') },
  contrast: { ...usual, ...rule('[data-theme="contrast"]') },
}

const TEXT = ['ink', 'quiet', 'willow', 'clay'].flatMap((text) =>
  ['paper', 'card', 'wash', 'clay-wash'].map((ground) => [text, ground] as const),
)
const ON = [
  ['on-willow', 'willow'],
  ['paper', 'ink'],
  ['on-sun', 'sun'],
  ...Array.from({ length: 10 }, (_, at) => ['on-person', `person-${at}`] as const),
  ...Array.from({ length: 10 }, (_, at) => [`person-${at}`, 'paper'] as const),
] as const
const SHAPES = ['edge', 'willow', 'clay', 'focus'].flatMap((shape) =>
  ['paper', 'card', 'wash'].map((ground) => [shape, ground] as const),
)

describe.each(Object.entries(THEMES))('theme %s', (_name, theme) => {
  const below = (least: number, pairs: readonly (readonly [string, string])[]) =>
    pairs
      .map(([one, ground]) => ({ one, ground, ratio: ratio(theme[one], theme[ground]) }))
      .filter(({ ratio }) => !(ratio >= least))

  it('[A11Y-9] reads at 7:1 or better', () => {
    expect(below(7, [...TEXT, ...ON])).toEqual([])
  })

  it('[A11Y-9] @B4 has edges and marks at 3:1 or better', () => {
    expect(below(3, SHAPES)).toEqual([])
  })
})

it('[A11Y-9] a dark device that chose nothing gets the dark theme', () => {
  expect(rule(':root:not([data-theme])')).toEqual(rule('[data-theme="dark"]'))
})
