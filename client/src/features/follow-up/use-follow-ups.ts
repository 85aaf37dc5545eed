import type { FollowUp } from '@withy/shared/api'
import { createContext, useContext, useMemo } from 'react'
import { fetchFollowUps, sendFollowUpAnswer } from '../../api/follow-ups.ts'
import { useDesk } from '../../live/desk.tsx'
import { type AskedDrawing, useAskedDrawing } from '../../live/use-asked-drawing.ts'
import { openTexts } from '../../text/language.ts'
import type { Said } from './said.ts'

/** What draws them. Few plans have had a workshop: it comes, with its words, when there is something to draw. */
type Drawing = typeof import('./drawing.ts')
type Asked = Awaited<ReturnType<typeof fetchFollowUps>>

type FollowUps = {
  readonly byItem: ReadonlyMap<string, FollowUp>
  readonly drawing: Drawing | null
  /** Keeps my answer. Throws what `send` throws. */
  readonly answer: (followUp: FollowUp, said: Said) => Promise<void>
}

const none: FollowUps = { byItem: new Map(), drawing: null, answer: async () => undefined }
export const FollowUpsContext = createContext<FollowUps>(none)
export const useFollowUps = (): FollowUps => useContext(FollowUpsContext)

const ASKED: AskedDrawing<Asked, Drawing> = {
  ask: fetchFollowUps,
  toldBy: 'follow-ups',
  isSome: ({ followUps }) => followUps.length > 0,
  draw: async () => (await Promise.all([import('./drawing.ts'), openTexts('workshop')]))[0],
  also(_live, _me, soon) {
    const look = () => document.visibilityState === 'visible' && soon()
    document.addEventListener('visibilitychange', look)
    return () => document.removeEventListener('visibilitychange', look)
  },
}

/** "Did it happen?" about the actions of the plan on the desk; asked again when somebody comes back to the page: its day may have come (SPEC WORK-115). */
export function usePlanFollowUps(): FollowUps {
  const { id } = useDesk()
  const { answer: came, drawing, put } = useAskedDrawing(ASKED)
  return useMemo(
    () => ({
      byItem: new Map(came?.followUps.map((each) => [each.item, each])),
      drawing,
      async answer(asked, said) {
        const { followUp } = await sendFollowUpAnswer(id, asked, said)
        put((now) => ({
          followUps: [...(now?.followUps ?? []).filter(({ item }) => item !== followUp.item), followUp],
        }))
      },
    }),
    [came, drawing, put, id],
  )
}
