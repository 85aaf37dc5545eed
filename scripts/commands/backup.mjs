import { join } from 'node:path'
import { ROOT } from '../ground/root.mjs'
import { run } from '../ground/run-process.mjs'

/** Makes a back-up of the data folder, and tries it. */
export const main = (args) => run(process.execPath, [join(ROOT, 'server/src/backup.ts'), ...args])
