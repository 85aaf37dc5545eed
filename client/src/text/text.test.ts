import { expect, it } from 'vitest'
import { compileCatalogue } from '../../text-plugin.ts'
import { messages as cy } from './cy.ts'
import { messages as cyWorkshop } from './cy-workshop.ts'
import { messages as en } from './en.ts'
import { messages as enWorkshop } from './en-workshop.ts'

type Token = string | [name: string, kind?: string, choices?: Readonly<Record<string, Token[]>>]
const tokensOf = (message: unknown): Token[] => (Array.isArray(message) ? (message as Token[]) : [])

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

it('[A11Y-13] uses only letters our font has', () => {
  expect(ids.length).toBeGreaterThan(100)
  const words = ids.map((id) => wordsOf(tokensOf(en[id])) + wordsOf(tokensOf(cy[id]))).join('')
  expect([...new Set(words)].filter((letter) => !isInFont(letter))).toEqual([])
})

it('[A11Y-1] a text that cannot be read stops the build', () => {
  expect(() => compileCatalogue('home', '{ "title": "Hello {name" }')).toThrow()
})

it('[WORK-183] what became of an idea has one name for who gives the answer, who gets it, and whoever reads the record', () => {
  for (const messages of [enWorkshop, cyWorkshop])
    for (const fate of ['in-plan', 'changed', 'not-yet', 'not-possible']) {
      const [given, got, recorded] = ['lead', 'steps', 'after'].map((part) =>
        wordsOf(tokensOf(messages[`workshop-${part}.fate-${fate}`])).toLowerCase(),
      )
      expect(given).not.toBe('')
      expect(recorded).toBe(given)
      expect(got).toContain(given)
    }
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
