import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
// @ts-expect-error a script of Node built-ins, without types
import { countsIn, inWords, sum } from './counts.mjs'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'withy-counts-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

const kept = (results: unknown) => {
  const file = join(folder, 'results.json')
  writeFileSync(file, JSON.stringify(results))
  return countsIn(file)
}

describe('counting results', () => {
  it('counts a runner that left no results as one failure', () => {
    expect(countsIn(join(folder, 'nothing.json'))).toEqual({ passed: 0, failed: 1, skipped: 0 })
  })

  it('counts a runner that ran nothing as one failure', () => {
    expect(kept({ stats: { expected: 0, unexpected: 0, flaky: 0, skipped: 3 }, errors: [] }).failed).toBe(1)
  })

  it('reads Vitest, and counts a file that did not load', () => {
    const unloaded = { status: 'failed', assertionResults: [] }
    const failed = { status: 'failed', assertionResults: [{ status: 'failed' }] }
    const results = {
      numPassedTests: 8,
      numFailedTests: 1,
      numPendingTests: 1,
      numTodoTests: 0,
      testResults: [unloaded, failed],
    }
    expect(kept(results)).toEqual({ passed: 8, failed: 2, skipped: 1 })
  })

  it('reads Playwright, and counts what passed only the second time as failed', () => {
    expect(kept({ stats: { expected: 5, unexpected: 1, flaky: 1, skipped: 2 }, errors: [{}] })).toEqual({
      passed: 5,
      failed: 3,
      skipped: 2,
    })
  })

  it('adds up in words', () => {
    expect(
      inWords(
        sum([
          { passed: 2, failed: 0 },
          { passed: 3, failed: 1 },
        ]),
      ),
    ).toBe('5 passed, 1 failed')
  })
})
