import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
// @ts-expect-error a script of Node built-ins, without types
import { ROOT } from '../ground/root.mjs'
// @ts-expect-error a script, without types
import { lettersIn } from './reading-age/letters-in.mjs'
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

it('[A11Y-13] @F2 what pages, plans, answers and copies are made of has only letters that the files of our font draw', async () => {
  const texts: { en: string[]; cy: string[] }[] = await textsRead(ROOT)
  const letters = new Set(texts.flatMap(({ en, cy }) => [...en, ...cy].flatMap((text) => [...text])))
  const css = readFileSync(join(ROOT, 'client/src/styles/fonts.css'), 'utf8')
  const faces = css.split('@font-face').filter((face) => face.includes('"Atkinson Hyperlegible Next Variable"'))
  const drawn = faces.map((face) => {
    const [, file = ''] = face.match(/url\("([^"]+)"\)/) ?? []
    const ranges = [...face.matchAll(/U\+([\dA-F]+)(?:-([\dA-F]+))?/gi)].map(([, from = '', to = from]) =>
      [from, to].map((code) => Number.parseInt(code, 16)),
    )
    return { ranges, inFile: lettersIn(join(ROOT, 'client/node_modules', file)) as Set<number> }
  })
  // A browser asks a file for the letters of its range alone.
  const isDrawn = (code: number) =>
    drawn.some(
      ({ ranges, inFile }) => inFile.has(code) && ranges.some(([from = 0, to = 0]) => from <= code && code <= to),
    )
  expect(letters.size).toBeGreaterThan(60)
  expect([...letters].filter((letter) => /\S/.test(letter) && !isDrawn(letter.codePointAt(0) ?? 0))).toEqual([])
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
