import { type RefObject, useEffect } from 'react'

/** Keeps the row of the section being read in view inside the list of sections; nothing else scrolls (SPEC PLAN-98). */
export function useRowInView(rail: RefObject<HTMLElement | null>, place: string | null): void {
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new place has another row.
  useEffect(() => {
    const row = rail.current?.querySelector('[aria-current]')
    if (!rail.current || !row) return
    // Somebody walks through it by keyboard: the row they are on stays in view.
    if (rail.current.contains(document.activeElement)) return
    const { top, bottom, height } = row.getBoundingClientRect()
    const list = rail.current.getBoundingClientRect()
    // One more row beside it, so that one sees that the list goes on.
    const above = Math.min(0, top - height - list.top)
    const below = Math.max(0, bottom + height - list.bottom)
    rail.current.scrollTop += above || below
  }, [rail, place])
}
