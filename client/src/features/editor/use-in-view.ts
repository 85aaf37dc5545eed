import { type RefObject, useEffect } from 'react'

/** Between the end of the box and that of the window (CSS px). */
const SPACE = 16

/** A box that opens with its end out of sight is brought up, its Done button too, where it fits. After its first frame: the caret does not wait. */
export function useInView(element: RefObject<HTMLElement | null>, on: boolean): void {
  useEffect(() => {
    if (!on) return
    const next = requestAnimationFrame(() => {
      const { height, bottom } = element.current?.getBoundingClientRect() ?? new DOMRect()
      const under = bottom + SPACE - window.innerHeight
      if (under > SPACE && height < window.innerHeight * 0.7) window.scrollBy({ top: under })
    })
    return () => cancelAnimationFrame(next)
  }, [element, on])
}
