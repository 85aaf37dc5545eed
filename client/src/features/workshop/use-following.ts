import type { AgendaStep, WorkshopNow } from '@withy/shared/protocol'
import { type RefObject, useCallback, useLayoutEffect, useRef, useState } from 'react'

/** Which step this page shows. */
export type Following = {
  readonly step: AgendaStep | null
  /** It goes where the room goes. */
  readonly follows: boolean
  /** The room went on while somebody was writing here. */
  readonly isHeld: boolean
  /** Shows this step, and stays there. */
  readonly stayAt: (step: string) => void
  readonly goToRoom: () => void
  /** What was being written is in: whoever was only held here goes on. */
  readonly wrote: () => void
}

type At = { readonly step: string | null; readonly follows: boolean; readonly isHeld: boolean }

/**
 * Follows the room from step to step, unless somebody chose to stay or is in the middle of writing: a field is never taken from
 * under their hands (SPEC WORK-42).
 * @param body where the step is drawn
 * @param onMoved the page has followed the room to another step; `wasInside`: the focus was in what has gone
 */
export function useFollowing(
  now: WorkshopNow,
  body: RefObject<HTMLElement | null>,
  onMoved: (wasInside: boolean) => void,
): Following {
  const [at, setAt] = useState<At>({ step: now.step, follows: true, isHeld: false })
  const moved = useRef(onMoved)
  moved.current = onMoved
  // Before it is drawn: the step that was here stays until it is known that nobody writes in it.
  useLayoutEffect(() => {
    if (!at.follows || at.step === now.step) return
    const active = document.activeElement
    const isInside = body.current?.contains(active) ?? false
    if (isInside && isWritten(active)) {
      setAt({ step: at.step, follows: false, isHeld: true })
      return
    }
    setAt({ step: now.step, follows: true, isHeld: false })
    moved.current(isInside || active === document.body)
  }, [at, now.step, body])

  const room = now.step
  const goToRoom = useCallback(() => {
    setAt({ step: room, follows: true, isHeld: false })
    moved.current(true)
  }, [room])
  const here = at.step
  const stayAt = useCallback(
    (step: string) => {
      setAt({ step, follows: false, isHeld: false })
      if (step !== here) moved.current(true)
    },
    [here],
  )
  const last = useRef<AgendaStep | null>(null)
  // A step that was taken out of the agenda stays for whoever is in it: what they write is still wanted.
  const step = now.steps.find(({ id }) => id === at.step) ?? (last.current?.id === at.step ? last.current : null)
  last.current = step
  return {
    step,
    follows: at.follows,
    isHeld: at.isHeld,
    stayAt,
    goToRoom,
    wrote: () => {
      if (at.isHeld) goToRoom()
    },
  }
}

/** Whether something is written in a field, or it is one of the plan's own. */
export function isWritten(field: Element | null): boolean {
  if (field instanceof HTMLTextAreaElement) return field.value.trim() !== ''
  if (field instanceof HTMLInputElement) return field.type === 'text' && field.value.trim() !== ''
  return field instanceof HTMLElement && field.isContentEditable
}
