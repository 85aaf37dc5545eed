import { join } from 'node:path'
import { ROOT } from '../ground/root.mjs'
import { run } from '../ground/run-process.mjs'

/** Plays seeds of the simulation: `--runs 5000` for so many, `--seed 17` for one again. */
export const main = (args) => run(process.execPath, [join(ROOT, 'server/simulation/main.ts'), ...args])
