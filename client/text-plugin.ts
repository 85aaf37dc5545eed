import { compileMessageOrThrow } from '@lingui/message-utils/compileMessage'
import type { Plugin } from 'vite'

const CATALOGUE = /\/src\/text\/(?:en|cy)\/([a-z-]+)\.json$/

/**
 * Compiles the texts of one catalogue file.
 * @param word the file's name, first half of every id
 * @param json `{ "write-here": "Write here", … }`, values in ICU MessageFormat
 * @returns the same as JSON, `{ "plan.write-here": compiled }`; throws where a text cannot be read as ICU
 */
export function compileCatalogue(word: string, json: string): string {
  const texts = JSON.parse(json) as Record<string, string>
  return JSON.stringify(
    Object.fromEntries(Object.entries(texts).map(([key, text]) => [`${word}.${key}`, compileMessageOrThrow(text)])),
  )
}

/** Compiles `src/text/<language>/<word>.json` as it is loaded, so that no ICU parser reaches the browser. */
export const textPlugin = (): Plugin => ({
  name: 'withy-text',
  enforce: 'pre',
  transform(code, id) {
    const word = CATALOGUE.exec(id)?.[1]
    return word ? { code: compileCatalogue(word, code), map: null } : undefined
  },
})
