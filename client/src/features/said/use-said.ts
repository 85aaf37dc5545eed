import type { Said } from '@withy/shared/api'
import { useCallback, useEffect, useMemo, useRef, useState } from 'react'
import { fetchSaid } from '../../api/said.ts'
import { createAsking } from '../../live/asking.ts'
import { useDesk } from '../../live/desk.tsx'
import { useLinkStage } from '../../live/use-live.ts'
import { openTexts } from '../../text/language.ts'
import { reach } from '../../ui/reach.ts'
import { whenIdle } from '../../ui/when-idle.ts'
import type { SaidState } from './said-state.ts'

/** What draws it. In few plans somebody typed for another: it comes, with its words, when there is something to draw. */
type Drawing = typeof import('./drawing.ts')

export type PlanSaid = { readonly drawing: Drawing; readonly state: SaidState }

/** Words that were just typed for somebody are asked about when nobody has typed for so long (ms). */
const PAUSE = 2_000

/**
 * Who said what another typed, of the plan on the desk: asked for when the page has nothing better to do, when the room says that it
 * changed, and after each pause while somebody types for another. null: nothing is, as far as is known.
 */
export function usePlanSaid(): PlanSaid | null {
  const { id, live, people } = useDesk()
  const open = useLinkStage(live) === 'open'
  const [said, setSaid] = useState<Said | null>(null)
  const [drawing, setDrawing] = useState<Drawing | null>(null)
  const asking = useRef<{ outdate(): void } | null>(null)
  const askers = useRef(0)
  askers.current = people.length

  useEffect(() => {
    if (!open) return
    let isOver = false
    const made = createAsking({
      ask: () => fetchSaid(id),
      came(answer) {
        setSaid(answer)
        if (answer.said.length + answer.unsaid.length > 0)
          reach(() => Promise.all([import('./drawing.ts'), openTexts('said')])).then(
            ([drawn]) => isOver || setDrawing(drawn),
            () => {},
          )
      },
      // What came before stays.
      away() {},
      askers: () => askers.current,
    })
    asking.current = made
    void whenIdle().then(() => {
      if (!isOver) void made.now()
    })
    let timer: ReturnType<typeof setTimeout> | undefined
    const wrote = () => {
      if (live.typesFor() === null && !live.here().some(({ typesFor }) => typesFor)) return
      clearTimeout(timer)
      timer = setTimeout(made.soon, PAUSE)
    }
    live.doc.on('update', wrote)
    const off = live.onMessage((message) => {
      if (message.type === 'said') made.soon()
    })
    return () => {
      isOver = true
      clearTimeout(timer)
      live.doc.off('update', wrote)
      made.stop()
      off()
    }
  }, [id, live, open])

  const came = useCallback((answer: Said) => {
    asking.current?.outdate()
    setSaid(answer)
  }, [])
  return useMemo(() => said && drawing && { drawing, state: { said, came } }, [said, drawing, came])
}
