import { type RefObject, useEffect, useRef } from 'react'
import { takeLostFocus } from './late-focus.ts'

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
