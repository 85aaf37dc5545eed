import ts from 'typescript'

const TAG = /\[([A-Z0-9]+-\d+)\]/g
const TESTS = new Set(['it', 'test', 'describe'])
const HOOK = /^(before|after)(Each|All)$/
/** Words by which a test is not run, or runs and does not count. */
const LEFT_OUT = new Set(['skip', 'todo', 'fails', 'fail', 'fixme', 'only'])

/**
 * The tags in the titles of a file's tests: `it('[PLAN-3] ...')`, `it.each(...)('[PLAN-3] [PLAN-4] ...')`.
 * `leftOut`: the test is not run, by its own word, by one around it or by one within it. A test that is left out only
 * where a machine cannot run it, and never where CI is set, counts.
 * @returns {{ tags: { id: string, leftOut: boolean }[], hasOnly: boolean }} `hasOnly`: others of the file are not run
 */
export function tagsIn(file, source) {
  // The kind follows from the file's name: in .tsx a cast reads as an element, and hides what comes after it.
  const whole = ts.createSourceFile(file, source, ts.ScriptTarget.Latest, true)
  const tags = []
  const notRun = new Set()
  let hasOnly = false
  const visit = (node, within, given) => {
    let inside = within
    let names = given
    if (ts.isCallExpression(node)) {
      const said = namesOf(node.expression)
      if (TESTS.has(said[0]) && declares(node, said)) {
        inside = [...within, node]
        names = new Set([...given, ...parametersOf(node)])
        if (isLeftOut(node, said)) notRun.add(node)
        hasOnly ||= said.includes('only') || optionsOf(node).some((option) => nameOf(option) === 'only')
        if (!said.includes('describe')) for (const id of tagsOf(node.arguments[0])) tags.push({ id, within: inside })
      } else if ((TESTS.has(said[0]) || given.has(said[0])) && LEFT_OUT.has(said.at(-1))) {
        // `test.skip(condition)` in a body: the test around it, or all of the describe or the file.
        if (!onlyOutsideCi(node.arguments[0])) notRun.add(within.at(-1) ?? whole)
      }
    }
    ts.forEachChild(node, (child) => visit(child, inside, names))
  }
  visit(whole, [], new Set())
  const leftOut = (within) => [whole, ...within].some((around) => notRun.has(around))
  return { tags: tags.map(({ id, within }) => ({ id, leftOut: leftOut(within) })), hasOnly }
}

/** Whether a call makes a test or a group of tests, and is not a hook or a word said in one. */
const declares = ({ arguments: given }, said) =>
  !said.some((name) => HOOK.test(name)) &&
  given.length > 0 &&
  (isWords(given[0]) || (given.length > 1 && isFunction(given.at(-1))))

const isLeftOut = (call, said) =>
  said.some((name) => LEFT_OUT.has(name)) ||
  optionsOf(call).some((option) => LEFT_OUT.has(nameOf(option)) && !onlyOutsideCi(option.initializer)) ||
  conditionsOf(call.expression).some(({ word, condition }) =>
    word === 'skipIf' ? !onlyOutsideCi(condition) : !alwaysInCi(condition),
  )

/** `it.skip.each(rows)` as it, skip, each. */
function namesOf(expression) {
  if (ts.isIdentifier(expression)) return [expression.text]
  if (ts.isPropertyAccessExpression(expression)) return [...namesOf(expression.expression), expression.name.text]
  if (ts.isCallExpression(expression)) return namesOf(expression.expression)
  if (ts.isTaggedTemplateExpression(expression)) return namesOf(expression.tag)
  return []
}

/** What stands in `it.skipIf(here)` and `it.runIf(here)`. */
function conditionsOf(expression) {
  if (ts.isPropertyAccessExpression(expression)) return conditionsOf(expression.expression)
  if (!ts.isCallExpression(expression)) return []
  const word = namesOf(expression.expression).at(-1)
  const here = word === 'skipIf' || word === 'runIf' ? [{ word, condition: expression.arguments[0] }] : []
  return [...here, ...conditionsOf(expression.expression)]
}

/** `a && !process.env.CI`, in any order: never so where CI is set. */
function onlyOutsideCi(condition) {
  if (!condition) return false
  if (ts.isParenthesizedExpression(condition)) return onlyOutsideCi(condition.expression)
  if (isBinary(condition, ts.SyntaxKind.AmpersandAmpersandToken))
    return onlyOutsideCi(condition.left) || onlyOutsideCi(condition.right)
  if (condition.kind === ts.SyntaxKind.FalseKeyword) return true
  return /^!\s*process\.env\.CI$/.test(condition.getText())
}

/** `a || process.env.CI`, in any order. */
function alwaysInCi(condition) {
  if (!condition) return false
  if (ts.isParenthesizedExpression(condition)) return alwaysInCi(condition.expression)
  if (isBinary(condition, ts.SyntaxKind.BarBarToken)) return alwaysInCi(condition.left) || alwaysInCi(condition.right)
  if (condition.kind === ts.SyntaxKind.TrueKeyword) return true
  return condition.getText() === 'process.env.CI'
}

const isBinary = (node, operator) => ts.isBinaryExpression(node) && node.operatorToken.kind === operator
const isWords = (node) => ts.isStringLiteralLike(node) || ts.isTemplateExpression(node)
const isFunction = (node) => ts.isArrowFunction(node) || ts.isFunctionExpression(node)
const optionsOf = ({ arguments: given }) =>
  given.filter(ts.isObjectLiteralExpression).flatMap(({ properties }) => properties.filter(ts.isPropertyAssignment))
const nameOf = ({ name }) => name.text

/** What a test is given: `({ skip }) => …` and `(context) => …` can leave it out too. */
const parametersOf = ({ arguments: given }) =>
  new Set(
    given
      .filter(isFunction)
      .flatMap(({ parameters }) =>
        parameters.flatMap(({ name }) => (name.elements ?? [{ name }]).map((one) => one.name.text)),
      ),
  )

// A template's head is all of it that is known before it runs; tags come first.
const tagsOf = (title) => (isWords(title) ? [...(title.head ?? title).text.matchAll(TAG)].map(([, id]) => id) : [])
