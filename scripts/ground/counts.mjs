import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { ROOT } from './root.mjs'

export const RESULTS = join(ROOT, 'test-results')

/** Where one runner leaves its results, emptied first: an old file must never count as today's. */
export function resultFile(name) {
  mkdirSync(RESULTS, { recursive: true })
  const file = join(RESULTS, `${name}.json`)
  rmSync(file, { force: true })
  return file
}

export const keepCounts = (name, counts) => writeFileSync(resultFile(name), JSON.stringify(counts))

/**
 * How many tests a runner passed, failed and left out, from its own JSON (Vitest's, Playwright's or ours).
 * A missing or empty file is one failure: a runner that fell over has not passed.
 */
export function countsIn(file) {
  if (!existsSync(file)) return { passed: 0, failed: 1, skipped: 0 }
  const results = JSON.parse(readFileSync(file, 'utf8'))
  const counts = results.stats
    ? {
        passed: results.stats.expected + results.stats.flaky,
        failed: results.stats.unexpected + results.errors.length,
        skipped: results.stats.skipped,
      }
    : 'numPassedTests' in results
      ? {
          passed: results.numPassedTests,
          // A test file that cannot be loaded has no tests to fail, and counts as one.
          failed: results.numFailedTests + results.testResults.filter(isUnloaded).length,
          skipped: results.numPendingTests + results.numTodoTests,
        }
      : results
  return counts.passed + counts.failed === 0 ? { ...counts, failed: 1 } : counts
}

const isUnloaded = (file) =>
  file.status === 'failed' && !file.assertionResults.some(({ status }) => status === 'failed')

/**
 * The tests that failed in a runner's own JSON (Vitest's, Playwright's or ours), each with where it is and the first lines of why.
 * @returns {string[]}
 */
export function failuresIn(file) {
  if (!existsSync(file)) return []
  const { testResults = [], suites = [], errors = [], failures = [] } = JSON.parse(readFileSync(file, 'utf8'))
  const vitests = testResults.flatMap(({ name, status, message, assertionResults }) =>
    isUnloaded({ status, assertionResults })
      ? [inShort(name, message)]
      : assertionResults
          .filter((one) => one.status === 'failed')
          .map((one) => inShort(`${name} > ${one.fullName}`, one.failureMessages?.join('\n'))),
  )
  const journeys = suites
    .flatMap(specsIn)
    .filter(({ ok }) => !ok)
    .map(journeyInShort)
  return [...failures, ...vitests, ...journeys, ...errors.map(({ message }) => inShort('outside the tests', message))]
}

/**
 * The journeys in Playwright's own JSON that passed only the second time, each with the first lines of why it did not at once.
 * @returns {string[]}
 */
export function secondTimesIn(file) {
  if (!existsSync(file)) return []
  const { suites = [] } = JSON.parse(readFileSync(file, 'utf8'))
  return suites
    .flatMap(specsIn)
    .filter(({ tests }) => tests.some(({ status }) => status === 'flaky'))
    .map(journeyInShort)
}

const specsIn = (suite) => [...(suite.specs ?? []), ...(suite.suites ?? []).flatMap(specsIn)]

function journeyInShort({ file, title, tests }) {
  const why = tests.flatMap(({ results }) => results).find(({ error }) => error)
  return inShort(`${file} > ${title}`, why?.error.message)
}

const inShort = (where, why = '') => [where, ...why.split('\n').slice(0, 8)].join('\n    ')

/** Adds up several counts. */
export const sum = (all) =>
  all.reduce(
    (total, counts) => ({
      passed: total.passed + counts.passed,
      failed: total.failed + counts.failed,
      skipped: total.skipped + (counts.skipped ?? 0),
    }),
    { passed: 0, failed: 0, skipped: 0 },
  )

export const inWords = ({ passed, failed }) => `${passed} passed, ${failed} failed`
