import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
// @ts-expect-error a script of Node built-ins, without types
import { countsIn, failuresIn, inWords, secondTimesIn, sum } from './counts.mjs'

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

  it('reads Playwright, and which retries in CI only, and counts what passed the second time', () => {
    expect(kept({ stats: { expected: 5, unexpected: 1, flaky: 1, skipped: 2 }, errors: [{}] })).toEqual({
      passed: 6,
      failed: 2,
      skipped: 2,
    })
  })

  it('names what failed and why, in Vitest’s results and in Playwright’s', () => {
    const file = join(folder, 'results.json')
    const failed = { status: 'failed', fullName: 'a room opens', failureMessages: ['too late\nat line 3'] }
    const passed = { status: 'passed', fullName: 'a room closes', failureMessages: [] }
    writeFileSync(
      file,
      JSON.stringify({
        testResults: [
          { name: 'room.test.ts', status: 'failed', assertionResults: [failed, passed] },
          { name: 'gate.test.ts', status: 'failed', message: 'no such file', assertionResults: [] },
        ],
      }),
    )
    expect(failuresIn(file)).toEqual([
      'room.test.ts > a room opens\n    too late\n    at line 3',
      'gate.test.ts\n    no such file',
    ])

    const spec = { file: 'join.spec.ts', title: 'by code', tests: [{ results: [{ error: { message: 'not seen' } }] }] }
    const suites = [{ suites: [{ specs: [{ ...spec, ok: false }] }], specs: [{ ...spec, ok: true }] }]
    writeFileSync(file, JSON.stringify({ suites, errors: [] }))
    expect(failuresIn(file)).toEqual(['join.spec.ts > by code\n    not seen'])
    expect(secondTimesIn(file)).toEqual([])
  })

  it('names what broke in a run of our own', () => {
    expect(kept({ passed: 3, failed: 1, skipped: 0, failures: ['D09: not as it was'] })).toMatchObject({
      passed: 3,
      failed: 1,
    })
    expect(failuresIn(join(folder, 'results.json'))).toEqual(['D09: not as it was'])
  })

  it('names what passed only the second time, and why not at once', () => {
    const file = join(folder, 'results.json')
    const results = [{ error: { message: 'not seen' } }, {}]
    const again = { ok: true, file: 'join.spec.ts', title: 'by code', tests: [{ status: 'flaky', results }] }
    const atOnce = { ok: true, file: 'join.spec.ts', title: 'by link', tests: [{ status: 'expected', results: [{}] }] }
    writeFileSync(file, JSON.stringify({ suites: [{ specs: [again, atOnce] }], errors: [] }))
    expect(secondTimesIn(file)).toEqual(['join.spec.ts > by code\n    not seen'])
    expect(failuresIn(file)).toEqual([])
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
