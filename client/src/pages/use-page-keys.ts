import { useEffect } from 'react'
import { readingSettings } from '../features/reading/settings.ts'
import { askToStep, type Step } from '../features/talk/stepping.ts'

/** What a key opens. */
export type KeyOpens = 'keys' | 'people' | 'activity' | 'talk' | 'waiting'

// By place on the keyboard: with Alt held, some layouts type another letter.
const PLAIN: Readonly<Record<string, KeyOpens>> = { Digit0: 'keys' }
const WITH_SHIFT: Readonly<Record<string, KeyOpens>> = {
  KeyP: 'people',
  KeyA: 'activity',
  KeyC: 'talk',
  KeyN: 'talk',
  KeyB: 'talk',
  KeyW: 'waiting',
}
/** Keys that go from one comment to another, in the list they open. */
const STEPS: Readonly<Record<string, Step>> = { KeyN: 1, KeyB: -1 }

/** Alt+0, and Alt+Shift with P, A, C, N, B or W anywhere on the page, unless this person turned them off (SPEC A11Y-27, TALK-72). */
export function usePageKeys(open: (what: KeyOpens) => void): void {
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (!event.altKey || event.ctrlKey || event.metaKey || !readingSettings().keys) return
      const what = (event.shiftKey ? WITH_SHIFT : PLAIN)[event.code]
      if (!what) return
      event.preventDefault()
      const step = event.shiftKey && STEPS[event.code]
      if (step) askToStep(step)
      open(what)
    }
    document.addEventListener('keydown', press)
    return () => document.removeEventListener('keydown', press)
  }, [open])
}
