import { expect, it } from 'vitest'
import { compileCatalogue } from '../../text-plugin.ts'
import { messages as cy } from './cy.ts'
import { messages as en } from './en.ts'

type Choices = Readonly<Record<string, Token[]>>
type Token = string | [name: string, kind?: string, choices?: Choices]
const tokensOf = (message: unknown): Token[] => (Array.isArray(message) ? (message as Token[]) : [])

/** The names a text is filled with. */
function placesOf(tokens: Token[]): Set<string> {
  const names = new Set<string>()
  for (const token of tokens) {
    if (typeof token === 'string') continue
    names.add(token[0])
    for (const choice of Object.values(token[2] ?? {})) for (const name of placesOf(tokensOf(choice))) names.add(name)
  }
  return names
}

const pluralsOf = (tokens: Token[]): Choices[] =>
  tokens.flatMap((token) => (typeof token !== 'string' && token[1] === 'plural' && token[2] ? [token[2]] : []))

/** Every word of a text, its choices included. */
const wordsOf = (tokens: Token[]): string =>
  tokens
    .map((token) =>
      typeof token === 'string'
        ? token
        : Object.values(token[2] ?? {})
            .map((choice) => wordsOf(tokensOf(choice)))
            .join(' '),
    )
    .join(' ')

const ids = Object.keys(en)

it('[A11Y-1] has the same texts in both languages', () => {
  expect(ids.length).toBeGreaterThan(100)
  expect(Object.keys(cy).sort()).toEqual(ids.sort())
})

it('[A11Y-1] fills each text with the same names in both languages, and leaves none empty', () => {
  const names = (message: unknown) => [...placesOf(tokensOf(message))].sort().join()
  expect(ids.filter((id) => names(en[id]) !== names(cy[id]))).toEqual([])
  expect(ids.filter((id) => !wordsOf(tokensOf(en[id])).trim() || !wordsOf(tokensOf(cy[id])).trim())).toEqual([])
})

it('[A11Y-1] has all six plural forms in Welsh where a text counts', () => {
  const SIX = ['zero', 'one', 'two', 'few', 'many', 'other']
  const counting = ids.filter((id) => pluralsOf(tokensOf(en[id])).length > 0)
  expect(counting.length).toBeGreaterThan(0)
  const lacking = counting.filter((id) => {
    const forms = pluralsOf(tokensOf(cy[id]))
    return (
      forms.length !== pluralsOf(tokensOf(en[id])).length || !forms.every((form) => SIX.every((one) => one in form))
    )
  })
  expect(lacking).toEqual([])
})

it('[A11Y-18] blames nobody', () => {
  const BLAME = /\b(?:invalid|errors?|failed|submit|users?|oops)\b/i
  expect(ids.filter((id) => BLAME.test(wordsOf(tokensOf(en[id]))))).toEqual([])
})

it('[A11Y-13] uses only letters our font has', () => {
  const words = ids.map((id) => wordsOf(tokensOf(en[id])) + wordsOf(tokensOf(cy[id]))).join('')
  expect([...new Set(words)].filter((letter) => !isInFont(letter))).toEqual([])
})

it('[A11Y-1] a text that cannot be read stops the build', () => {
  expect(() => compileCatalogue('home', '{ "title": "Hello {name" }')).toThrow()
})

/** The two cuts of the font, by the `unicode-range` of fonts.css. */
function isInFont(letter: string): boolean {
  const code = letter.codePointAt(0) ?? 0
  return (
    code <= 0xff ||
    (code >= 0x100 && code <= 0x2ba) ||
    (code >= 0x1e00 && code <= 0x1e9f) ||
    (code >= 0x1ef2 && code <= 0x1eff) ||
    (code >= 0x2000 && code <= 0x206f) ||
    code === 0x20ac ||
    code === 0x2212
  )
}
