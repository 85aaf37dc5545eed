import { describe, expect, it } from 'vitest'
import tokens from './tokens.css?raw'

type Colours = Record<string, string>

const colours = (block: string): Colours =>
  Object.fromEntries([...block.matchAll(/--([a-z0-9-]+):\s*(#[0-9a-f]{6});/g)].map(([, name, hex]) => [name, hex]))

/** The declarations of the first rule with this selector. */
function rule(selector: string): Colours {
  const at = tokens.indexOf(`${selector} {`)
  if (at < 0) throw new Error(`No rule for ${selector}`)
  return colours(tokens.slice(at, tokens.indexOf('}', at)))
}

const usual = rule(':root')
const THEMES: Record<string, Colours> = {
  white: usual,
  cream: { ...usual, ...rule('[data-theme="cream"]') },
  dark: { ...usual, ...rule('[data-theme="dark"]') },
  contrast: { ...usual, ...rule('[data-theme="contrast"]') },
}

/** WCAG 2.2: relative luminance of `#rrggbb`. */
function luminance(hex: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(hex.slice(at, at + 2), 16) / 255
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * r + 0.7152 * g + 0.0722 * b
}

function ratio(one: string | undefined, other: string | undefined): number {
  if (!one || !other) return Number.NaN
  const [light = 0, dark = 0] = [luminance(one), luminance(other)].sort((a, b) => b - a)
  return (light + 0.05) / (dark + 0.05)
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

  it('[A11Y-9] has edges and marks at 3:1 or better', () => {
    expect(below(3, SHAPES)).toEqual([])
  })
})

it('[A11Y-9] a dark device that chose nothing gets the dark theme', () => {
  expect(rule(':root:not([data-theme])')).toEqual(rule('[data-theme="dark"]'))
})
