import { useEffect, useRef } from 'react'

/**
 * A presenter's clicker presses Page Down and Page Up. Heard wherever the focus is, but not where the keys have work of
 * their own (a dialog, a field).
 */
export function useClicker(onTurn: (way: 1 | -1) => void): void {
  const newest = useRef(onTurn)
  newest.current = onTurn
  useEffect(() => {
    const key = (event: KeyboardEvent) => {
      const way = event.key === 'PageDown' ? 1 : event.key === 'PageUp' ? -1 : null
      const busy = event.target instanceof Element && event.target.closest('dialog, input, select, textarea')
      if (way === null || busy || event.altKey || event.ctrlKey || event.metaKey) return
      event.preventDefault()
      newest.current(way)
    }
    document.addEventListener('keydown', key)
    return () => document.removeEventListener('keydown', key)
  }, [])
}
