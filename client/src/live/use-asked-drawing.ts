import type { RoomMessage } from '@withy/shared/protocol'
import { useCallback, useEffect, useRef, useState } from 'react'
import { reach } from '../ui/reach.ts'
import { whenIdle } from '../ui/when-idle.ts'
import { createAsking } from './asking.ts'
import { useDesk } from './desk.tsx'
import type { LivePlan } from './live-plan.ts'
import { useLinkStage } from './use-live.ts'

/** What is asked of the server about a plan, and what draws it. One object for good: a new one asks anew. */
export type AskedDrawing<Answer, Drawing> = {
  readonly ask: (plan: string) => Promise<Answer>
  /** What the room says when it changed. */
  readonly toldBy: RoomMessage['type']
  /** Whether there is anything to draw: what draws it is fetched then, with its words. */
  readonly isSome: (answer: Answer) => boolean
  readonly draw: () => Promise<Drawing>
  /** When else to ask. Returns how to end it. */
  readonly also: (live: LivePlan, me: string, soon: () => void) => () => void
}

/**
 * What few plans have, of the plan on the desk: asked for when the page has nothing better to do, and again when it may have changed.
 * An answer that did not come leaves the one before; what could not be fetched is tried again with the next.
 * @returns null for what is not here; `put`: what an answer of the server's own says now, newer than what is on its way
 */
export function useAskedDrawing<Answer, Drawing>(asked: AskedDrawing<Answer, Drawing>) {
  const { id, live, people, me } = useDesk()
  const open = useLinkStage(live) === 'open'
  const [answer, setAnswer] = useState<Answer | null>(null)
  const [drawing, setDrawing] = useState<Drawing | null>(null)
  const asking = useRef<{ outdate(): void } | null>(null)
  const askers = useRef(0)
  askers.current = people.length

  useEffect(() => {
    if (!open) return
    let isOver = false
    const made = createAsking({
      ask: () => asked.ask(id),
      came(answer) {
        setAnswer(() => answer)
        if (asked.isSome(answer))
          reach(asked.draw).then(
            (drawn) => isOver || setDrawing(() => drawn),
            () => {},
          )
      },
      away() {},
      askers: () => askers.current,
    })
    asking.current = made
    void whenIdle().then(() => {
      if (!isOver) void made.now()
    })
    const ended = asked.also(live, me.id, made.soon)
    const off = live.onMessage((message) => {
      if (message.type === asked.toldBy) made.soon()
    })
    return () => {
      isOver = true
      made.stop()
      ended()
      off()
    }
  }, [asked, id, live, me.id, open])

  const put = useCallback((next: (before: Answer | null) => Answer) => {
    asking.current?.outdate()
    setAnswer(next)
  }, [])
  return { answer, drawing, put }
}
