import { sentencesRead, type Talk } from '@withy/shared/api'
import { boxTitles, type Plan, type Shown } from '@withy/shared/plan'
import { isThreadOpen, type TalkComment, type TalkPlace, type TalkThread } from '@withy/shared/protocol'

/** One thing that is not settled yet; of a suggestion each place. `by` null: asked without a name. `words`: the first of them. */
export type UnsettledThing = {
  readonly id: string
  readonly is: 'comment' | 'meaning' | 'suggestion'
  readonly by: string | null
  readonly words: string
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
    ...threads.filter(isThreadOpen).map(({ id, kind, place, comments }) => {
      // Where the one that began it was removed, what was answered is still open.
      const first = comments.find(({ words }) => words !== null)
      return { box: place.box, id, is: kind, by: first?.by ?? null, words: short(wordsOf(kind, place, first)) }
    }),
    ...suggestions.flatMap(({ id, place, by, changes }) => {
      const open = changes.filter(({ fate }) => fate === null)
      return open.map((change) => {
        const words = sentencesRead(change.becomes) || sentencesRead(change.was)
        return { box: place.box, id: `${id}/${change.id}`, is: 'suggestion' as const, by, words: short(words) }
      })
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

/** Of a question the words it is about: everybody asks alike. */
const wordsOf = (kind: TalkThread['kind'], place: TalkPlace, first: TalkComment | undefined): string =>
  (kind === 'meaning' && place.words?.quote) || (first?.words ?? '')

const MOST_SIGNS = 80

/** The beginning of words, on one line. */
function short(words: string): string {
  const line = words.replace(/\s+/g, ' ').trim()
  if (line.length <= MOST_SIGNS) return line
  return `${line
    .slice(0, MOST_SIGNS)
    .replace(/[\ud800-\udbff]$/, '')
    .trimEnd()}…`
}
