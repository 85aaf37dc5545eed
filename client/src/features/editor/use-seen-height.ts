import { useEffect } from 'react'

/** While `on`, `--seen` on the root is the height of the window that no keyboard covers (CSS px). */
export function useSeenHeight(on: boolean): void {
  useEffect(() => {
    const view = window.visualViewport
    if (!on || !view) return
    const root = document.documentElement
    const measure = () => root.style.setProperty('--seen', `${view.height}px`)
    measure()
    view.addEventListener('resize', measure)
    return () => {
      view.removeEventListener('resize', measure)
      root.style.removeProperty('--seen')
    }
  }, [on])
}
