import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
// @ts-expect-error a script of Node built-ins, without types
import { CHECKS, GROUPS } from './checks.mjs'
// @ts-expect-error a script of Node built-ins, without types
import { partsInPlaywright, partsInVitest, seenIn } from './parts.mjs'
// @ts-expect-error a script of Node built-ins, without types
import { refusedFor, scoreOf } from './score.mjs'

type Check = { id: string; group: string; weight: number; isGate: boolean }
type Scored = Check & { fraction: number; points: number; short: { where: string; what: string }[]; leftOut: string[] }

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'withy-inclusion-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))
const kept = (results: unknown) => {
  const file = join(folder, 'results.json')
  writeFileSync(file, JSON.stringify(results))
  return file
}

const part = (check: string, looked: number, short: string[] = []) => ({
  check,
  where: 'a test',
  looked,
  short,
  leftOut: [],
})
const scored = (score: { checks: Scored[] }, id: string) => score.checks.find((one) => one.id === id)

describe('the inclusion score', () => {
  it('[A11Y-150] has 66 checks that weigh 100 points, 21 of them gates, in the groups that were agreed', () => {
    const checks: readonly Check[] = CHECKS
    expect(checks).toHaveLength(66)
    expect(new Set(checks.map(({ id }) => id)).size).toBe(66)
    expect(checks.filter(({ isGate }) => isGate)).toHaveLength(21)
    const weights = Object.keys(GROUPS).map((group) => [
      group,
      checks.filter((one) => one.group === group).reduce((sum, { weight }) => sum + weight, 0),
    ])
    expect(Object.fromEntries(weights)).toEqual({ A: 13, B: 17, C: 17, D: 18, E: 15, F: 7, G: 8, H: 5 })
  })

  it('[A11Y-150] gives a check its weight times the share of what it looked at that passed', () => {
    const score = scoreOf([part('B5', 30, ['a table']), part('B5', 10, ['a form']), part('B13', 2)])
    expect(scored(score, 'B5')).toMatchObject({ fraction: 0.95, points: 1.9 })
    expect(score.score).toBe(2.9)
    expect(score.gates).toEqual({ passed: 0, of: 21 })
  })

  it('[A11Y-150] gives nothing for a check that nothing looks at, and names it', () => {
    const { checks } = scoreOf([])
    expect(scored({ checks }, 'A1')).toMatchObject({ fraction: 0, short: [{ what: 'Nothing looks at this yet.' }] })
  })

  it('[A11Y-150] never rounds a gate up to whole', () => {
    const score = scoreOf([part('B1', 100_000, ['one button'])])
    expect(scored(score, 'B1')?.fraction).toBeLessThan(1)
    expect(score.gates.passed).toBe(0)
  })

  it('[A11Y-150] is refused below the one that is kept, and where a gate is not whole, whatever the score', () => {
    const all = (CHECKS as Check[]).map(({ id }) => part(id, 2))
    const whole = scoreOf(all)
    expect(refusedFor(whole, null)).toEqual({ isLower: false, why: [] })
    const lower = scoreOf([...all, part('B2', 2, ['a label'])])
    expect(refusedFor(lower, whole)).toEqual({
      isLower: true,
      why: ['It was 100 with 21 gates before, and that stays kept.'],
    })
    expect(refusedFor(lower, lower).why).toEqual([])
    const broken = scoreOf([...all, part('B1', 2, ['a button'])])
    expect(refusedFor(broken, null)).toEqual({ isLower: false, why: ['Gates that are not whole: B1.'] })
  })

  it('says what was measured of a check, beside what fell short', () => {
    const measured = [{ what: 'until a name is typed', is: 5.8, most: 6, unit: 's' }]
    expect(scored(scoreOf([{ ...part('A6', 1), measured }, part('A6', 1)]), 'A6')).toMatchObject({
      looked: 2,
      measured,
    })
  })

  it('reads Vitest: a test for two checks counts for both, one that was left out for none', () => {
    const file = kept({
      testResults: [
        {
          assertionResults: [
            { fullName: '[A11Y-9] @B4 @H2 colours', status: 'passed' },
            {
              fullName: '@B4 edges',
              status: 'failed',
              failureMessages: ['too pale\nby far\n    at tokens.test.ts:3'],
            },
            { fullName: '@G1 tags', status: 'skipped' },
          ],
        },
      ],
    })
    const score = scoreOf(partsInVitest(file))
    expect(scored(score, 'H2')?.fraction).toBe(1)
    expect(scored(score, 'B4')).toMatchObject({
      fraction: 0.5,
      short: [{ where: '@B4 edges', what: 'too pale by far' }],
    })
    expect(scored(score, 'G1')).toMatchObject({ fraction: 0, leftOut: ['@G1 tags'] })
  })

  it('names what was left out once, and counts together what several tests counted', () => {
    const parts = [['3 texts that people wrote', 'other themes'], ['40 texts that people wrote'], ['other themes']]
    const score = scoreOf(parts.map((leftOut) => ({ ...part('B11', 1), leftOut })))
    expect(scored(score, 'B11')?.leftOut).toEqual(['43 texts that people wrote', 'other themes'])
  })

  it('reads Playwright: what was noted, or else whether it passed; a fall before anything was noted counts against all', () => {
    const noted = (description: object) => ({ type: 'inclusion', description: JSON.stringify(description) })
    const test = (title: string, ok: boolean, annotations: object[] = []) => ({
      title,
      ok,
      tests: [
        {
          status: ok ? 'expected' : 'unexpected',
          results: [{ annotations, error: ok ? undefined : { message: 'fell over' } }],
        },
      ],
    })
    const specs = [
      test('@B1 @B5 pages', false, [noted(part('B1', 4)), noted(part('B5', 4, ['the plan: a table']))]),
      test('@C1 join', true),
      test('@C2 traps', false, [noted(part('C2', 9))]),
      test('@D1 reads', false),
    ]
    const score = scoreOf(partsInPlaywright(kept({ suites: [{ suites: [{ specs }] }] })))
    expect(scored(score, 'B1')?.fraction).toBe(1)
    expect(scored(score, 'B5')?.fraction).toBe(0.75)
    expect(scored(score, 'C1')?.fraction).toBe(1)
    expect(scored(score, 'C2')).toMatchObject({ fraction: 0.9, short: [{ what: 'fell over' }] })
    expect(scored(score, 'D1')).toMatchObject({ fraction: 0, short: [{ what: 'fell over' }] })
  })

  it('[A11Y-151] a planted fault is seen by what a test noted or expected, not by a test that fell over', () => {
    const vitest = (message: string) =>
      kept({
        testResults: [{ assertionResults: [{ fullName: '@B4 edges', status: 'failed', failureMessages: [message] }] }],
      })
    const playwright = (message: string, annotations: object[] = []) =>
      kept({
        suites: [
          {
            specs: [
              {
                title: '@B4 edges',
                ok: false,
                tests: [{ status: 'unexpected', results: [{ annotations, error: { message } }] }],
              },
            ],
          },
        ],
      })
    const isSeen = (parts: unknown) => seenIn(parts, 'B4') !== undefined
    for (const said of ['AssertionError: too pale', 'TestingLibraryElementError: Unable to find an element'])
      expect(isSeen(partsInVitest(vitest(said))), said).toBe(true)
    for (const said of [
      'Error: expect(locator).toBeVisible() failed',
      'Error: \u001b[2mAnna\u001b[22m\n\nexpect.soft(received).toBe(expected)',
    ])
      expect(isSeen(partsInPlaywright(playwright(said))), said).toBe(true)
    for (const said of ['Error: Test timed out in 5000ms.', 'TypeError: Cannot read properties of undefined'])
      expect(isSeen(partsInVitest(vitest(said))), said).toBe(false)
    for (const said of [
      'Test timeout of 600000ms exceeded.',
      'Error: page.goto: net::ERR_CONNECTION_REFUSED',
      'Error: locator.click: Target page, context or browser has been closed',
      'TimeoutError: locator.fill: Timeout 60000ms exceeded.',
    ])
      expect(isSeen(partsInPlaywright(playwright(said))), said).toBe(false)
    const noted = { type: 'inclusion', description: JSON.stringify(part('B4', 4, ['the plan: an edge'])) }
    expect(isSeen(partsInPlaywright(playwright('Test timeout of 600000ms exceeded.', [noted])))).toBe(true)
    const unrun = kept({ testResults: [{ assertionResults: [{ fullName: '@B4 edges', status: 'skipped' }] }] })
    expect(isSeen(partsInVitest(unrun))).toBe(false)
  })
})
