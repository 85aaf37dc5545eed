import { useEffect } from 'react'

/** Takes back this person's last change, and makes it again. */
export type UndoSteps = { readonly back: () => void; readonly forth: () => void }

/**
 * Undo and redo from the keyboard anywhere on the plan page, except in fields that are not part of the plan (they keep
 * the browser's own). A text area of the plan must never use the browser's: it would bring back whole old texts over
 * what others have written since (SPEC PLAN-99).
 */
export function useUndoKeys({ back, forth }: UndoSteps): void {
  useEffect(() => {
    const stop = new AbortController()
    const { signal } = stop
    document.addEventListener(
      'keydown',
      (event) => {
        const key = event.key.toLowerCase()
        if (!(event.ctrlKey || event.metaKey) || event.altKey || event.defaultPrevented) return
        if ((key !== 'z' && key !== 'y') || keepsOwnUndo(event.target)) return
        event.preventDefault()
        if (key === 'y' || event.shiftKey) forth()
        else back()
      },
      { signal },
    )
    // The browser's menu, and shaking a phone.
    document.addEventListener(
      'beforeinput',
      (event) => {
        if (!event.inputType.startsWith('history') || keepsOwnUndo(event.target)) return
        event.preventDefault()
        if (event.inputType === 'historyRedo') forth()
        else back()
      },
      { signal },
    )
    return () => stop.abort()
  }, [back, forth])
}

/** Where words are typed that are no part of the plan. Fields of an item, and what is only chosen, have no undo of their own. */
const keepsOwnUndo = (target: EventTarget | null): boolean =>
  target instanceof Element && target.matches(TYPED_IN) && !target.closest('.item-form')

const TYPED_IN = 'textarea, input:not([type="radio"], [type="checkbox"], [type="button"])'
