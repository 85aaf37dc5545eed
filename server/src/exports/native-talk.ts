import {
  ANNEX_WORDS,
  type AnnexAbout,
  type AnnexSuggestion,
  type AnnexThread,
  annexCommentRead,
  type TalkAnnex,
} from '@withy/shared/api'
import {
  type Edition,
  type EditionBox,
  type EditionItem,
  type Language,
  type RichText,
  type Run,
  SHAPES,
  wordsOfText,
} from '@withy/shared/plan'
import { seen, visibleText } from '../http/visible-text.ts'
import { quotesIn, type Stretch } from './quote-place.ts'
import { breaksTagged, type Offered, Tags, withOffers } from './tracked.ts'

/** A comment as Word keeps it. `parent`: of an answer. */
export type WordComment = {
  readonly id: number
  readonly parent: number | null
  readonly author: string
  readonly at: string
  readonly words: string
  readonly isSettled: boolean
}

/** What was said about a plan, laid into its words as Word has it; runs say by their number what of it is about them. */
export type NativeTalk = {
  readonly tags: Tags['all']
  readonly comments: readonly WordComment[]
  /** Texts with what is said about them, by box. */
  readonly texts: ReadonlyMap<string, RichText>
  /** Words of cells by box, item and field, as `cellKey` has them. */
  readonly cells: ReadonlyMap<string, readonly Run[]>
  /** What is about a box, or an item, as a whole: the number for its heading or name. */
  readonly wholes: ReadonlyMap<string, number>
  /** What has no place in the plan's words: it stands at the end. */
  readonly rest: Pick<TalkAnnex, 'threads' | 'suggestions'>
}

export const cellKey = (box: string, item: string | null, field: string | null): string =>
  [box, item, field].filter((one) => one !== null).join('/')

/** Lays what was said into the words of an edition (SPEC TALK-89 to TALK-91). */
export function nativeTalk(edition: Edition, { threads, suggestions }: TalkAnnex, lang: Language): NativeTalk {
  const tags = new Tags()
  const comments: WordComment[] = []
  const places = placesIn(edition)
  const rest = { threads: [] as AnnexThread[], suggestions: [] as AnnexSuggestion[] }
  const about = new Map<string, About[]>()
  const wholes = new Map<string, number[]>()

  for (const thread of threads) {
    const place = placeOf(thread.about, places)
    if (!place) {
      rest.threads.push(thread)
      continue
    }
    const ids = threadAsComments(thread, comments, lang)
    if (place.stretch) listed(about, place.key).push({ stretch: place.stretch, ids })
    else listed(wholes, place.key).push(...ids)
  }

  const offers = new Map<string, { readonly suggestion: AnnexSuggestion; readonly offered: Offered }[]>()
  for (const suggestion of suggestions) {
    const key = cellKey(suggestion.about.box, suggestion.about.item, suggestion.about.field)
    const isOpen = suggestion.changes.some(({ fate }) => fate === null)
    if (isOpen && (places.texts.has(key) || places.cells.has(key)))
      offers.set(key, [...(offers.get(key) ?? []), { suggestion, offered: offeredBy(suggestion, comments, lang) }])
    else rest.suggestions.push(suggestion)
  }

  const lay = (key: string, text: RichText | string): RichText => {
    const rich: RichText = typeof text === 'string' ? [{ type: 'paragraph', runs: [{ text }] }] : text
    const marked = taggedText(rich, about.get(key) ?? [], tags)
    const all = offers.get(key)
    if (!all) return marked
    const { text: laid, placed } = withOffers(
      text,
      marked,
      all.map(({ offered }) => offered),
      tags,
    )
    for (const [n, { suggestion, offered }] of all.entries())
      if (placed[n]?.size !== offered.changes.length) rest.suggestions.push(suggestion)
    return laid
  }
  const touched = new Set([...about.keys(), ...offers.keys()])
  const texts = new Map([...places.texts].flatMap(([key, text]) => (touched.has(key) ? [[key, lay(key, text)]] : [])))
  const cells = new Map(
    [...places.cells].flatMap(([key, text]) => (touched.has(key) ? [[key, lay(key, text).flatMap(runsOf)]] : [])),
  )
  return {
    tags: tags.all,
    comments,
    texts,
    cells,
    wholes: new Map([...wholes].map(([key, ids]) => [key, tags.add({ comments: ids })])),
    rest: { threads: rest.threads, suggestions: suggestions.filter((one) => rest.suggestions.includes(one)) },
  }
}

const runsOf = (block: RichText[number]): readonly Run[] => ('items' in block ? [] : breaksTagged(block.runs))

/** The words of an edition that something can be said about, and the boxes and items there are. */
type Places = {
  readonly texts: ReadonlyMap<string, RichText>
  readonly cells: ReadonlyMap<string, string>
  readonly wholes: ReadonlySet<string>
  /** The words at a key: how many letters, and where a quote stands in them; null: there are none. */
  readonly textAt: (key: string) => { readonly length: number; readonly placeOf: ReturnType<typeof quotesIn> } | null
}

