const KEPT_AS = 'withy.unsaid-heard'
/** The oldest are forgotten: they are told for a week only. */
const MOST = 200

/** Which denials somebody has heard of on this device, by id (SPEC A11Y-254). Empty where storage is blocked. */
export function heardOf(): ReadonlySet<string> {
  try {
    const kept = JSON.parse(localStorage.getItem(KEPT_AS) ?? '[]')
    return new Set(Array.isArray(kept) ? kept.filter((one) => typeof one === 'string') : [])
  } catch {
    return new Set()
  }
}

export function keepHeard(ids: Iterable<string>): void {
  try {
    const all = [...new Set([...heardOf(), ...ids])]
    localStorage.setItem(KEPT_AS, JSON.stringify(all.slice(-MOST)))
  } catch {
    // Storage is blocked: it is told again when the plan is opened again.
  }
}
