import {
  addItem,
  appendWords,
  type FromWorkshop,
  type Language,
  readPlan,
  SHAPES,
  sectionsOf,
  type Template,
  wordsOfText,
} from '@withy/shared/plan'
import type { Gathered, IdeaShown } from '@withy/shared/protocol'
import type { LivePlan } from '../../../live/live-plan.ts'
import { type ReadBox, readSection } from '../../../plan-view/read-section.ts'

/** What can go into the plan as one: an idea, or a group under its name. `words` is '' for a group that has no name yet. */
export type ToPut = { readonly id: string; readonly words: string; readonly ideas: readonly IdeaShown[] }

export function toPut({ group, ideas }: Gathered): ToPut {
  const [first] = ideas
  return group
    ? { id: group.id, words: group.name, ideas }
    : { id: first?.id ?? '', words: first ? wordingOf(first) : '', ideas }
}

/** The wording its author has accepted, else their own words. */
export const wordingOf = ({ reworded, words }: IdeaShown): string => reworded || words

/** The boxes of a section as it is now, own sections' too; none where it has gone. */
export const boxesIn = (live: LivePlan, template: Template, section: string, lang: Language): readonly ReadBox[] =>
  readSection(readPlan(live.doc, template.kind), template, section, lang)?.boxes ?? []

type Putting = {
  readonly live: LivePlan
  readonly template: Template
  readonly lang: Language
  readonly section: string
  readonly box: string
  readonly workshop: string
  /** The day of the workshop, YYYY-MM-DD. */
  readonly on: string
  /** People of the plan by the idea that is theirs. */
  readonly authors: Readonly<Record<string, string>>
}

/** Own words kept with an item are at most this long, and so many: all of them stand in the workshop. */
const MOST_OWN = { words: 1_000, ideas: 40 }

/**
 * Puts an idea or a group into a box of the live plan: an item of a list, or lines of a text. Each is kept as typed for its author.
 * What is there already is not put in again (SPEC WORK-68).
 * @returns where it is; null where the plan has no such box any more
 */
export function putInPlan(what: ToPut, putting: Putting): { box: string; item: string | null } | null {
  const { live, template, lang, section, box, workshop, on, authors } = putting
  const found = boxesIn(live, template, section, lang).find(({ key }) => key === box)
  if (!found) return null
  const { content } = found
  if (content.type === 'text') {
    const there = new Set(wordsOfText(content.text))
    const put = (line: string, author: string | null) => {
      if (!there.has(line)) live.changeFor(author, () => appendWords(live.doc, template.kind, box, [line]))
    }
    if (what.ideas.length > 1) put(what.words, null)
    for (const idea of what.ideas) put(`${wordingOf(idea)} (${idea.by})`, authors[idea.id] ?? null)
    return { box, item: null }
  }
  const { fields } = SHAPES[content.shape]
  const first = fields.find(({ type }) => type === 'words')
  const features = sectionsOf(template).find(({ id }) => id === section)?.features ?? []
  const [idea, another] = what.ideas
  const said: FromWorkshop['said'] = what.ideas
    .slice(0, MOST_OWN.ideas)
    .map(({ by, words }) => ({ by, words: words.slice(0, MOST_OWN.words) }))
  const add = () =>
    addItem(live.doc, {
      key: box,
      shape: content.shape,
      id: `workshop-${what.id}`,
      cells: {
        ...(first && { [first.id]: what.words }),
        ...(fields.some(({ type }) => type === 'features') && features.length > 0 && { features }),
      },
      origin: { from: 'workshop', workshop, idea: what.id, on, said },
    })
  // A group's name is nobody's own words.
  live.changeFor((idea && !another && authors[idea.id]) || null, add)
  return { box, item: `workshop-${what.id}` }
}
