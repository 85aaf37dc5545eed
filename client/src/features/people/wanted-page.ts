const KEPT_AS = 'withy.wanted'
/** Long enough to look for a private link, also on another device (ms). */
const KEPT_FOR = 24 * 60 * 60 * 1000

/** Keeps which page of a plan somebody came for who is not known on this device: a private link is opened in another tab. */
export function keepWanted(path: string): void {
  try {
    localStorage.setItem(KEPT_AS, JSON.stringify({ path, until: Date.now() + KEPT_FOR }))
  } catch {
    // Storage is blocked: they come to their plans, and find the page from there.
  }
}

/** The page that was wanted here, wanted no more; null: none. */
export function takeWanted(): string | null {
  try {
    const { path, until } = JSON.parse(localStorage.getItem(KEPT_AS) ?? '{}') ?? {}
    localStorage.removeItem(KEPT_AS)
    return typeof path === 'string' && path.startsWith('/plans/') && until > Date.now() ? path : null
  } catch {
    return null
  }
}
