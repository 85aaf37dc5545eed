import { join } from 'node:path'
import { countsIn, inWords, resultFile, sum } from '../ground/counts.mjs'
import { ROOT } from '../ground/root.mjs'
import { run } from '../ground/run-process.mjs'
import { runVitest } from '../ground/runners.mjs'

/**
 * Breaks things around the real server, and shows that no word is lost (server/faults/README.md). `--short`: also as the tests of the
 * rules that this proves. @returns the exit code
 */
export async function main(args) {
  const held = args.includes('--short') ? resultFile('scenarios') : undefined
  const code = await run(process.execPath, [
    join(ROOT, 'server/faults/main.ts'),
    ...args,
    ...(held ? ['--counts', held] : []),
  ])
  if (!held) return code
  const counts = sum([countsIn(held), await runVitest(['--project', 'faults'], 'faults', { onDisk: true })])
  console.log(inWords(counts))
  return code || (counts.failed === 0 ? 0 : 1)
}
