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

it('sees a test that is left out, also with all around it', async () => {
  const source = "describe.skip('all', () => { it('[PLAN-1] does', () => {}) })"
  expect(await findings('- **PLAN-1** It does.\n', source)).toContain(
    'shared/src/a.test.ts leaves out the test of PLAN-1',
  )
})
