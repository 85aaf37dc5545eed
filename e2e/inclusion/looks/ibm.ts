import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { each } from '../looks.ts'

// IBM Equal Access, from this disk: nothing is fetched.
const ENGINE = readFileSync(createRequire(import.meta.url).resolve('accessibility-checker-engine/ace.js'), 'utf8')

type Report = {
  readonly results: readonly {
    readonly ruleId: string
    readonly value: readonly [string, string]
    readonly message: string
    readonly snippet: string
  }[]
}
declare const ace: { Checker: new () => { check(what: Document, rules: readonly string[]): Promise<Report> } }

/** What IBM's rules find: what breaks a rule falls short, what they only suspect is counted for a person to judge. */
export const ibm = each('B2', async (page) => {
  if (!(await page.evaluate(() => 'ace' in globalThis))) await page.evaluate(`${ENGINE};globalThis.ace = ace`)
  const { broken, suspected } = await page.evaluate(async () => {
    // A control in a closed fold is not there for anybody, and this engine judges it without its label.
    const folds = [...document.querySelectorAll<HTMLDetailsElement>('details:not([open])')]
    for (const fold of folds) fold.open = true
    const { results } = await new ace.Checker().check(document, ['IBM_Accessibility'])
    for (const fold of folds) fold.open = false
    const are = (kind: string, how: string) => results.filter(({ value }) => value[0] === kind && value[1] === how)
    return {
      broken: are('VIOLATION', 'FAIL').map(
        ({ ruleId, message, snippet }) => `${ruleId}: ${message} ${snippet.slice(0, 120)}`,
      ),
      suspected: are('VIOLATION', 'POTENTIAL').length,
    }
  })
  return { looked: 1, short: broken.length > 0 ? [broken.join('; ')] : [], unsure: suspected }
})
