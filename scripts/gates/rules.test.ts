import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
// @ts-expect-error a script of Node built-ins, without types
import { look } from './rules.mjs'

let root: string
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'withy-rules-'))
  for (const folder of ['docs', 'shared/src']) mkdirSync(join(root, folder), { recursive: true })
})
afterEach(() => rmSync(root, { recursive: true, force: true }))

const findings = async (rules: string, tests: string) => {
  writeFileSync(join(root, 'docs/SPEC.md'), rules)
  writeFileSync(join(root, 'shared/src/a.test.ts'), tests)
  return (await look(root)).findings
}

it.each([
  ['it', "it('[PLAN-1] does', () => {})"],
  ['test', 'test("[PLAN-1] does", () => {})'],
  ['two tags', "it('[PLAN-2] [PLAN-1] does', () => {})"],
  ['each', "it.each([['a'], ['b']])('[PLAN-1] does %s', () => {})"],
  ['each over lines', "it.each([\n  { a: 1 },\n])('[PLAN-1] does $a', () => {})"],
  ['a template', 'it(`[PLAN-1] does`, () => {})'],
  ['a file with a cast', "const a = <number>1\nit('[PLAN-1] does', () => {})"],
  ['a line of its own', "it(\n  '[PLAN-1] does',\n  () => {},\n)"],
])('sees a tag in %s', async (_, source) => {
  expect(await findings('- **PLAN-1** It does.\n- **PLAN-2** So.\n', `${source}\nit('[PLAN-2] so', () => {})`)).toEqual(
    [],
  )
})

it('does not take a comment for a proof', async () => {
  expect(await findings('- **PLAN-1** It does.\n', "// [PLAN-1]\nit('does', () => {})")).toEqual([
    'docs/SPEC.md:1 no test proves PLAN-1',
  ])
})

it.each([
  ['with all around it', "describe.skip('all', () => { it('[PLAN-1] does', () => {}) })"],
  ['by a word', "it.todo('[PLAN-1] does')"],
  ['by a condition that always holds', "it.skipIf(true)('[PLAN-1] does', () => {})"],
  ['by a condition that may hold in CI', "it.skipIf(!tools)('[PLAN-1] does', () => {})"],
  ['by a condition that never holds', "describe.runIf(false)('all', () => { it('[PLAN-1] does', () => {}) })"],
  ['by an option', "it('[PLAN-1] does', { skip: true }, () => {})"],
  ['for the whole file', "test.skip()\ntest('[PLAN-1] does', () => {})"],
  ['for all of a describe', "test.describe('all', () => { test.skip(true, 'why')\n test('[PLAN-1] does', () => {}) })"],
  ['before each', "test.beforeEach(() => { test.skip() })\ntest('[PLAN-1] does', () => {})"],
  ['in its body', "test('[PLAN-1] does', async ({ page }) => { await page.goto('/')\n test.skip() })"],
  ['in its body by what it is told', "test('[PLAN-1] does', () => { test.fixme(slow, 'why') })"],
  ['in its body by what it is given', "it('[PLAN-1] does', ({ skip }) => { skip() })"],
  ['in its body by its context', "it('[PLAN-1] does', (context) => { context.skip() })"],
])('sees a test that is left out %s', async (_, source) => {
  expect(await findings('- **PLAN-1** It does.\n', source)).toContain(
    'shared/src/a.test.ts leaves out the test of PLAN-1',
  )
})

it.each([
  ['a condition', "describe.skipIf(!tools && !process.env.CI)('all', () => { it('[PLAN-1] does', () => {}) })"],
  ['its opposite', "it.runIf(tools || process.env.CI)('[PLAN-1] does', () => {})"],
  ['a word in the body', "test('[PLAN-1] does', () => { test.skip(!tools && !process.env.CI, 'why') })"],
  [
    'a word before each',
    "test.beforeEach(() => { test.skip(!process.env.CI && !tools) })\ntest('[PLAN-1] does', () => {})",
  ],
  ['a skip of something else', "it('[PLAN-1] does', () => { reader.skip(3) })"],
  ['a neighbour that is left out', "test('other', () => { test.skip() })\ntest('[PLAN-1] does', () => {})"],
])('takes a test for a proof that CI runs: %s', async (_, source) => {
  expect(await findings('- **PLAN-1** It does.\n', source)).toEqual([])
})

it.each([
  ['a test', "it.only('one', () => {})"],
  ['a group', "test.describe.only('some', () => {})"],
  ['an option', "it('one', { only: true }, () => {})"],
])('sees that only some tests are run: %s', async (_, source) => {
  const all = `it('[PLAN-1] does', () => {})\n${source}`
  expect(await findings('- **PLAN-1** It does.\n', all)).toEqual(['shared/src/a.test.ts runs only some of its tests'])
})

it('does not take the title of a group for a proof', async () => {
  const source = "test.describe('[PLAN-1] all', () => {})"
  expect(await findings('- **PLAN-1** It does.\n', source)).toEqual(['docs/SPEC.md:1 no test proves PLAN-1'])
})
