import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { filesUnder } from './tree.mjs'

export const title = 'rules and their tests'

const RULE = /^- \*\*([A-Z0-9]+-\d+)\*\* (.+)$/
/** A test's title, with the tags it begins with: `it('[PLAN-3] …')`, `[PLAN-3] [PLAN-4]`, also after `.each(…)`. */
const TITLE = /\b(it|test)((?:\.\w+)*)\s*(?:\([^'"`]*\)\s*)?\(\s*(['"`])((?:\[[A-Z0-9]+-\d+\]\s*)+)/g

/** Rules of docs/SPEC.md that no test proves, and tests that prove a rule that is not there. */
export async function look(root) {
  const rules = new Map()
  const findings = []
  for (const [at, line] of readFileSync(join(root, 'docs/SPEC.md'), 'utf8').split('\n').entries()) {
    const id = RULE.exec(line)?.[1]
    if (id && rules.has(id)) findings.push(`docs/SPEC.md:${at + 1} ${id} is there twice`)
    if (id) rules.set(id, at + 1)
    else if (/^[-*] .*[A-Z]{2,}[0-9]*-\d+\*\*/.test(line))
      findings.push(`docs/SPEC.md:${at + 1} is not in the form "- **WORD-1** …"`)
  }
  const proved = new Set()
  for (const file of filesUnder(root, ['shared', 'server', 'client', 'e2e'], /\.(test|spec)\.tsx?$/)) {
    const source = readFileSync(join(root, file), 'utf8')
    for (const [, , modifiers, , tags] of source.matchAll(TITLE)) {
      for (const [, id] of tags.matchAll(/\[([A-Z0-9]+-\d+)\]/g)) {
        if (/\.(skip|todo|fails|fixme)\b/.test(modifiers)) findings.push(`${file} leaves out the test of ${id}`)
        else if (rules.has(id)) proved.add(id)
        else findings.push(`${file} proves ${id}, which docs/SPEC.md does not have`)
      }
    }
  }
  if (rules.size === 0) findings.push('docs/SPEC.md has no rules')
  for (const [id, line] of rules) if (!proved.has(id)) findings.push(`docs/SPEC.md:${line} no test proves ${id}`)
  return { read: `${rules.size} rules`, findings: [...new Set(findings)] }
}
