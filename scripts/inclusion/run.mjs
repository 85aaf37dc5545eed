import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { filesUnder } from '../gates/tree.mjs'
import { RESULTS } from '../ground/counts.mjs'
import { ROOT } from '../ground/root.mjs'
import { runInclusionPages, runSpoken, runVitest } from '../ground/runners.mjs'
import { partsInPlaywright, partsInVitest, seenIn } from './parts.mjs'
import { ANY_CHECK, checksIn } from './tagged.mjs'

const result = (name) => join(RESULTS, `${name}.json`)

/**
 * Runs every test that stands for a check: with Vitest, in the browser, and through a screen reader.
 * @param {string} only a regular expression of the checks that are wanted, e.g. `@B5`
 * @returns {Promise<import('./parts.mjs').Part[]>}
 */
export async function runChecks(only = ANY_CHECK) {
  const files = unitFilesFor(new RegExp(only))
  if (files.length > 0) await runVitest(['-t', only, ...files])
  const unit = files.length > 0 ? partsInVitest(result('unit')) : []
  // A planted fault that was seen already needs no browser.
  const isSeen = unit.some(({ check }) => new RegExp(only).test(`@${check}`) && seenIn(unit, check))
  if (process.env.WITHY_INCLUSION_SHORT && isSeen) return unit
  const wanted = ['--grep', only, '--pass-with-no-tests']
  await runInclusionPages(['--project=pages', '--project=journeys', ...wanted])
  // Its seconds are those of a phone, not of a machine that does something else beside it.
  await runInclusionPages(['--project=slow-phone', ...wanted], 'slow-phone')
  await runSpoken(wanted)
  return [...unit, ...['inclusion', 'slow-phone', 'spoken'].flatMap((name) => partsInPlaywright(result(name)))]
}

/** What is looked at on every page and in every state, on a few of them. @returns {Promise<import('./parts.mjs').Part[]>} */
export async function lookAtFewPages() {
  process.env.WITHY_INCLUSION_SHORT = '1'
  await runInclusionPages(['--project=pages', 'pages.spec', 'states.spec', 'pseudo.spec'])
  return partsInPlaywright(result('inclusion'))
}

/** Test files of Vitest that name a check: loading all others would take minutes. */
function unitFilesFor(only) {
  return filesUnder(ROOT, ['client', 'server', 'shared', 'scripts'], /\.test\.tsx?$/).filter((file) => {
    const words = readFileSync(join(ROOT, file), 'utf8')
    return only.test(words) && checksIn(words).length > 0 && !file.startsWith('scripts/inclusion/')
  })
}
