import type { AnnexAbout, AnnexChange, AnnexComment, AnnexSuggestion, AnnexThread, TalkAnnex } from '@withy/shared/api'
import {
  boxTitles,
  type Edition,
  type Item,
  LANGUAGES,
  type Language,
  type Plan,
  SHAPES,
  type Shown,
  sameWord,
  valueInWords,
  wordsOfText,
} from '@withy/shared/plan'
import {
  type SuggestedChange,
  type Suggestion,
  type TalkComment,
  type TalkPlace,
  type TalkThread,
  toldApart,
} from '@withy/shared/protocol'
import type { PlanFacts } from '../storage/agreement.ts'

/** What was said about a plan, as people of it may read it. */
export type TalkRows = { readonly threads: readonly TalkThread[]; readonly suggestions: readonly Suggestion[] }

/** A plan as it reads, with who is and was in it. */
type Reading = {
  readonly plan: Plan
  readonly edition: Edition
  readonly facts: Pick<PlanFacts, 'people' | 'former'>
}

/** What was said about a plan as it reads at this moment (ms): names for ids, titles for places (SPEC TALK-82). */
export function annexOf({ plan, edition, facts }: Reading, { threads, suggestions }: TalkRows, at: number): TalkAnnex {
  const names = new Map([...facts.former.map(({ id, name }) => [id, name] as const), ...toldApart(facts.people)])
  const nameOf = (id: string): string => names.get(id) ?? ''
  const about = aboutIn(plan, edition)
  const inOrder = orderIn(plan)
  return {
    annex: 1,
    at: time(at),
    threads: threads
      .toSorted((one, other) => inOrder(one.place, other.place) || firstAt(one) - firstAt(other))
      .map((thread) => threadAs(thread, about, nameOf, edition.explained)),
    suggestions: suggestions
      .toSorted((one, other) => inOrder(one.place, other.place) || one.at - other.at)
      .map((one) => suggestionAs(one, about, nameOf)),
  }
}

type NameOf = (id: string) => string
type AboutOf = (place: TalkPlace) => AnnexAbout

const time = (ms: number): string => new Date(ms).toISOString()
const firstAt = ({ comments }: TalkThread): number => comments[0]?.at ?? 0

const threadAs = (
  { kind, place, comments, settled }: TalkThread,
  about: AboutOf,
  nameOf: NameOf,
  words: Edition['explained'],
): AnnexThread => ({
  kind,
  about: about(place),
  comments: comments.map((comment) => commentAs(comment, nameOf)),
  settled: settled && { name: settled.by === null ? null : nameOf(settled.by), at: time(settled.at) },
  ...(kind === 'meaning' && settled && explainedIn(words, place)),
})

/** What was asked about, in the words the plan explains. */
function explainedIn(words: Edition['explained'], place: TalkPlace): Pick<AnnexThread, 'explained'> {
  const asked = sameWord(place.words?.quote ?? '')
  const found = words.find(({ word }) => sameWord(word) === asked)
  return found ? { explained: { word: found.word, meaning: found.meaning } } : {}
}

const commentAs = ({ by, at, words, mentions, editedAt }: TalkComment, nameOf: NameOf): AnnexComment => ({
  name: by === null ? null : nameOf(by),
  at: time(at),
  words,
  // Of who is not known any more nothing is left to say.
  mentions: mentions.map(nameOf).filter((name) => name !== ''),
  editedAt: editedAt === null ? null : time(editedAt),
})

const suggestionAs = (
  { place, by, at, why, changes }: Suggestion,
  about: AboutOf,
  nameOf: NameOf,
): AnnexSuggestion => ({
  about: about(place),
  name: nameOf(by),
  at: time(at),
  why,
  changes: changes.map((change) => changeAs(change, nameOf)),
})

const changeAs = ({ was, becomes, before, after, needs, yes, fate }: SuggestedChange, nameOf: NameOf): AnnexChange => ({
  ...{ was, becomes, before, after },
  needs: needs.map(nameOf),
  yes: yes.map(nameOf),
  fate: fate && { is: fate.is, name: nameOf(fate.by), at: time(fate.at) },
})

