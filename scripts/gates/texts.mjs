import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { SAME_IN_WELSH } from './same-in-welsh.mjs'
import { exportWords, idsInClient } from './texts-in-use.mjs'
import { filesUnder } from './tree.mjs'

export const name = 'texts'
export const title = 'texts in both languages'

/** Words that blame people or speak of machines. Whole words only. */
const NEVER = {
  en: /\b(invalid|errors?|fail(?:ed|ure|s)?|submit(?:ted)?|users?|oops)\b/i,
  cy: /\b(annilys|gwall(?:au)?|defnyddiw?r|defnyddwyr|cyflwynwch eich|wps)\b/i,
}
/** The names of WCAG's criteria are W3C's words and not ours. */
const QUOTED = /^conformance\.wcag-[\d-]+$/
/** CLDR's plural forms, of which a language has some. A count without one of its own is said wrongly for some number. */
const FORMS = ['zero', 'one', 'two', 'few', 'many', 'other']

/**
 * Texts that are missing, untranslated, broken or unkind: the client's, the catalogue's, the refusals and those of plans
 * people take away. And texts that nobody is shown: a dead one is translated and looked after for nothing.
 */
export async function look(root) {
  const findings = []
  const client = await clientTexts(root, findings)
  const shared = await wordsBehind(root, ['shared/src/plan/index.ts', 'shared/src/api/index.ts'])
  const taken = await wordsBehind(root, ['server/src/exports/words.ts'])
  const all = [...client, ...shared, ...taken]
  for (const { where, en, cy } of all) {
    for (const [language, text] of Object.entries({ en, cy })) {
      const word = NEVER[language].exec(text)?.[0]
      if (word && !QUOTED.test(where)) findings.push(`${where} (${language}) says "${word}"`)
      if (text.trim() === '') findings.push(`${where} (${language}) is empty`)
    }
    if (en === cy && /\p{L}{2}/u.test(en.replaceAll(/\{[^}]*\}/g, '')) && !SAME_IN_WELSH.has(en))
      findings.push(`${where} is the same in Welsh: "${en}"`)
  }
  if (client.length === 0) findings.push('no text of the client was read')
  if (shared.length === 0) findings.push('no text of the catalogue was read')
  if (taken.length === 0) findings.push('no text of a plan people take away was read')
  findings.push(...unused(root, client), ...saidOtherwise(client, taken))
  return { read: `${all.length} texts`, findings }
}

/** Kinds of plan and voices are named on pages and in copies: each list is its own, and the names are the same. */
function saidOtherwise(client, taken) {
  const onPages = new Map(client.map(({ where, en, cy }) => [where, `${en} · ${cy}`]))
  return taken.flatMap(({ where, en, cy }) => {
    const [, list, key] = /^(KIND|VOICE)\.(\w+)$/.exec(where) ?? []
    const page = `common.${list?.toLowerCase()}-${key}`
    return list && onPages.get(page) !== `${en} · ${cy}`
      ? [`${where} of exports/words.ts says it otherwise than ${page}`]
      : []
  })
}

function unused(root, client) {
  const asked = idsInClient(root)
  const ours = exportWords(root)
  return [
    ...(ours.length === 0 ? ['no text of a plan people take away was looked for'] : []),
    ...client.filter(({ where }) => !asked.has(where)).map(({ where }) => `${where} is shown nowhere`),
    ...ours.filter(({ isUsed }) => !isUsed).map(({ key }) => `OURS.${key} of exports/words.ts is shown nowhere`),
  ]
}

