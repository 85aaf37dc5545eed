import { existsSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { read } from '../ground/run-process.mjs'

/**
 * Runs some test files of a copied tree, up to the first that is red.
 * @returns {Promise<{ passed: number, red: string[], said: string }>} `red`: names of tests; `said`: by the runner, where it ran none
 */
export async function runTests(copy, tests, named) {
  const results = join(copy, 'broken.json')
  rmSync(results, { force: true })
  const cli = join(copy, 'node_modules/vitest/vitest.mjs')
  const options = ['--bail=1', '--reporter=json', `--outputFile=${results}`, ...(named ? ['-t', named] : [])]
  const { out, err } = await read(process.execPath, [cli, 'run', ...options, ...tests], { cwd: copy })
  if (!existsSync(results)) return { passed: 0, red: [], said: `${out}${err}`.trim() }
  const { numPassedTests, testResults } = JSON.parse(readFileSync(results, 'utf8'))
  const all = testResults.flatMap(({ assertionResults }) => assertionResults)
  const red = all.filter(({ status }) => status === 'failed').map(({ fullName }) => fullName)
  const said = testResults.flatMap(({ message }) => message || []).join('\n')
  return { passed: numPassedTests, red, said }
}
