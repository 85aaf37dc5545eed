import { type ReactNode, type RefObject, useEffect, useRef } from 'react'

/** Headings and sentences made ready for the focus. They do nothing: whoever presses a key twice presses nothing else by it. */
const LANDING = '[tabindex="-1"]:not(button)'

type KeptFocusProps = {
  readonly className: string
  readonly ref?: RefObject<HTMLDivElement | null>
  readonly children: ReactNode
}

/**
 * A part of a page that keeps the focus. Where what has it goes away, as a button that has done its work, the focus goes to
 * what has come in its place, or else to the nearest heading or sentence before it. Otherwise it would be where the page begins.
 */
export function KeptFocus({ className, ref, children }: KeptFocusProps) {
  const own = useRef<HTMLDivElement>(null)
  const part = ref ?? own
  useEffect(() => {
    const whole = part.current
    if (!whole) return
    let last: Node | null = null
    const hold = (event: FocusEvent) => {
      last = event.target as Node
    }
    const watch = new MutationObserver((changes) => {
      const lost = last
      if (!lost || lost.isConnected) return
      const gone = changes.findLast(
        ({ target, removedNodes }) => target.isConnected && [...removedNodes].some((node) => node.contains(lost)),
      )
      if (!gone) return
      last = null
      // A dialog that closes, and a step that comes, give the focus themselves first.
      setTimeout(() => {
        if (document.activeElement !== document.body) return
        const landing = landingFor(gone, whole)
        landing?.focus({ preventScroll: true })
        // No further than it takes to see it.
        landing?.scrollIntoView?.({ block: 'nearest' })
      })
    })
    document.addEventListener('focusin', hold)
    watch.observe(whole, { childList: true, subtree: true })
    return () => {
      document.removeEventListener('focusin', hold)
      watch.disconnect()
    }
  }, [part])
  return (
    <div ref={part} className={className}>
      {children}
    </div>
  )
}

/** What stands in the place of what has gone, or comes before that place; in a dialog nothing outside of it. */
function landingFor({ target, previousSibling, nextSibling }: MutationRecord, whole: HTMLElement): HTMLElement | null {
  const place = target as Element
  for (let node = previousSibling ? previousSibling.nextSibling : place.firstChild; node; node = node.nextSibling) {
    if (node === nextSibling) break
    if (!(node instanceof HTMLElement)) continue
    const landing = node.matches(LANDING) ? node : node.querySelector<HTMLElement>(LANDING)
    if (landing) return landing
  }
  const before = [...(place.closest('dialog') ?? whole).querySelectorAll<HTMLElement>(LANDING)].filter((landing) =>
    nextSibling?.isConnected
      ? landing.compareDocumentPosition(nextSibling) & Node.DOCUMENT_POSITION_FOLLOWING
      : landing.compareDocumentPosition(place) & Node.DOCUMENT_POSITION_FOLLOWING || place.contains(landing),
  )
  return before.at(-1) ?? document.querySelector<HTMLElement>('#main h1')
}
