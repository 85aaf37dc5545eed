import type { IdeasChanged } from '@withy/shared/protocol'
import { groupShown, ideaShown, ideasShown } from './seen.ts'
import type { Change, State } from './state.ts'

/** Remembers which ideas and groups have changed since the room was told of them, so that no others are looked at or told. */
export function createIdeasTold(state: State, first: number) {
  let from = first
  const touched = new Set<string>()
  const shown = ideasShown(state)
  /** Those that somebody may have been shown. */
  const seen = new Set([...shown.ideas, ...shown.groups].map(({ id }) => id))

  function touchThose(of: ReadonlyMap<string, { step: string; by?: string; typedBy?: string }>, those: TouchedBy) {
    for (const [id, one] of of) if (those(one)) touched.add(id)
  }

  return {
    /** Call when these are on disk. */
    touch(changes: readonly Change[]) {
      for (const { kind, id } of changes) {
        if (kind === 'idea' || kind === 'group') touched.add(id)
        // Only whether a step is shown is told of its ideas; their authors' names are.
        if (kind === 'step') for (const all of [state.idea, state.group]) touchThose(all, ({ step }) => step === id)
        if (kind === 'participant') touchThose(state.idea, ({ by, typedBy }) => by === id || typedBy === id)
      }
      for (const id of touched) if (ideaShown(state, id) ?? groupShown(state, id)) seen.add(id)
    },

    /** What changed since it was asked before. */
    next(rev: number): IdeasChanged {
      const ids = [...touched]
      const ideas = ids.flatMap((id) => ideaShown(state, id) ?? [])
      const groups = ids.flatMap((id) => groupShown(state, id) ?? [])
      const still = new Set([...ideas, ...groups].map(({ id }) => id))
      const gone = ids.filter((id) => seen.has(id) && !still.has(id))
      for (const id of gone) seen.delete(id)
      touched.clear()
      const changed = { from, ideas, groups, gone }
      from = rev
      return changed
    },
  }
}

type TouchedBy = (one: { step: string; by?: string; typedBy?: string }) => boolean
