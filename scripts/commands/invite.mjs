import { join } from 'node:path'
import { ROOT } from '../ground/root.mjs'
import { run } from '../ground/run-process.mjs'

/** Prints a one-use start link. */
export const main = (args) => run(process.execPath, [join(ROOT, 'server/src/invite.ts'), ...args])
