import type { AgendaStep, WorkshopNow } from '@withy/shared/protocol'
import { useEffect, useRef, useState } from 'react'
import { useDesk } from '../../../live/desk.tsx'
import { useRoom } from '../use-workshop.ts'

/** What is other than before. `step`: which; null: something that is no step. */
export type Changed = {
  readonly what: 'added' | 'taken-out' | 'changed' | 'moved' | 'other'
  readonly step: AgendaStep | null
}

/** What somebody did between two states of a workshop: the first thing that is other. */
export function whatChanged(before: WorkshopNow, now: WorkshopNow): Changed {
  const earlier = new Map(before.steps.map((step) => [step.id, step]))
  const here = new Set(now.steps.map(({ id }) => id))
  const added = now.steps.find(({ id }) => !earlier.has(id))
  if (added) return { what: 'added', step: added }
  const gone = before.steps.find(({ id }) => !here.has(id))
  if (gone) return { what: 'taken-out', step: gone }
  const changed = now.steps.find((step) => JSON.stringify(step) !== JSON.stringify(earlier.get(step.id)))
  if (changed) return { what: 'changed', step: changed }
  const moved = now.steps.find((step, at) => before.steps[at]?.id !== step.id)
  return moved ? { what: 'moved', step: moved } : { what: 'other', step: null }
}

export type News = Changed & { readonly by: string }

/** The newest thing another facilitator did to the workshop before us, with their name (SPEC WORK-31). */
export function useOthersChanges(): News | null {
  const { live, me, names } = useDesk()
  const { now } = useRoom()
  const [news, setNews] = useState<News | null>(null)
  const before = useRef(now)
  const said = useRef<{ readonly rev: number; readonly by: string } | null>(null)
  useEffect(
    () =>
      live.onMessage((message) => {
        if (message.type !== 'workshop-prepared' || message.workshop !== before.current.id) return
        if (message.by !== me.id && message.rev > before.current.rev) said.current = message
      }),
    [live, me.id],
  )
  useEffect(() => {
    const earlier = before.current
    before.current = now
    if (!said.current || now.rev < said.current.rev) return
    const by = names.find(({ id }) => id === said.current?.by)?.name ?? ''
    said.current = null
    setNews({ ...whatChanged(earlier, now), by })
  }, [now, names])
  return news
}
