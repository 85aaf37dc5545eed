import { onTabEmptied } from './empty-tab.ts'

const KEPT_AS = 'withy.place'
/** Who comes back on another day begins at the top (ms). */
const KEPT_FOR = 24 * 60 * 60 * 1000

/** Keeps on this device which section of a plan was read last: of one plan, and no words of it. null: its top. */
export function keepPlaceIn(plan: string, section: string | null): void {
  try {
    if (section === null) localStorage.removeItem(KEPT_AS)
    else localStorage.setItem(KEPT_AS, JSON.stringify({ plan, section, until: Date.now() + KEPT_FOR }))
  } catch {
    // Storage is blocked: the address keeps it as long as the page is open.
  }
}

/** The section of this plan that was read last, within a day; null: none is known. */
export function keptPlaceIn(plan: string): string | null {
  try {
    const kept = JSON.parse(localStorage.getItem(KEPT_AS) ?? '{}') ?? {}
    return kept.plan === plan && typeof kept.section === 'string' && kept.until > Date.now() ? kept.section : null
  } catch {
    return null
  }
}

onTabEmptied(() => keepPlaceIn('', null))
