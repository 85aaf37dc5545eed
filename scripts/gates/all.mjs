import * as deadCode from './dead-code.mjs'
import * as format from './format.mjs'
import * as imports from './imports.mjs'
import * as inclusion from './inclusion.mjs'
import * as oneYjs from './one-yjs.mjs'
import * as readingAge from './reading-age.mjs'
import * as rules from './rules.mjs'
import * as size from './size.mjs'
import * as texts from './texts.mjs'
import * as types from './types.mjs'

/**
 * Every gate of `npm run check`. `name` is its file's and its planted faults' (scripts/planted/<name>.mjs);
 * `look(root)` reads one tree and says how much it read, what it found, and what else is worth knowing (`notes`).
 * @type {{ name: string, title: string, look(root: string): Promise<{ read: string, findings: string[], notes?: string[] }> }[]}
 */
const GATES = [format, types, imports, deadCode, rules, texts, readingAge, inclusion, oneYjs, size]

/** All gates, or those named. @throws {Error} where a name is none */
export const gatesNamed = (names) =>
  names.length === 0
    ? GATES
    : names.map((wanted) => {
        const gate = GATES.find(({ name }) => name === wanted)
        if (!gate)
          throw new Error(`There is no gate "${wanted}". There are: ${GATES.map(({ name }) => name).join(', ')}.`)
        return gate
      })
