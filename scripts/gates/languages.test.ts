import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
// @ts-expect-error a script of Node built-ins, without types
import { ROOT } from '../ground/root.mjs'
// @ts-expect-error a script of Node built-ins, without types
import { filesUnder } from './tree.mjs'

/** What decides by one of a pair, or names the pair: a third language would be taken for one of the two, and no type would say so. */
const BY_PAIR = /[=!]== '(?:cy|en)'\s*(?:\?|&&|\|\|)|'en' \| 'cy'|\['en', 'cy'\]|\((?:\?:)?en\|cy\)/

it('[A11Y-291] a third language is taken for no other: which there are is asked of one list', () => {
  const sources: string[] = filesUnder(ROOT, ['client', 'server/src', 'shared/src'], /\.tsx?$/)
  const ours = sources.filter((file) => !/\.test\.|\/testing|\/examples\/|home-page/.test(file))
  expect(ours.length).toBeGreaterThan(500)
  const byPair = ours.filter((file) => BY_PAIR.test(readFileSync(join(ROOT, file), 'utf8')))
  expect(byPair).toEqual(['shared/src/plan/our-languages.ts'])
})
