import { join } from 'node:path'
import { ROOT } from '../ground/root.mjs'
import { run } from '../ground/run-process.mjs'

/** Puts a back-up in the place of what is in the data folder. */
export const main = (args) => run(process.execPath, [join(ROOT, 'server/src/restore.ts'), ...args])
