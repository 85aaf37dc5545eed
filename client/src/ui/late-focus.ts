import { type RefObject, useEffect, useRef } from 'react'

/**
 * Gives the focus to what stands in the place of what had it and has gone. Whoever has gone on to something else by then, as
 * the server took its time to answer, stays there (SPEC A11Y-31). Also as a `ref`.
 */
export const takeLostFocus = (element: HTMLElement | null): void => {
  if (document.activeElement === document.body) element?.focus()
}

/** Moves the focus on to what an answer brought: only where it is lost, or still where that was asked for (SPEC A11Y-31). */
export type GoOn = (to: HTMLElement | null | undefined) => void

/** To be called when something is asked for whose answer comes late. */
export function focusFromHere(): GoOn {
  const before = document.activeElement
  return (to) => {
    const now = document.activeElement
    if (now === before || now === document.body) to?.focus()
  }
}

/**
 * For the button that opened something: it has the focus again once that is closed and took the focus with it. What is closed
 * because the server has answered may close late: whoever has gone on to something else by then stays there (SPEC TALK-72).
 */
export function useFocusBack(isOpen: boolean): RefObject<HTMLButtonElement | null> {
  const button = useRef<HTMLButtonElement>(null)
  const wasOpen = useRef(isOpen)
  useEffect(() => {
    if (wasOpen.current && !isOpen) takeLostFocus(button.current)
    wasOpen.current = isOpen
  }, [isOpen])
  return button
}
