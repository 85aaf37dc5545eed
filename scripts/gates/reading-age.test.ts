import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
// @ts-expect-error a script of Node built-ins, without types
import { ROOT } from '../ground/root.mjs'
// @ts-expect-error a script, without types
import { textsRead } from './reading-age/texts-read.mjs'
// @ts-expect-error a script, without types
import { look } from './reading-age.mjs'
// @ts-expect-error a script, without types
import { filesUnder } from './tree.mjs'

// What turns them red is in scripts/planted/reading-age.mjs.
describe('our words are plain', async () => {
  const { findings, notes, byCheck } = await look(ROOT)

  it('[A11Y-120] @E1 a reading age of 9, page by page and overall', () => {
    expect(byCheck.E1).toEqual([])
    expect(notes.join('\n')).toMatch(/^reading age \d\.\d \(Flesch-Kincaid\), year \d\.\d \(Spache\)/)
  })

  it('[A11Y-121] [A11Y-122] @E2 sentences of 15 words, two on the way in, and no care word that is not told', () => {
    expect(byCheck.E2).toEqual([])
  })

  it('[A11Y-123] @F1 no English in Welsh, and texts no Welsh speaker has read are counted', () => {
    expect(byCheck.F1).toEqual([])
    expect(notes.join('\n')).toMatch(/\d+ of \d{4} Welsh texts of pages no speaker has read yet/)
  })

  it('and nothing else is found', () => {
    expect(findings).toEqual([])
  })
})

it('[A11Y-13] @F2 what plans, answers and copies are made of has only letters our font has, as pages have', async () => {
  const texts: { en: string[]; cy: string[] }[] = await textsRead(ROOT)
  const letters = new Set(texts.flatMap(({ en, cy }) => [...en, ...cy].flatMap((text) => [...text])))
  const ranges = [
    ...readFileSync(join(ROOT, 'client/src/styles/fonts.css'), 'utf8').matchAll(/U\+([\dA-F]+)(?:-([\dA-F]+))?/gi),
  ]
  const isThere = (letter: string) =>
    ranges.some(([, from = '', to = from]) => {
      const code = letter.codePointAt(0) ?? 0
      return code >= Number.parseInt(from, 16) && code <= Number.parseInt(to, 16)
    })
  expect(letters.size).toBeGreaterThan(60)
  expect([...letters].filter((letter) => !isThere(letter))).toEqual([])
})

it('[A11Y-12] @F5 no text of ours writes a day as machines do, nor and as “a(c)”, and nothing asks a browser for a Welsh list', async () => {
  const texts: { where: string; en: string[]; cy: string[] }[] = await textsRead(ROOT)
  const raw = texts.filter(({ en, cy }) => [...en, ...cy].some((text) => /\d{4}-\d{2}-\d{2}|\ba\(c\)/.test(text)))
  expect(raw.map(({ where }) => where)).toEqual([])
  const code = filesUnder(ROOT, ['client/src', 'shared/src', 'server/src'], /(?<!\.test)\.tsx?$/)
  expect(code.length).toBeGreaterThan(500)
  expect(
    code.filter((file: string) => /Intl\.ListFormat\((?!'en-GB')/.test(readFileSync(join(ROOT, file), 'utf8'))),
  ).toEqual([])
})
