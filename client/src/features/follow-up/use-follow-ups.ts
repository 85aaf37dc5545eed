import type { FollowUp } from '@withy/shared/api'
import { createContext, useContext, useEffect, useMemo, useRef, useState } from 'react'
import { fetchFollowUps, sendFollowUpAnswer } from '../../api/follow-ups.ts'
import { createAsking } from '../../live/asking.ts'
import { useDesk } from '../../live/desk.tsx'
import { useLinkStage } from '../../live/use-live.ts'
import { openTexts } from '../../text/language.ts'
import { reach } from '../../ui/reach.ts'
import { whenIdle } from '../../ui/when-idle.ts'
import type { Said } from './said.ts'

/** What draws them. Few plans have had a workshop: it comes, with its words, when there is something to draw. */
type Drawing = typeof import('./drawing.ts')

type FollowUps = {
  readonly byItem: ReadonlyMap<string, FollowUp>
  readonly drawing: Drawing | null
  /** Keeps my answer. Throws what `send` throws. */
  readonly answer: (followUp: FollowUp, said: Said) => Promise<void>
}

const none: FollowUps = { byItem: new Map(), drawing: null, answer: async () => undefined }
export const FollowUpsContext = createContext<FollowUps>(none)
export const useFollowUps = (): FollowUps => useContext(FollowUpsContext)

/**
 * "Did it happen?" about the actions of the plan on the desk. Asked for when the page has nothing better to do, and again when the
 * room says that something changed, or when somebody comes back to the page: its day may have come (SPEC WORK-115).
 */
export function usePlanFollowUps(): FollowUps {
  const { id, live, people } = useDesk()
  const open = useLinkStage(live) === 'open'
  const [byItem, setByItem] = useState(none.byItem)
  const [drawing, setDrawing] = useState<Drawing | null>(null)
  const asking = useRef<{ outdate(): void } | null>(null)
  const askers = useRef(0)
  askers.current = people.length

  useEffect(() => {
    if (!open) return
    let isOver = false
    const made = createAsking({
      ask: () => fetchFollowUps(id),
      came({ followUps }) {
        setByItem(new Map(followUps.map((each) => [each.item, each])))
        // What could not be fetched is tried again with the next answer.
        if (followUps.length > 0)
          reach(() => Promise.all([import('./drawing.ts'), openTexts('workshop')])).then(
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
    const off = live.onMessage((message) => {
      if (message.type === 'follow-ups') made.soon()
    })
    const look = () => document.visibilityState === 'visible' && made.soon()
    document.addEventListener('visibilitychange', look)
    return () => {
      isOver = true
      made.stop()
      off()
      document.removeEventListener('visibilitychange', look)
    }
  }, [id, live, open])

  return useMemo(
    () => ({
      byItem,
      drawing,
      async answer(asked, said) {
        const { followUp } = await sendFollowUpAnswer(id, asked, said)
        asking.current?.outdate()
        setByItem((now) => new Map(now).set(followUp.item, followUp))
      },
    }),
    [byItem, drawing, id],
  )
}
