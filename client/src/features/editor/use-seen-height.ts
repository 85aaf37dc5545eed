import { type RefObject, useEffect } from 'react'

/**
 * While `on`, `--seen` on the element is the height of the window that no keyboard covers (CSS px). Not on the root: a
 * property that every element inherits makes the browser style the whole plan again.
 */
export function useSeenHeight(element: RefObject<HTMLElement | null>, on: boolean): void {
  useEffect(() => {
    const view = window.visualViewport
    const style = element.current?.style
    if (!on || !view || !style) return
    const measure = () => style.setProperty('--seen', `${view.height}px`)
    measure()
    view.addEventListener('resize', measure)
    return () => {
      view.removeEventListener('resize', measure)
      style.removeProperty('--seen')
    }
  }, [element, on])
}
