import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { faults } from '../broken/faults.mjs'
import { runTests } from '../broken/run-tests.mjs'
import { inWords, keepCounts } from '../ground/counts.mjs'
import { ROOT } from '../ground/root.mjs'
import { copyTree } from '../planted/copy-tree.mjs'

/**
 * Breaks the product on purpose, one way after the other, in a copy of this tree, and shows which test finds it. First the
 * same tests on the copy as it is: red for another reason would prove nothing. @returns the exit code
 */
export async function main() {
  const counts = { passed: 0, failed: 0 }
  const tell = (passed, what) => {
    counts[passed ? 'passed' : 'failed'] += 1
    console.log(`${passed ? 'pass' : 'FAIL'}  ${what}`)
  }
  const copy = copyTree(ROOT)
  try {
    const tests = [...new Set(faults.flatMap((fault) => fault.tests))]
    const whole = await runTests(copy, tests)
    const isGreen = whole.red.length === 0 && whole.passed > 0
    tell(isGreen, `green as it is: ${whole.passed} tests${isGreen ? '' : `\n${[...whole.red, whole.said].join('\n')}`}`)
    for (const one of faults) {
      const { passed, what } = await found(copy, one)
      tell(passed, `${one.fault}: ${what}`)
    }
  } finally {
    rmSync(copy, { recursive: true, force: true })
  }
  keepCounts('broken', counts)
  console.log(inWords(counts))
  return counts.failed === 0 ? 0 : 1
}

/** What finds a fault in the copy, which is whole again afterwards. */
async function found(copy, { file, edits, tests, named }) {
  const path = join(copy, file)
  const whole = readFileSync(path, 'utf8')
  let broken = whole
  for (const [from, to] of edits) {
    const places = broken.split(from).length - 1
    if (places !== 1) return { passed: false, what: `this stands ${places} times in ${file}: ${from.trim()}` }
    broken = broken.replace(from, () => to)
  }
  writeFileSync(path, broken)
  try {
    const { red, said } = await runTests(copy, tests, named)
    return red.length > 0
      ? { passed: true, what: `red: ${red[0]}` }
      : { passed: false, what: `nothing is red\n${said}` }
  } finally {
    writeFileSync(path, whole)
  }
}
