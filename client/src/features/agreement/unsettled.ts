import { sentencesRead, type Talk } from '@withy/shared/api'
import { boxTitles, type Plan, type Shown } from '@withy/shared/plan'

/** One thing that is not settled yet. `by` null: asked without a name. `words`: the first of them; null: removed. */
export type UnsettledThing = {
  readonly id: string
  readonly is: 'comment' | 'meaning' | 'suggestion'
  readonly by: string | null
  readonly words: string | null
}

/** `section` null: about something the plan has no place for any more. */
export type UnsettledSection = {
  readonly section: string | null
  readonly title: Shown | null
  readonly things: readonly UnsettledThing[]
}

/** Open comments and suggested words nobody has decided about, by section in the order of the plan (SPEC TALK-81). */
export function unsettledIn(
  plan: Plan,
  { threads, suggestions }: Pick<Talk, 'threads' | 'suggestions'>,
): UnsettledSection[] {
  const things = [
    ...threads
      .filter(({ settled }) => settled === null)
      .map(({ id, kind, place, comments }) => {
        const [first] = comments
        return { box: place.box, id, is: kind, by: first?.by ?? null, words: short(first?.words ?? null) }
      }),
    ...suggestions.flatMap(({ id, place, by, changes }) => {
      const open = changes.find(({ fate }) => fate === null)
      if (!open) return []
      const words = sentencesRead(open.becomes) || sentencesRead(open.was)
      return [{ box: place.box, id, is: 'suggestion' as const, by, words: short(words) }]
    }),
  ]
  const titles = boxTitles(plan)
  const sections = new Map<string | null, UnsettledThing[]>()
  for (const { box, ...thing } of things) {
    const section = titles.get(box)?.section ?? null
    sections.set(section, [...(sections.get(section) ?? []), thing])
  }
  const inOrder = [...new Map([...titles.values()].map(({ section, sectionTitle }) => [section, sectionTitle]))]
  return [...inOrder, [null, null] as const].flatMap(([section, title]) => {
    const found = sections.get(section)
    return found ? [{ section, title, things: found }] : []
  })
}

const MOST_SIGNS = 80

/** The beginning of words, on one line. */
function short(words: string | null): string | null {
  const line = words?.replace(/\s+/g, ' ').trim() ?? null
  if (line === null || line.length <= MOST_SIGNS) return line
  return `${line
    .slice(0, MOST_SIGNS)
    .replace(/[\ud800-\udbff]$/, '')
    .trimEnd()}…`
}
