const KEPT_AS = 'withy.name'

/** The name typed here before, so that nobody is asked twice; empty where there is none or storage is blocked. */
export function keptName(): string {
  try {
    return localStorage.getItem(KEPT_AS) ?? ''
  } catch {
    return ''
  }
}

/** Keeps a name on this device; an empty one forgets it. */
export function keepName(name: string): void {
  try {
    if (name) localStorage.setItem(KEPT_AS, name)
    else localStorage.removeItem(KEPT_AS)
  } catch {
    // Storage is blocked: the name is asked again next time.
  }
}
