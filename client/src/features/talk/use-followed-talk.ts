import { useEffect, useMemo, useRef } from 'react'
import { fetchTalk } from '../../api/talk.ts'
import { createAsking } from '../../live/asking.ts'
import { useDesk } from '../../live/desk.tsx'
import { useLinkStage } from '../../live/use-live.ts'
import { openTexts } from '../../text/language.ts'
import { useWhenIdle } from '../../ui/use-when-idle.ts'
import type { TalkState } from './talk-state.ts'

/** What draws comments and suggested wording, with their words: fetched when the page has nothing better to do. */
type Drawing = typeof import('./drawing.ts')
const fetchDrawing = async (): Promise<Drawing> => (await Promise.all([import('./drawing.ts'), openTexts('talk')]))[0]

/** The same object for as long as the plan is open: what is drawn follows the state by itself, each its own place. */
export type PlanTalk = { readonly drawing: Drawing; readonly state: TalkState }

/**
 * What is said about the plan on the desk: asked for when the page is idle, then followed as the room tells it (SPEC TALK-40).
 * null: what draws it has not come yet.
 */
export function useFollowedTalk(): PlanTalk | null {
  const { id, live, people } = useDesk()
  const drawing = useWhenIdle(fetchDrawing)
  const open = useLinkStage(live) === 'open'
  const talk = useMemo(() => drawing && { drawing, state: drawing.createTalkState(id) }, [drawing, id])
  const askers = useRef(0)
  askers.current = people.length

  useEffect(() => {
    if (!open || !talk) return
    const { state } = talk
    const asking = createAsking({
      ask: () => fetchTalk(id),
      came(answer) {
        if (!state.came(answer)) asking.soon()
      },
      // What is known stays.
      away() {},
      askers: () => askers.current,
    })
    const off = live.onMessage((message) => {
      if (message.type === 'talk' && !state.hear(message)) asking.soon()
    })
    void asking.now()
    return () => {
      asking.stop()
      off()
    }
  }, [id, live, open, talk])
  return talk
}