function placesIn({ parts }: Edition): Places {
  const boxes = parts.flatMap(({ sections }) => sections.flatMap((section) => section.boxes))
  const items = boxes.flatMap((box) => (box.type === 'list' ? box.items.map((item) => [box, item] as const) : []))
  const texts = new Map(boxes.flatMap((box) => (box.type === 'text' ? [[box.key, box.text] as const] : [])))
  const cells = new Map(items.flatMap(([box, item]) => cellsIn(box, item)))
  const known = new Map<string, ReturnType<Places['textAt']>>()
  const read = (key: string) => {
    const text = texts.get(key)
    const words = text ? joined(text) : cells.get(key)
    return words === undefined ? null : { length: words.length, placeOf: quotesIn(words) }
  }
  return {
    texts,
    cells,
    // Hundreds of comments may be about one text.
    textAt(key) {
      const found = known.get(key) ?? read(key)
      known.set(key, found)
      return found
    },
    wholes: new Set([...boxes.map(({ key }) => key), ...items.map(([{ key }, { id }]) => cellKey(key, id, null))]),
  }
}

function cellsIn(box: EditionBox & { type: 'list' }, { id, name, facts }: EditionItem): (readonly [string, string])[] {
  const named = SHAPES[box.shape].fields[0]?.id ?? ''
  return [{ field: named, value: name }, ...facts].flatMap(({ field, value }) =>
    value?.is === 'words' ? [[cellKey(box.key, id, field), value.words] as const] : [],
  )
}

/** What is listed under a key, to be added to. */
function listed<T>(all: Map<string, T[]>, key: string): T[] {
  const list = all.get(key) ?? []
  all.set(key, list)
  return list
}

/** Comments about a stretch of a text, by their ids. */
type About = { readonly stretch: Stretch; readonly ids: readonly number[] }

/** Where what something is about stands: words of a text or cell, or all of a box or item. Null: nowhere. */
function placeOf(
  { box, item, field, words }: AnnexAbout,
  { wholes, textAt }: Places,
): { readonly key: string; readonly stretch?: Stretch } | null {
  const key = cellKey(box, item, field)
  const here = textAt(key)
  if (words) {
    const stretch = here?.placeOf(words)
    return stretch ? { key, stretch } : null
  }
  if (wholes.has(key)) return { key }
  return here && { key, stretch: { from: 0, to: here.length } }
}

const joined = (text: RichText): string => wordsOfText(text).join('\n')

/** A text whose runs say which comments are about them. */
function taggedText(text: RichText, about: readonly About[], tags: Tags): RichText {
  if (about.length === 0) return text
  let at = 0
  const blocks = (inner: RichText): RichText =>
    inner.map((block) => {
      if ('items' in block) return { ...block, items: block.items.map(blocks) }
      const runs = block.runs.flatMap((run) => {
        const pieces = cut(run, at)
        at += run.text.length
        return pieces
      })
      // Between two blocks stands a line end.
      at += 1
      return { ...block, runs }
    })
  const cut = (run: Run, from: number): Run[] => {
    const to = from + run.text.length
    const touching = about.filter(({ stretch }) => stretch.from < to && from < stretch.to)
    const edges = touching.flatMap(({ stretch }) => [stretch.from - from, stretch.to - from])
    const inside = [...new Set([0, ...edges, run.text.length])].filter((n) => n >= 0 && n <= run.text.length)
    const sorted = inside.toSorted((a, b) => a - b)
    return sorted.slice(0, -1).flatMap((start, n) => {
      const piece = { ...run, text: run.text.slice(start, sorted[n + 1]) }
      if (piece.text === '') return []
      const ids = touching.flatMap(({ stretch, ids }) =>
        stretch.from <= from + start && from + start < stretch.to ? ids : [],
      )
      return [ids.length > 0 ? tags.on(piece, { comments: ids }) : piece]
    })
  }
  return blocks(text)
}

/** Puts a thread into the list: its first comment, and the others as answers to it. @returns their ids */
function threadAsComments({ kind, comments, settled }: AnnexThread, all: WordComment[], lang: Language): number[] {
  const [root] = [all.length]
  return comments.map((comment, n) => {
    const id = all.length
    all.push({
      id,
      parent: n === 0 ? null : (root ?? null),
      author: authorOf(comment.name, lang),
      at: comment.at,
      words: visibleText(annexCommentRead(comment, kind === 'meaning' && n === 0, lang)),
      isSettled: settled !== null,
    })
    return id
  })
}

const authorOf = (name: string | null, lang: Language): string => seen(name ?? '') || ANNEX_WORDS.somebody[lang]

/** What somebody offers, with why, which is a comment about it. */
function offeredBy({ name, at, why, changes }: AnnexSuggestion, all: WordComment[], lang: Language): Offered {
  const author = authorOf(name, lang)
  const id = all.length
  if (why !== '')
    all.push({ id, parent: null, author, at, words: visibleText(`${ANNEX_WORDS.why[lang]}: ${why}`), isSettled: false })
  return {
    changes: changes.map((change, n) => ({ id: String(n), ...change })),
    author,
    date: `${at.slice(0, 19)}Z`,
    comments: why === '' ? [] : [id],
  }
}
