import * as deadCode from './dead-code.mjs'
import * as format from './format.mjs'
import * as imports from './imports.mjs'
import * as oneYjs from './one-yjs.mjs'
import * as rules from './rules.mjs'
import * as size from './size.mjs'
import * as texts from './texts.mjs'
import * as types from './types.mjs'

/**
 * Every gate of `npm run check`, by the name of its file and of its planted faults (scripts/planted/<name>.mjs).
 * `look(root)` reads one tree and says how much it read and what it found.
 * @type {Record<string, { title: string, look(root: string): Promise<{ read: string, findings: string[] }> }>}
 */
export const GATES = { format, types, imports, 'dead-code': deadCode, rules, texts, 'one-yjs': oneYjs, size }
