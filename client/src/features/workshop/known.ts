import type { Desk, Mine, MyIdea, WorkshopSeen, WorkshopShared } from '@withy/shared/api'
import type { IdeaShown, RoomMessage, WorkshopNow } from '@withy/shared/protocol'

/** What this page knows of a workshop. `mine` and `desk` are null on a room screen, which never asks for them. */
export type Known = WorkshopShared & { readonly mine: Mine | null; readonly desk: Desk | null }

type Told = Extract<RoomMessage, { type: 'workshop' }>

/** What the server answered, put over what is known. An answer that is older than what the room has told since changes only what is the asker's own. */
export function answered(known: Known | null, seen: WorkshopSeen | WorkshopShared): Known {
  const own =
    'mine' in seen ? { mine: seen.mine, desk: seen.desk } : { mine: known?.mine ?? null, desk: known?.desk ?? null }
  if (known && known.now.rev > seen.now.rev) return { ...known, ...own }
  const { now, ideas, groups } = seen
  return { now, ideas, groups, ...own }
}

/**
 * What the room told, put over what is known.
 * @returns null where something was missed in between: all of it has to be asked for
 */
export function told(known: Known, { now, changed }: Told & { readonly now: WorkshopNow }): Known | null {
  if (now.rev === known.now.rev) return known
  // A greeting: what is known may be of before the server began anew, and its clock was put back.
  if (changed === null) return null
  if (now.rev < known.now.rev) return known
  if (changed.from > known.now.rev) return null
  return {
    ...known,
    now,
    ideas: merged(known.ideas, changed.ideas, changed.gone),
    mine: known.mine && { ...known.mine, ideas: ownToo(known.mine.ideas, changed.ideas) },
    groups: merged(known.groups, changed.groups, changed.gone),
  }
}

/** One's own ideas, as everybody sees them now: nobody has to ask for those when a whole hall is shown its ideas. */
function ownToo(own: readonly MyIdea[], newer: readonly IdeaShown[]): MyIdea[] {
  const shown = new Map(newer.map((idea) => [idea.id, idea]))
  return own.map((mine) => {
    const idea = shown.get(mine.id)
    return idea ? { ...mine, ...idea, shown: true, hidden: false, offered: idea.isOffered ? mine.offered : '' } : mine
  })
}

/** In the order they first came. */
function merged<T extends { readonly id: string }>(
  before: readonly T[],
  newer: readonly T[],
  gone: readonly string[],
): T[] {
  if (newer.length === 0 && gone.length === 0) return before as T[]
  const all = new Map(before.map((one) => [one.id, one]))
  for (const id of gone) all.delete(id)
  for (const one of newer) all.set(one.id, one)
  return [...all.values()]
}
