import { inWords, keepCounts } from '../ground/counts.mjs'
import { ROOT } from '../ground/root.mjs'
import { plantFaults } from '../inclusion/plant-faults.mjs'
import { lookAtFewPages, runChecks } from '../inclusion/run.mjs'
import { refusedFor, scoreOf } from '../inclusion/score.mjs'
import { ANY_CHECK } from '../inclusion/tagged.mjs'
import { CLAIM, keepFaults, keepScore, keptScore } from '../inclusion/write.mjs'

/**
 * The inclusion score: runs every check and keeps what came of it in docs. `--planted`: breaks the product once for each check instead,
 * and keeps which test saw it. `--short`: what is looked at on every page, on a
 * few of them; nothing is kept, and a broken gate fails. Ids (`B5 C4`) choose
 * some checks: then nothing but faults is kept. @returns the exit code
 */
export async function main(args) {
  const ids = args.filter((arg) => /^[A-H]\d+$/.test(arg))
  if (args.includes('--planted')) {
    const found = await plantFaults(ids)
    keepFaults(ROOT, found)
    return found.every(({ seenBy }) => seenBy !== null) ? 0 : 1
  }
  if (args.includes('--short')) {
    const looked = scoreOf(await lookAtFewPages()).checks.filter((one) => one.looked > 0)
    const broken = looked.filter(({ isGate, fraction }) => isGate && fraction < 1)
    tell(looked)
    const counts = { passed: looked.length - broken.length, failed: broken.length, skipped: 0 }
    keepCounts('inclusion-short', { ...counts, failures: broken.map(({ id, short }) => `${id}: ${short[0]?.what}`) })
    console.log(inWords(counts))
    return broken.length === 0 ? 0 : 1
  }
  const before = keptScore(ROOT)
  const began = Date.now()
  if (ids.length > 0) process.env.WITHY_INCLUSION_ONLY = ids.join(',')
  const score = scoreOf(await runChecks(ids.length > 0 ? `@(${ids.join('|')})(?![0-9])` : ANY_CHECK))
  const wanted = score.checks.filter(({ id }) => ids.length === 0 || ids.includes(id))
  tell(wanted)
  if (ids.length > 0) return wanted.every(({ fraction }) => fraction === 1) ? 0 : 1
  const { isLower, why } = refusedFor(score, before)
  if (!isLower) keepScore(ROOT, score, new Date().toISOString().slice(0, 10))
  const { gates } = score
  console.log(
    `Inclusion score: ${score.score} of 100, ${gates.passed} of ${gates.of} gates, ${((Date.now() - began) / 1000).toFixed(0)} s.`,
  )
  console.log(CLAIM)
  for (const line of why) console.log(line)
  return why.length > 0 ? 1 : 0
}

function tell(checks) {
  for (const { id, title, isGate, fraction, short } of checks.filter((one) => one.fraction < 1)) {
    console.log(`${isGate ? 'GATE ' : ''}${id} ${title}: ${(fraction * 100).toFixed(1)} %`)
    for (const { where, what } of short.slice(0, 5)) console.log(`    ${where}: ${what}`)
  }
}
