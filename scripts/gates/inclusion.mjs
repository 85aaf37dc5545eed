import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { CHECKS } from '../inclusion/checks.mjs'
import { checksIn } from '../inclusion/tagged.mjs'
import { keptFaults, keptScore, pageFor, pageOf } from '../inclusion/write.mjs'
import { filesUnder } from './tree.mjs'

export const name = 'inclusion'
export const title = 'inclusion score'

const TESTS = /\.(test|spec)\.tsx?$/

/**
 * The inclusion score as it was kept last: it has every check, its gates are whole, it never went down, and the page about it is the one
 * that was written from it. Each check has a test, and a fault that a test saw. Runs none of them: `npm run inclusion` does.
 */
export async function look(root) {
  const score = keptScore(root)
  if (!score)
    return { read: 'nothing', findings: ['docs/inclusion-score.json is not there: npm run inclusion writes it'] }
  const faults = keptFaults(root)
  const tested = new Set(
    filesUnder(root, ['shared', 'server', 'client', 'e2e', 'scripts/gates'], TESTS).flatMap((file) =>
      checksIn(readFileSync(join(root, file), 'utf8')),
    ),
  )
  const page = existsSync(pageOf(root)) ? readFileSync(pageOf(root), 'utf8') : ''
  return {
    read: `${score.score} of 100, ${score.gates.passed} of ${score.gates.of} gates, ${faults.length} planted faults`,
    findings: [
      ...CHECKS.flatMap((check) => findingsOf(check, { score, faults, tested })),
      ...score.moved.flatMap(({ day, score: now }, at) =>
        at > 0 && now < score.moved[at - 1].score ? [`the score went down to ${now} on ${day}`] : [],
      ),
      // A page can be written of all checks alone: one that is left out is found above.
      ...(isWhole(score) && page !== pageFor(score, faults)
        ? ['docs/INCLUSION.md is not what npm run inclusion writes']
        : []),
    ],
  }
}

const isWhole = (score) => CHECKS.every(({ id }) => score.checks.some((one) => one.id === id))

function findingsOf({ id, weight, isGate }, { score, faults, tested }) {
  const kept = score.checks.find((one) => one.id === id)
  const fault = faults.find(({ check }) => check === id)
  return [
    ...(kept?.weight === weight ? [] : [`${id} is not in docs/inclusion-score.json as it is now`]),
    ...(isGate && kept && kept.fraction < 1 ? [`${id} is a gate, and was not whole`] : []),
    ...(tested.has(id) ? [] : [`no test stands for ${id}`]),
    ...(fault?.seenBy ? [] : [`no planted fault of ${id} was seen`]),
  ]
}
