import { CHECKS } from './checks.mjs'

const rounded = (points) => Math.round(points * 100) / 100

/**
 * Why a score is refused: it can only go up, and a gate has to be whole whatever the score (INCLUSION 8).
 * @param {ReturnType<typeof scoreOf>} score
 * @param {ReturnType<typeof scoreOf> | null} before what was kept last
 * @returns {{ isLower: boolean, why: string[] }} a lower one is not kept, or the next would be measured against it
 */
export function refusedFor({ score, gates, checks }, before) {
  const isLower = before !== null && (score < before.score || gates.passed < before.gates.passed)
  const broken = checks.filter(({ isGate, fraction }) => isGate && fraction < 1).map(({ id }) => id)
  return {
    isLower,
    why: [
      ...(isLower ? [`It was ${before.score} with ${before.gates.passed} gates before, and that stays kept.`] : []),
      ...(broken.length > 0 ? [`Gates that are not whole: ${broken.join(', ')}.`] : []),
    ],
  }
}

/**
 * Adds up what was looked at. A check without any test gives nothing, and is named.
 * @param {import('./parts.mjs').Part[]} parts
 * @returns {{ score: number, gates: { passed: number, of: number }, checks: object[] }} `score` in points of 100, two decimals
 */
export function scoreOf(parts) {
  const checks = CHECKS.map(({ id, title, weight, isGate }) => {
    const own = parts.filter(({ check }) => check === id)
    const looked = own.reduce((sum, part) => sum + part.looked, 0)
    const short = own.flatMap(({ where, short: lines }) => lines.map((what) => ({ where, what })))
    const fraction = looked === 0 ? 0 : Math.max(0, looked - short.length) / looked
    return {
      id,
      title,
      isGate,
      weight,
      fraction: Math.floor(fraction * 10_000) / 10_000,
      points: rounded(weight * fraction),
      looked,
      short: looked === 0 ? [{ where: id, what: 'Nothing looks at this yet.' }] : short,
      leftOut: broughtTogether(own.flatMap(({ leftOut }) => leftOut)),
      measured: own.flatMap(({ measured = [] }) => measured),
    }
  })
  const gates = checks.filter(({ isGate }) => isGate)
  return {
    score: rounded(checks.reduce((sum, { weight, fraction }) => sum + weight * fraction, 0)),
    gates: { passed: gates.filter(({ fraction }) => fraction === 1).length, of: gates.length },
    checks,
  }
}

/**
 * Each thing that was left out once. What several tests counted is told in one number.
 * @param {string[]} lines
 */
function broughtTogether(lines) {
  /** @type {Map<string, number | null>} */
  const counts = new Map()
  for (const line of lines) {
    const [, count, what] = /^(\d+) (.+)$/.exec(line) ?? [null, null, line]
    counts.set(what, count === null ? null : (counts.get(what) ?? 0) + Number(count))
  }
  return [...counts].map(([what, count]) => (count === null ? what : `${count} ${what}`))
}
