import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { filesUnder } from '../tree.mjs'

const BEHIND = {
  plans: 'shared/src/plan/index.ts',
  'what both ends say': 'shared/src/api/index.ts',
  copies: 'server/src/exports/words.ts',
}

/**
 * Every text of ours, by the page or feature it belongs to, as people read it: what is filled in is filled with a plain
 * word, and a text that counts is there once for each form.
 * @returns {Promise<{ page: string, where: string, en: string[], cy: string[] }[]>}
 */
export const textsRead = async (root) => [...(await onPages(root)), ...(await behindPages(root))]

async function onPages(root) {
  const needs = createRequire(join(root, 'client/package.json'))
  const { compileMessageOrThrow } = await import(pathToFileURL(needs.resolve('@lingui/message-utils/compileMessage')))
  const folder = join(root, 'client/src/text')
  const read = (text) => asRead(compileMessageOrThrow(text))
  return filesUnder(folder, ['en'], /\.json$/).flatMap((file) => {
    const page = file.slice('en/'.length, -'.json'.length)
    const [en, cy] = ['en', 'cy'].map((language) =>
      JSON.parse(readFileSync(join(folder, language, `${page}.json`), 'utf8')),
    )
    return Object.keys(en).map((key) => ({
      page,
      where: `${page}.${key}`,
      en: read(en[key]),
      cy: read(cy[key] ?? ''),
    }))
  })
}

/** Every `{ en, cy }` that plans, answers and copies are made of. */
async function behindPages(root) {
  const found = []
  const seen = new Set()
  const walk = (value, where, page) => {
    if (value === null || typeof value !== 'object' || seen.has(value)) return
    seen.add(value)
    if (typeof value.en === 'string') found.push({ page, where, en: [value.en], cy: [value.cy ?? ''] })
    else for (const [key, inside] of Object.entries(value)) walk(inside, `${where}.${inside?.id ?? key}`, page)
  }
  for (const [page, file] of Object.entries(BEHIND))
    for (const [name, value] of Object.entries(await import(pathToFileURL(join(root, file))))) walk(value, name, page)
  return found
}

/** What stands where a text is filled in. */
const FILLED = { ask: 'Sam?' }
const NUMBERS = new Set([
  'count',
  'number',
  'max',
  'length',
  'minutes',
  'part',
  'of',
  'done',
  'all',
  'from',
  'to',
  'at',
])

/**
 * The forms of a compiled text, each as it is read.
 * @param tokens what Lingui compiles a text to: words, and `[name, kind, choices]`
 */
const asRead = (tokens) =>
  typeof tokens === 'string'
    ? [tokens]
    : tokens.reduce((before, token) => before.flatMap((text) => formsOf(token).map((form) => text + form)), [''])

function formsOf(token) {
  if (typeof token === 'string') return [token === '#' ? '3' : token]
  const [name, , choices] = token
  if (choices === undefined || typeof choices !== 'object') return [NUMBERS.has(name) ? '3' : (FILLED[name] ?? 'Sam')]
  const forms = Object.entries(choices).filter(([form]) => form !== 'offset')
  return [...new Set(forms.flatMap(([, inside]) => asRead(inside)))]
}
