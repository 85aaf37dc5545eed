import { useEffect, useRef } from 'react'
import { roomAt, SHOW_THREAD, wholeAt } from './go-to-place.ts'
import type { TalkPlaceProps } from './talk-place.ts'
import type { Marks } from './use-marks.ts'

/** Whoever comes from the list of all, or presses marked words, sees the thread they are of (SPEC TALK-48). */
export function useShownThread({ box, item }: TalkPlaceProps, marks: Marks, onShow: (thread: string) => void): void {
  const newest = useRef({ marks, onShow })
  newest.current = { marks, onShow }
  useEffect(() => {
    const room = roomAt({ box, item })
    const whole = wholeAt({ box, item })
    const show = (event: Event) => {
      const thread = (event as CustomEvent<string>).detail
      newest.current.onShow(thread)
      // Words at the other end of a long text are what it is about: they are in sight, and the focus follows by one key.
      newest.current.marks.elementOf(thread)?.scrollIntoView({ block: 'center' })
    }
    const press = (event: MouseEvent) => {
      if (event.target instanceof Node && room?.contains(event.target)) return
      const thread = newest.current.marks.threadAt(event.clientX, event.clientY)
      if (thread) newest.current.onShow(thread)
    }
    room?.addEventListener(SHOW_THREAD, show)
    whole?.addEventListener('click', press)
    return () => {
      room?.removeEventListener(SHOW_THREAD, show)
      whole?.removeEventListener('click', press)
    }
  }, [box, item])
}
