import { join } from 'node:path'
import { ROOT } from '../ground/root.mjs'
import { run } from '../ground/run-process.mjs'

/** Breaks things around the real server, and shows that no word is lost (server/faults/README.md). */
export const main = (args) => run(process.execPath, [join(ROOT, 'server/faults/main.ts'), ...args])
