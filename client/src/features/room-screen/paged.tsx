import { type ReactNode, useEffect, useLayoutEffect, useRef } from 'react'
import './room-screen.css'

type PagedProps = {
  /** From 0. */
  readonly page: number
  readonly onPages: (pages: number) => void
  /** Somebody came to another page by the keyboard, e.g. to a link on it. */
  readonly onPage: (page: number) => void
  readonly children: ReactNode
}

/**
 * Words too long for the screen, as pages of whole lines: never scrolled, never made smaller. The browser breaks the
 * pages (each is a column as wide as the screen); only the one asked for is in sight.
 */
export function Paged({ page, onPages, onPage, children }: PagedProps) {
  const box = useRef<HTMLDivElement>(null)
  const columns = useRef<HTMLDivElement>(null)
  const tell = useRef(onPages)
  tell.current = onPages
  const shown = useRef(page)
  shown.current = page

  useLayoutEffect(() => {
    if (box.current) box.current.scrollLeft = page * stepOf(box.current)
  })
  useEffect(() => {
    const measure = () => {
      if (!box.current) return
      // No gap follows the last page, and its words may be narrow: rounded, it counts all the same.
      const { scrollWidth } = box.current
      tell.current(Math.max(1, Math.round((scrollWidth + gapOf(box.current)) / stepOf(box.current))))
      // A window of another size has its pages in other places.
      box.current.scrollLeft = shown.current * stepOf(box.current)
    }
    measure()
    const sizes = new ResizeObserver(measure)
    if (box.current) sizes.observe(box.current)
    // New words can make a page more without changing the size of anything.
    const words = new MutationObserver(measure)
    if (columns.current) words.observe(columns.current, { childList: true, characterData: true, subtree: true })
    document.fonts?.ready.then(measure)
    return () => {
      sizes.disconnect()
      words.disconnect()
    }
  }, [])

  return (
    <div
      ref={box}
      className="paged"
      onScroll={({ currentTarget }) => {
        const at = Math.round(currentTarget.scrollLeft / stepOf(currentTarget))
        if (at !== page) onPage(at)
      }}
    >
      <div ref={columns} className="paged-columns">
        {children}
      </div>
    </div>
  )
}

/** Width of a page and the gap after it, in CSS px. */
const stepOf = (box: HTMLElement): number => box.clientWidth + gapOf(box)

const gapOf = (box: HTMLElement): number => Number.parseFloat(getComputedStyle(box).getPropertyValue('column-gap')) || 0
