import { existsSync, readFileSync } from 'node:fs'
import { stripVTControlCharacters } from 'node:util'
import { checksIn } from './tagged.mjs'

/** What is said of a test that was left out. */
const NOT_RUN = 'It was not run.'

/** @typedef {{ what: string, is: number, most: number, unit: string }} Measured */

/**
 * One test's say about one check.
 * @typedef {{ check: string, where: string, looked: number, short: string[], leftOut: string[], measured?: Measured[], isFall?: boolean }} Part
 * `looked`: how many things it looked at; `short`: what fell short, one line each; `leftOut`: what it could not look at, and why;
 * `measured`: what it measured
 * `isFall`: it ended before it had seen what it looks for, so that it tells nothing of the product
 */

/**
 * What Vitest's own JSON says about the checks. A test that was not run has looked at one thing that fell short.
 * @returns {Part[]}
 */
export function partsInVitest(file) {
  if (!existsSync(file)) return []
  const { testResults } = JSON.parse(readFileSync(file, 'utf8'))
  return testResults
    .flatMap(({ assertionResults }) => assertionResults)
    .flatMap(({ fullName, status, failureMessages = [] }) =>
      checksIn(fullName).map((check) => whole(check, fullName, status === 'passed', status, failureMessages[0])),
    )
}

/**
 * What Playwright's own JSON says about the checks: what a test noted (`e2e/inclusion/noted.ts`), or else that it passed or not.
 * @returns {Part[]}
 */
export function partsInPlaywright(file) {
  if (!existsSync(file)) return []
  const specsIn = (suite) => [...(suite.specs ?? []), ...(suite.suites ?? []).flatMap(specsIn)]
  return JSON.parse(readFileSync(file, 'utf8')).suites.flatMap(specsIn).flatMap(partsOf)
}

function partsOf({ title, ok, tests }) {
  const results = tests.flatMap(({ results: each }) => each)
  const noted = results.at(-1)?.annotations?.filter(({ type }) => type === 'inclusion') ?? []
  const parts = noted.map(({ description }) => JSON.parse(description))
  const skipped = tests.every(({ status }) => status === 'skipped')
  const why = results.at(-1)?.error?.message
  const isTold = parts.some(({ short }) => short.length > 0)
  const others = checksIn(title).filter((id) => !parts.some(({ check }) => check === id))
  return [
    ...parts,
    ...others.map((id) => whole(id, title, ok && !skipped, skipped ? 'skipped' : 'failed', why)),
    // It fell over before it had looked at all, or for another reason than what it noted.
    ...(!ok && !isTold && others.length === 0
      ? parts.map(({ check }) => whole(check, title, false, 'failed', why))
      : []),
  ]
}

/** A test as one thing that was looked at. @returns {Part} */
function whole(check, where, passed, status, why = '') {
  const isRun = status === 'passed' || status === 'failed'
  return {
    check,
    where,
    looked: 1,
    short: passed ? [] : [isRun ? firstLine(why) : NOT_RUN],
    leftOut: passed || isRun ? [] : [where],
    ...(passed || isExpected(why) ? {} : { isFall: true }),
  }
}

/**
 * Whether a test was red because something was not as it expects: by Vitest, by what looks for elements, or by Playwright, which names the
 * call of `expect`, after words of the test's own. One that ran out of time, or lost its browser, says none of these first.
 */
const isExpected = (why) => {
  const said = stripVTControlCharacters(why).replace(/^Error: /, '')
  const isOver = /^Test (timeout of|timed out|was interrupted)/.test(said)
  return !isOver && (/^(AssertionError|TestingLibraryElementError)\b/.test(said) || /\bexpect(\.\w+)*\(/.test(said))
}

/** The first test that saw a check fall short. @param {Part[]} parts @returns {Part | undefined} */
export const seenIn = (parts, check) =>
  parts.find((part) => part.check === check && !part.isFall && part.short.length > 0)

/** What a test said, without where: that is a path of one machine. */
const firstLine = (words) =>
  stripVTControlCharacters(words)
    .split('\n')
    .filter((line) => !/^\s+at /.test(line))
    .slice(0, 2)
    .join(' ')
    .slice(0, 300)
