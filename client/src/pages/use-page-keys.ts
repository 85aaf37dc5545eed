import { useEffect } from 'react'
import { readingSettings } from '../features/reading/settings.ts'

/** What a key opens. */
export type KeyOpens = 'keys' | 'people' | 'activity' | 'talk'

// By place on the keyboard: with Alt held, some layouts type another letter.
const PLAIN: Readonly<Record<string, KeyOpens>> = { Digit0: 'keys' }
const WITH_SHIFT: Readonly<Record<string, KeyOpens>> = { KeyP: 'people', KeyA: 'activity', KeyC: 'talk' }

/** Alt+0, and Alt+Shift with P, A or C anywhere on the page, unless this person turned them off (SPEC A11Y-27). */
export function usePageKeys(open: (what: KeyOpens) => void): void {
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (!event.altKey || event.ctrlKey || event.metaKey || !readingSettings().keys) return
      const what = (event.shiftKey ? WITH_SHIFT : PLAIN)[event.code]
      if (!what) return
      event.preventDefault()
      open(what)
    }
    document.addEventListener('keydown', press)
    return () => document.removeEventListener('keydown', press)
  }, [open])
}
