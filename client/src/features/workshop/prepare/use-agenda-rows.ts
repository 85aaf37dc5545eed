import type { AgendaStep } from '@withy/shared/protocol'
import { useEffect, useRef, useState } from 'react'

/** A step, or where one was until somebody took it out. `after`: the step before it, null for the first. */
export type AgendaRow = { readonly step: AgendaStep; readonly isGone: boolean; readonly after: string | null }

/** The steps in order, with those that went while this page was open at the place where they were. */
export function useAgendaRows(steps: readonly AgendaStep[]): readonly AgendaRow[] {
  const before = useRef(steps)
  const [gone, setGone] = useState<readonly AgendaRow[]>([])
  useEffect(() => {
    const earlier = before.current
    before.current = steps
    const isHere = new Set(steps.map(({ id }) => id))
    const went = earlier.flatMap((step, at) =>
      isHere.has(step.id) ? [] : [{ step, isGone: true, after: earlier[at - 1]?.id ?? null }],
    )
    setGone((known) => {
      const stillGone = known.filter(({ step }) => !isHere.has(step.id))
      return went.length === 0 && stillGone.length === known.length ? known : [...stillGone, ...went]
    })
  }, [steps])
  return rowsOf(steps, gone)
}

/** Steps, and each that went put behind the one it followed. */
export function rowsOf(steps: readonly AgendaStep[], gone: readonly AgendaRow[]): readonly AgendaRow[] {
  const isHere = new Set(steps.map(({ id }) => id))
  const rows = steps.map((step, at): AgendaRow => ({ step, isGone: false, after: steps[at - 1]?.id ?? null }))
  for (const row of gone.filter(({ step }) => !isHere.has(step.id)))
    rows.splice(rows.findIndex(({ step }) => step.id === row.after) + 1, 0, row)
  return rows
}