async function clientTexts(root, findings) {
  const needs = createRequire(join(root, 'client/package.json'))
  const { compileMessageOrThrow } = await import(pathToFileURL(needs.resolve('@lingui/message-utils/compileMessage')))
  const folder = join(root, 'client/src/text')
  const found = []
  const languages = languagesIn(folder)
  const words = new Set(filesUnder(folder, languages, /\.json$/).map((file) => file.split('/')[1]))
  for (const word of words) {
    const texts = Object.fromEntries(languages.map((language) => [language, readTexts(join(folder, language, word))]))
    for (const key of new Set(languages.flatMap((language) => Object.keys(texts[language])))) {
      const where = `${word.replace('.json', '')}.${key}`
      const missing = languages.filter((language) => texts[language][key] === undefined)
      findings.push(...missing.map((language) => `${where} is missing in ${nameOf(language)}`))
      if (missing.length > 0) continue
      found.push({ where, en: texts.en[key], cy: texts.cy[key] })
      try {
        const [en, ...others] = languages.map((language) => compileMessageOrThrow(texts[language][key]))
        for (const [at, other] of others.entries()) findings.push(...differences(where, en, other, languages[at + 1]))
      } catch (trouble) {
        findings.push(`${where} cannot be read as ICU: ${trouble.message.split('\n')[0]}`)
      }
    }
  }
  return found
}

const readTexts = (file) => (existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : {})

/** The languages there are texts in, English first. Beside each may lie those that have been read (`cy-read`). */
const languagesIn = (folder) => {
  const folders = readdirSync(folder, { withFileTypes: true }).filter((entry) => entry.isDirectory())
  const others = folders.map((entry) => entry.name).filter((name) => name !== 'en' && !name.endsWith('-read'))
  return ['en', ...others]
}

const NAMES = new Intl.DisplayNames('en', { type: 'language' })
const nameOf = (language) => NAMES.of(language)

/** Made once a language: there are thousands of texts. */
const formsIn = new Map()
function formsOf(language) {
  if (!formsIn.has(language)) {
    const { pluralCategories } = new Intl.PluralRules(language).resolvedOptions()
    formsIn.set(
      language,
      FORMS.filter((form) => pluralCategories.includes(form)),
    )
  }
  return formsIn.get(language)
}

/** What a text and its English do not share: what they are filled with, and each form of a count that the language has. */
function differences(where, en, other, language) {
  const [inEnglish, inOther] = [en, other].map((tokens) => placesIn(tokens))
  const findings = []
  const names = (places) => [...new Set(places.map(({ name }) => name))].sort().join(', ')
  if (names(inEnglish) !== names(inOther))
    findings.push(
      `${where} is filled with "${names(inEnglish)}" in English and "${names(inOther)}" in ${nameOf(language)}`,
    )
  for (const { name, forms } of inOther.filter(({ type }) => type === 'plural')) {
    const missing = formsOf(language).filter((form) => !forms.includes(form))
    if (missing.length > 0) findings.push(`${where} has no ${nameOf(language)} for ${name}: ${missing.join(', ')}`)
  }
  const counted = (places) => places.filter(({ type }) => type === 'plural').map(({ name }) => name)
  for (const name of counted(inEnglish))
    if (!counted(inOther).includes(name)) findings.push(`${where} counts ${name} in English only`)
  return findings
}

/** The places of a compiled text: `[name, type, forms]`, nested ones too. */
function placesIn(tokens) {
  if (!Array.isArray(tokens)) return []
  return tokens
    .filter(Array.isArray)
    .flatMap(([name, type, forms]) => [
      { name, type, forms: forms && typeof forms === 'object' ? Object.keys(forms) : [] },
      ...(forms && typeof forms === 'object' ? Object.values(forms).flatMap(placesIn) : []),
    ])
}

/** Every `{ en, cy }` of some modules, with the path that leads to it. */
async function wordsBehind(root, modules) {
  const found = []
  const seen = new Set()
  const walk = (value, where) => {
    if (value === null || typeof value !== 'object' || seen.has(value)) return
    seen.add(value)
    if (typeof value.en === 'string' || typeof value.cy === 'string')
      found.push({ where, en: value.en ?? '', cy: value.cy ?? '' })
    else for (const [key, inside] of Object.entries(value)) walk(inside, `${where}.${inside?.id ?? key}`)
  }
  for (const file of modules)
    for (const [name, value] of Object.entries(await import(pathToFileURL(join(root, file))))) walk(value, name)
  return found
}
