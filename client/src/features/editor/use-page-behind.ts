import { type RefObject, useEffect } from 'react'

/** Whether this lies over the whole page, as an open text box does on a narrow screen. */
export const covers = (element: Element): boolean => getComputedStyle(element).position === 'fixed'

/**
 * While `on` and as long as the element covers the page, nothing behind it can be reached (SPEC A11Y-29). After the frame
 * in which it opens: a long plan that becomes inert is styled anew, and the caret need not wait for that.
 */
export function usePageBehind(element: RefObject<HTMLElement | null>, on: boolean): void {
  useEffect(() => {
    const own = element.current
    if (!on || !own) return
    let behind: readonly Element[] = []
    const free = () => {
      for (const each of behind) each.removeAttribute('inert')
    }
    const look = () => {
      free()
      behind = covers(own) ? besides(own) : []
      for (const each of behind) each.setAttribute('inert', '')
    }
    let next = requestAnimationFrame(() => {
      next = requestAnimationFrame(look)
    })
    window.addEventListener('resize', look)
    return () => {
      cancelAnimationFrame(next)
      window.removeEventListener('resize', look)
      free()
    }
  }, [element, on])
}

/** Everything of the page that neither holds the element nor is in it. Live regions go on speaking. */
function besides(element: Element): readonly Element[] {
  const found: Element[] = []
  for (let at = element; at !== document.body && at.parentElement; at = at.parentElement)
    for (const each of at.parentElement.children)
      if (each !== at && !each.matches('[inert], [aria-live], script, style')) found.push(each)
  return found
}