function aboutIn(plan: Plan, edition: Edition): AboutOf {
  const titles = boxTitles(plan)
  const shown = new Map(
    edition.parts
      .flatMap(({ sections }) => sections.flatMap(({ boxes }) => boxes))
      .flatMap((box) => (box.type === 'list' ? box.items.map((item) => [`${box.key}/${item.id}`, item] as const) : [])),
  )
  const texts = new Map<string, string | null>()
  /** As `textAt`, with all space as one: what is said is often about one long text. */
  const squeezedAt = (place: Pick<TalkPlace, 'box' | 'item' | 'field'>): string | null => {
    const key = JSON.stringify([place.box, place.item, place.field])
    const known = texts.get(key)
    if (known !== undefined) return known
    const text = textAt(plan, place)
    const made = text === null ? null : squeezed(text)
    texts.set(key, made)
    return made
  }
  return ({ box, item, field, words }) => {
    const there = titles.get(box)
    const name = item === null ? undefined : shown.get(`${box}/${item}`)?.name
    return {
      ...{ box, item, field },
      section: there?.sectionTitle ?? null,
      title: there?.title ?? null,
      name: name ? inEach((lang) => valueInWords(name, lang)) : item === null ? null : takenOutName(plan, box, item),
      words: words && { quote: words.quote, before: words.before, after: words.after },
      isThere: squeezedAt({ box, item, field })?.includes(squeezed(words?.quote ?? '')) ?? false,
    }
  }
}

const inEach = (say: (lang: Language) => string): Shown => {
  const said = Object.fromEntries(LANGUAGES.map((lang) => [lang, say(lang)])) as Record<Language, string>
  return new Set(Object.values(said)).size === 1 ? said.en : said
}

/** What an item was called that is in the list no more. */
function takenOutName(plan: Plan, box: string, id: string): Shown | null {
  const { shape, removed } = listAt(plan, box) ?? { shape: null, removed: [] }
  const first = shape && SHAPES[shape].fields[0]?.id
  const name = first && removed.find((item) => item.id === id)?.cells[first]
  return typeof name === 'string' && name !== '' ? name : null
}

const OWN = /^own:(.+)\.(text|actions)$/

function listAt(plan: Plan, box: string) {
  const content = plan.boxes[box]
  if (content?.type === 'list') return content
  const own = plan.own.find(({ id }) => box === `own:${id}.actions`)
  return own && { shape: 'action' as const, items: own.actions, removed: own.removedActions }
}

/** The text of a place as it reads now; null: the plan has no such place, or it was taken out. */
function textAt(plan: Plan, { box, item, field }: Pick<TalkPlace, 'box' | 'item' | 'field'>): string | null {
  if (item !== null) {
    const found = listAt(plan, box)?.items.find(({ id }) => id === item)
    return found ? (field === null ? '' : cellText(found, field)) : null
  }
  const content = plan.boxes[box]
  if (content) return content.type === 'text' ? wordsOfText(content.text).join('\n') : ''
  const own = plan.own.find(({ id }) => id === OWN.exec(box)?.[1])
  return own ? wordsOfText(own.text).join('\n') : null
}

function cellText({ cells }: Item, field: string): string {
  const value = cells[field]
  return typeof value === 'string' ? value : ''
}

const squeezed = (text: string): string => text.replace(/\s+/g, ' ').trim()

/** By where they stand in the plan: box after box, item after item. */
function orderIn(plan: Plan): (one: TalkPlace, other: TalkPlace) => number {
  const boxes = new Map([...boxTitles(plan).keys()].map((key, n) => [key, n]))
  const itemsOf = new Map<string, ReadonlyMap<string, number>>()
  const placeOf = ({ box, item }: TalkPlace): number => {
    if (item === null) return -1
    const items = itemsOf.get(box) ?? new Map((listAt(plan, box)?.items ?? []).map(({ id }, n) => [id, n]))
    itemsOf.set(box, items)
    return items.get(item) ?? items.size
  }
  const boxAt = ({ box }: TalkPlace): number => boxes.get(box) ?? boxes.size
  return (one, other) => boxAt(one) - boxAt(other) || placeOf(one) - placeOf(other)
}
