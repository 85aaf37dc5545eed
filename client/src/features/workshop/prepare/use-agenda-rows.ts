import type { AgendaStep } from '@withy/shared/protocol'
import { useState } from 'react'

/** A step, or where one was until somebody took it out. `after`: the step before it, null for the first. */
export type AgendaRow = { readonly step: AgendaStep; readonly isGone: boolean; readonly after: string | null }

/** The steps in order, with those that went while this page was open at the place where they were. */
export function useAgendaRows(steps: readonly AgendaStep[]): readonly AgendaRow[] {
  const [known, setKnown] = useState<Known>({ steps, gone: [] })
  // In the same turn: a card that is not drawn for one turn forgets what is being written in it.
  const now = known.steps === steps ? known : { steps, gone: goneOf(known, steps) }
  if (now !== known) setKnown(now)
  return rowsOf(steps, now.gone)
}

type Known = { readonly steps: readonly AgendaStep[]; readonly gone: readonly AgendaRow[] }

function goneOf(before: Known, steps: readonly AgendaStep[]): readonly AgendaRow[] {
  const isHere = new Set(steps.map(({ id }) => id))
  const went = before.steps.map((step, at) => ({ step, isGone: true, after: before.steps[at - 1]?.id ?? null }))
  return [...before.gone, ...went].filter(({ step }) => !isHere.has(step.id))
}

/** Steps, and each that went put behind the one it followed. */
function rowsOf(steps: readonly AgendaStep[], gone: readonly AgendaRow[]): readonly AgendaRow[] {
  const rows = steps.map((step, at): AgendaRow => ({ step, isGone: false, after: steps[at - 1]?.id ?? null }))
  for (const row of gone) rows.splice(rows.findIndex(({ step }) => step.id === row.after) + 1, 0, row)
  return rows
}
