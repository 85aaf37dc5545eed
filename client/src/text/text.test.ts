import { expect, it } from 'vitest'
import { compileCatalogue } from '../../text-plugin.ts'
import { messages as cyWorkshop } from './cy-workshop.ts'
import { messages as enWorkshop } from './en-workshop.ts'

type Texts = Readonly<Record<string, unknown>>
const written = import.meta.glob<Texts>(['./en/*.json', './cy/*.json'], { eager: true, import: 'default' })
const fetched = import.meta.glob<Texts>(['./en*.ts', './cy*.ts'], { eager: true, import: 'messages' })

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

it('every text is fetched with the first ones, or later with one group or a few that share it', () => {
  const idsOf = (files: Record<string, Texts>, isOne: (file: string) => boolean) =>
    Object.entries(files)
      .filter(([file]) => isOne(file))
      .flatMap(([, texts]) => Object.keys(texts))
  for (const language of ['en', 'cy']) {
    const isFirst = (file: string) => file === `./${language}.ts`
    const first = idsOf(fetched, isFirst)
    const later = new Set(idsOf(fetched, (file) => file.startsWith(`./${language}-`)))
    expect(
      first.filter((id) => later.has(id)),
      'fetched twice',
    ).toEqual([])
    const all = idsOf(written, (file) => file.startsWith(`./${language}/`))
    expect([...first, ...later].sort()).toEqual(all.sort())
  }
})

it('[A11Y-13] @F2 uses only letters our font has', () => {
  const texts = Object.values(written).flatMap((file) => Object.values(file))
  expect(texts.length).toBeGreaterThan(1000)
  const words = texts.map((text) => wordsOf(tokensOf(text))).join('')
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
