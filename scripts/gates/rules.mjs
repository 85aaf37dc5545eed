import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { tagsIn } from './tags-in.mjs'
import { filesUnder } from './tree.mjs'

export const name = 'rules'
export const title = 'rules and their tests'

const RULE = /^- \*\*([A-Z0-9]+-\d+)\*\* (.+)$/
/** A port's contract is a suite too; one that no adapter's test calls is found by the dead code gate. */
const TESTS = /(\.(test|spec)|-contract)\.tsx?$/

/** Rules of docs/SPEC.md that no test proves, and tests that prove a rule that is not there. */
export async function look(root) {
  const { rules, findings } = readRules(readFileSync(join(root, 'docs/SPEC.md'), 'utf8'))
  const proved = new Set()
  for (const file of filesUnder(root, ['shared', 'server', 'client', 'e2e', 'scripts'], TESTS)) {
    const { tags, hasOnly } = tagsIn(file, readFileSync(join(root, file), 'utf8'))
    if (hasOnly) findings.push(`${file} runs only some of its tests`)
    for (const { id, leftOut } of tags) {
      if (!rules.has(id)) findings.push(`${file} proves ${id}, which docs/SPEC.md does not have`)
      else if (leftOut) findings.push(`${file} leaves out the test of ${id}`)
      else proved.add(id)
    }
  }
  if (rules.size === 0) findings.push('docs/SPEC.md has no rules')
  for (const [id, line] of rules) if (!proved.has(id)) findings.push(`docs/SPEC.md:${line} no test proves ${id}`)
  return { read: `${rules.size} rules`, findings: [...new Set(findings)] }
}

/** The rules by id, each with its line. */
function readRules(text) {
  const rules = new Map()
  const findings = []
  for (const [at, line] of text.split('\n').entries()) {
    const id = RULE.exec(line)?.[1]
    if (id && rules.has(id)) findings.push(`docs/SPEC.md:${at + 1} ${id} is there twice`)
    if (id) rules.set(id, at + 1)
    else if (/^[-*] .*[A-Z]{2,}[0-9]*-\d+\*\*/.test(line))
      findings.push(`docs/SPEC.md:${at + 1} is not in the form "- **WORD-1** ..."`)
  }
  return { rules, findings }
}
