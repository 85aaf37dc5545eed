import type { WorkshopNow } from '@withy/shared/protocol'
import { type RefObject, useLayoutEffect, useRef, useState } from 'react'
import { isWritten } from './use-following.ts'

/** `held`: the workshop is over, and somebody was writing when it closed. */
type At = 'room' | 'held' | 'over'

/**
 * When a page leaves a room that has closed: at once, unless somebody is in the middle of writing (SPEC WORK-42).
 * @param page all that goes with the room
 * @param onOver the page has left the room; `wasInside`: the focus was in what has gone
 */
export function useOver(
  { stage }: Pick<WorkshopNow, 'stage'>,
  page: RefObject<HTMLElement | null>,
  onOver: (wasInside: boolean) => void,
): { readonly at: At; readonly goOn: () => void } {
  const [at, setAt] = useState<At>(stage === 'closed' ? 'over' : 'room')
  const left = useRef<{ readonly wasInside: boolean } | null>(null)
  // Before it is drawn: the room stays until it is known that nobody writes in it.
  useLayoutEffect(() => {
    if (stage !== 'closed' || at !== 'room') return
    const active = document.activeElement
    const isInside = page.current?.contains(active) ?? false
    if (!isInside || !isWritten(active)) left.current = { wasInside: isInside }
    setAt(left.current ? 'over' : 'held')
  }, [stage, at, page])
  useLayoutEffect(() => {
    if (at === 'over' && left.current) onOver(left.current.wasInside)
    left.current = null
  })
  return {
    at,
    goOn() {
      left.current = { wasInside: true }
      setAt('over')
    },
  }
}
