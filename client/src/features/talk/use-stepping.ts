import {
  type FocusEvent,
  type KeyboardEvent,
  type RefObject,
  useCallback,
  useEffect,
  useLayoutEffect,
  useRef,
  useState,
} from 'react'
import { rowAt } from './listed-row.tsx'
import { onStep, type Step } from './stepping.ts'
import { drawNow } from './turns.ts'

const ROWS = '[data-row]'
const CARD = '[data-thread]'

const rowsIn = (list: HTMLElement | null) => [...(list?.querySelectorAll<HTMLElement>(ROWS) ?? [])]
const rowOf = (element: Element | null) => element?.closest<HTMLElement>(ROWS)?.dataset.row

/**
 * Goes from one of the list to the next by button and key, and back with Escape to where one was (SPEC TALK-72). The one that has the
 * focus, however it got it, is the one that one is at.
 * @param isHere what is said has come
 * @param sortAnew puts what waits now first; false: it stood so
 * @returns `at`: the how manyth one is at, or was last, from 1; 0 none
 */
export function useStepping(list: RefObject<HTMLElement | null>, isHere: boolean, sortAnew: () => boolean) {
  const [current, setCurrent] = useState<string | undefined>()
  const [at, setAt] = useState(0)
  const from = useRef<Element | null>(null)
  const { mark, markedRow } = useMarked(list)

  const step = useCallback(
    (by: Step) => {
      const focused = document.activeElement
      const isIn = list.current?.contains(focused) ?? false
      // A form that closes as its answer comes leaves the focus nowhere for a moment: one was in the list.
      if (!isIn && focused !== document.body) from.current = focused
      const here = (isIn && rowOf(focused)) || markedRow()
      const later = laterThan(here, rowsIn(list.current))
      const isAnew = sortAnew()
      const rows = rowsIn(list.current)
      const row = (isAnew && by > 0 && nextWaiting(rows, later, here)) || rows[besides(rows, here, by)]
      // Of many it may not have been drawn yet.
      if (row?.dataset.row) drawNow(rowAt(row.dataset.row))
      const card = row?.querySelector<HTMLElement>(CARD)
      if (!card) return
      mark(card)
      setCurrent(row?.dataset.row)
      card.focus({ preventScroll: true })
      card.scrollIntoView?.({ block: 'nearest' })
    },
    [list, sortAnew, mark, markedRow],
  )
  // What is asked for before anything has come waits for it.
  useEffect(() => (isHere ? onStep(step) : undefined), [step, isHere])
  // The same row is another element, and another in number, where it stands elsewhere now.
  useLayoutEffect(() => {
    const rows = rowsIn(list.current)
    const now = rows.findIndex(({ dataset }) => dataset.row === current)
    if (now >= 0) mark(rows[now]?.querySelector<HTMLElement>(CARD) ?? null)
    if (now >= 0) setAt(now + 1)
  })

  const onFocus = ({ target }: FocusEvent) => {
    const row = rowOf(target)
    if (row) setCurrent(row)
  }
  const onKeyDown = (event: KeyboardEvent) => {
    const place = from.current
    if (event.key !== 'Escape' || !(place instanceof HTMLElement) || !place.isConnected) return
    // What lies under a sheet cannot have the focus: Escape closes it then.
    if (event.currentTarget.closest('dialog') !== place.closest('dialog')) return
    event.preventDefault()
    event.stopPropagation()
    from.current = null
    place.focus()
  }
  return { at, step, onKeyDown, onFocus }
}

/** The card one is at, said to be that. */
function useMarked(list: RefObject<HTMLElement | null>) {
  const last = useRef<HTMLElement | null>(null)
  const mark = useCallback((card: HTMLElement | null) => {
    if (last.current === card) return
    last.current?.removeAttribute('aria-current')
    last.current = card
    card?.setAttribute('aria-current', 'true')
  }, [])
  const markedRow = useCallback(() => (list.current?.contains(last.current) ? rowOf(last.current) : undefined), [list])
  return { mark, markedRow }
}

const laterThan = (here: string | undefined, rows: readonly HTMLElement[]): readonly (string | undefined)[] =>
  rows.slice(rows.findIndex(({ dataset }) => dataset.row === here) + 1).map(({ dataset }) => dataset.row)

/** What waits comes before all else: the next that stood below, or else the first. */
const nextWaiting = (
  rows: readonly HTMLElement[],
  later: readonly (string | undefined)[],
  here: string | undefined,
): HTMLElement | undefined => {
  const waiting = rows.filter(({ dataset }) => dataset.waits !== undefined && dataset.row !== here)
  return waiting.find(({ dataset }) => later.includes(dataset.row)) ?? waiting[0]
}

function besides(rows: readonly HTMLElement[], here: string | undefined, by: Step): number {
  const now = rows.findIndex(({ dataset }) => dataset.row === here)
  if (now < 0) return by > 0 ? 0 : rows.length - 1
  return Math.min(Math.max(now + by, 0), rows.length - 1)
}
