import { type RefObject, useLayoutEffect, useSyncExternalStore } from 'react'
import { createListeners } from '../../live/listeners.ts'

const listeners = createListeners<void>()
/** The address whose dialog is open. */
let openAt: string | null = null
let lines = 0

function open(at: string | null): void {
  openAt = at
  listeners.tell()
}

/**
 * Whether “Where am I?” is open on this page. The line is drawn in another place when the window becomes narrow, as it does for whoever
 * makes the words larger, and when a plan that was read is opened to be written in: its dialog stays (SPEC A11Y-293).
 * @param button what opens it, and has the focus again when it closes
 */
export function useOpenHere(
  button: RefObject<HTMLElement | null>,
): readonly [isOpen: boolean, setOpen: (isOpen: boolean) => void] {
  const at = useSyncExternalStore(listeners.add, () => openAt)
  useLayoutEffect(() => {
    lines += 1
    // The button that opened it has gone with the other line. The dialog takes the focus from this one, and gives it back.
    if (openAt === location.pathname) button.current?.focus()
    return () => {
      lines -= 1
      // One that only moves is there again by then.
      queueMicrotask(() => lines === 0 && openAt !== null && open(null))
    }
  }, [button])
  return [at === location.pathname, (isOpen) => open(isOpen ? location.pathname : null)]
}
