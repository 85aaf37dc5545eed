import type { GroupShown, IdeaShown, IdeasChanged } from '@withy/shared/protocol'

type Shown = { readonly ideas: readonly IdeaShown[]; readonly groups: readonly GroupShown[] }

/** Remembers what of the ideas was told, so that only what changed is told next. */
export function createIdeasTold(rev: number, first: Shown) {
  let from = rev
  let before = said(first)
  return {
    /** What changed since it was asked before. */
    next(rev: number, shown: Shown): IdeasChanged {
      const now = said(shown)
      const isNews = ({ id }: { readonly id: string }) => before.get(id) !== now.get(id)
      const changed = {
        from,
        ideas: shown.ideas.filter(isNews),
        groups: shown.groups.filter(isNews),
        gone: [...before.keys()].filter((id) => !now.has(id)),
      }
      from = rev
      before = now
      return changed
    },
  }
}

const said = ({ ideas, groups }: Shown): Map<string, string> =>
  new Map([...ideas, ...groups].map((one) => [one.id, JSON.stringify(one)]))
