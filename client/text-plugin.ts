import { dirname } from 'node:path'
import { compileMessageOrThrow } from '@lingui/message-utils/compileMessage'
import type { Plugin } from 'vite'
import { countWelshRead } from './welsh-read.ts'

const CATALOGUE = /\/src\/text\/[a-z]{2,3}\/([a-z-]+)\.json$/
const WELSH_READ = /\/src\/text\/welsh-read\.ts$/

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

/**
 * Compiles `src/text/<language>/<word>.json` as it is loaded, so that no ICU parser reaches the browser; and counts which Welsh ones
 * were read.
 */
export const textPlugin = (): Plugin => ({
  name: 'withy-text',
  enforce: 'pre',
  transform(code, id) {
    if (WELSH_READ.test(id))
      return { code: `export const WELSH_READ = ${JSON.stringify(countWelshRead(dirname(id)))}`, map: null }
    const word = CATALOGUE.exec(id)?.[1]
    return word ? { code: compileCatalogue(word, code), map: null } : undefined
  },
})
