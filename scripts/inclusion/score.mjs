import { CHECKS } from './checks.mjs'

const rounded = (points) => Math.round(points * 100) / 100

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
      leftOut: own.flatMap(({ leftOut }) => leftOut),
    }
  })
  const gates = checks.filter(({ isGate }) => isGate)
  return {
    score: rounded(checks.reduce((sum, { weight, fraction }) => sum + weight * fraction, 0)),
    gates: { passed: gates.filter(({ fraction }) => fraction === 1).length, of: gates.length },
    checks,
  }
}
