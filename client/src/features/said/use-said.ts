import type { Said } from '@withy/shared/api'
import { useMemo } from 'react'
import { fetchSaid } from '../../api/said.ts'
import type { LivePlan } from '../../live/live-plan.ts'
import { type AskedDrawing, useAskedDrawing } from '../../live/use-asked-drawing.ts'
import { openTexts } from '../../text/language.ts'
import type { SaidState } from './said-state.ts'

/** What draws it. In few plans somebody typed for another: it comes, with its words, when there is something to draw. */
type Drawing = typeof import('./drawing.ts')

export type PlanSaid = { readonly drawing: Drawing; readonly state: SaidState }

/** Words that were just typed for somebody are asked about when nobody has typed for so long (ms): by whom they concern, and by others. */
const PAUSE = 2_000
const OTHERS_PAUSE = 10_000

const ASKED: AskedDrawing<Said, Drawing> = {
  ask: fetchSaid,
  toldBy: 'said',
  isSome: ({ said, unsaid }) => said.length + unsaid.length > 0,
  draw: async () => (await Promise.all([import('./drawing.ts'), openTexts('said')]))[0],
  also: afterTyping,
}

/** Asks after each pause while somebody types for another (SPEC SYNC-168). */
function afterTyping(live: LivePlan, me: string, soon: () => void): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined
  const wrote = () => {
    const theirs = live.here().flatMap(({ typesFor }) => typesFor ?? [])
    const isMine = live.typesFor() !== null || theirs.includes(me)
    if (!isMine && theirs.length === 0) return
    clearTimeout(timer)
    timer = setTimeout(soon, isMine ? PAUSE : OTHERS_PAUSE)
  }
  live.doc.on('update', wrote)
  return () => {
    clearTimeout(timer)
    live.doc.off('update', wrote)
  }
}

/** Who said what another typed, of the plan on the desk. null: nothing is, as far as is known. */
export function usePlanSaid(): PlanSaid | null {
  const { answer, drawing, put } = useAskedDrawing(ASKED)
  return useMemo(
    () => answer && drawing && { drawing, state: { said: answer, came: (said: Said) => put(() => said) } },
    [answer, drawing, put],
  )
}
