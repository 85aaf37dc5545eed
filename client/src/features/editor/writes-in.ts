import { type BlockLanguage, isLanguageTag } from '@withy/shared/plan'

const KEPT_AS = 'withy.writes-in'
let here: BlockLanguage | null | undefined

/** In which language somebody said on this device that they begin what they write; null: nobody said. */
export function writesIn(): BlockLanguage | null {
  here ??= kept()
  return here
}

/** Keeps it, where the device keeps anything; else until the page closes. It goes nowhere else. */
export function keepWritesIn(language: BlockLanguage | null): void {
  here = language
  try {
    if (language) localStorage.setItem(KEPT_AS, JSON.stringify(language))
    else localStorage.removeItem(KEPT_AS)
  } catch {
    // Storage is blocked on this device.
  }
}

function kept(): BlockLanguage | null {
  try {
    const { lang, dir } = JSON.parse(localStorage.getItem(KEPT_AS) ?? '{}')
    return isLanguageTag(lang) ? { lang, ...((dir === 'ltr' || dir === 'rtl') && { dir }) } : null
  } catch {
    return null // Storage is blocked, or holds something else.
  }
}
