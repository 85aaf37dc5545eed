import { type KeyboardEvent, type RefObject, useCallback, useEffect, useRef, useState } from 'react'
import { rowAt } from './listed-row.tsx'
import { onStep, type Step } from './stepping.ts'
import { drawNow } from './turns.ts'

const ROWS = '[data-row]'
const CARD = '[data-thread]'

/**
 * Goes from one of the list to the next by button and key, and back with Escape to where one was (SPEC TALK-72).
 * `isHere`: what is said has come.
 * @returns `at`: the how manyth one was gone to last, from 1; 0 none
 */
export function useStepping(list: RefObject<HTMLElement | null>, isHere: boolean) {
  const [at, setAt] = useState(0)
  const last = useRef<HTMLElement | null>(null)
  const from = useRef<Element | null>(null)

  const step = useCallback(
    (by: Step) => {
      const rows = [...(list.current?.querySelectorAll<HTMLElement>(ROWS) ?? [])]
      const focused = document.activeElement
      const inRow = rows.findIndex((row) => row.contains(focused))
      if (inRow < 0) from.current = focused
      const before = last.current?.closest<HTMLElement>(ROWS)
      const now = inRow < 0 && before ? rows.indexOf(before) : inRow
      const next = now < 0 ? (by > 0 ? 0 : rows.length - 1) : Math.min(Math.max(now + by, 0), rows.length - 1)
      const row = rows[next]
      // Of many it may not have been drawn yet.
      if (row?.dataset.row) drawNow(rowAt(row.dataset.row))
      const card = row?.querySelector<HTMLElement>(CARD)
      if (!card) return
      last.current?.removeAttribute('aria-current')
      last.current = card
      card.setAttribute('aria-current', 'true')
      setAt(next + 1)
      card.focus({ preventScroll: true })
      card.scrollIntoView?.({ block: 'nearest' })
    },
    [list],
  )
  // What is asked for before anything has come waits for it.
  useEffect(() => (isHere ? onStep(step) : undefined), [step, isHere])

  const onKeyDown = (event: KeyboardEvent) => {
    const place = from.current
    if (event.key !== 'Escape' || !(place instanceof HTMLElement) || !place.isConnected) return
    const isInCard = last.current?.contains(event.target as Node)
    // What lies under a sheet cannot have the focus: Escape closes it then.
    if (!isInCard || place === document.body || event.currentTarget.closest('dialog') !== place.closest('dialog'))
      return
    event.preventDefault()
    event.stopPropagation()
    from.current = null
    place.focus()
  }
  return { at, step, onKeyDown }
}
