import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import ts from 'typescript'
import { filesUnder } from './tree.mjs'

export const name = 'rules'
export const title = 'rules and their tests'

const RULE = /^- \*\*([A-Z0-9]+-\d+)\*\* (.+)$/
const TAG = /\[([A-Z0-9]+-\d+)\]/g
/** A port's contract is a suite too; one that no adapter's test calls is found by the dead code gate. */
const TESTS = /(\.(test|spec)|-contract)\.tsx?$/
const LEFT_OUT = new Set(['skip', 'todo', 'fails', 'fixme', 'only'])

/** Rules of docs/SPEC.md that no test proves, and tests that prove a rule that is not there. */
export async function look(root) {
  const { rules, findings } = readRules(readFileSync(join(root, 'docs/SPEC.md'), 'utf8'))
  const proved = new Set()
  for (const file of filesUnder(root, ['shared', 'server', 'client', 'e2e', 'scripts'], TESTS)) {
    for (const { id, leftOut } of tagsIn(file, readFileSync(join(root, file), 'utf8'))) {
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

/** The tags in the titles of a file's tests: `it('[PLAN-3] ...')`, `it.each(...)('[PLAN-3] [PLAN-4] ...')`. */
function tagsIn(file, source) {
  const found = []
  const visit = (node, around) => {
    const call = ts.isCallExpression(node) ? namesOf(node.expression) : []
    const isTest = ['it', 'test', 'describe'].includes(call[0])
    const leftOut = around || (isTest && call.some((name) => LEFT_OUT.has(name)))
    const title = isTest && call[0] !== 'describe' && node.arguments[0]
    // A template's head is all of it that is known before it runs; tags come first.
    if (title && (ts.isStringLiteralLike(title) || ts.isTemplateExpression(title)))
      for (const [, id] of (title.head ?? title).text.matchAll(TAG)) found.push({ id, leftOut })
    ts.forEachChild(node, (child) => visit(child, leftOut))
  }
  // The kind follows from the file's name: in .tsx a cast reads as an element, and hides what comes after it.
  visit(ts.createSourceFile(file, source, ts.ScriptTarget.Latest, true), false)
  return found
}

/** `it.skip.each(rows)` as it, skip, each. */
function namesOf(expression) {
  if (ts.isIdentifier(expression)) return [expression.text]
  if (ts.isPropertyAccessExpression(expression)) return [...namesOf(expression.expression), expression.name.text]
  if (ts.isCallExpression(expression)) return namesOf(expression.expression)
  if (ts.isTaggedTemplateExpression(expression)) return namesOf(expression.tag)
  return []
}
