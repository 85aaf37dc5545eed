import { join } from 'node:path'
import { ROOT } from '../ground/root.mjs'
import { run } from '../ground/run-process.mjs'

/** Measures the product, and its engine beside peers (server/bench/README.md). */
export const main = (args) => run(process.execPath, [join(ROOT, 'server/bench/main.ts'), ...args])
