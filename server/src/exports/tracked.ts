import {
  type Carried,
  carried,
  type RichText,
  type Run,
  type Sentence,
  type SentenceChange,
  sentencesOf,
  textOfSentences,
  type Wording,
} from '@withy/shared/plan'

/** Who took out or put in words, and when: as Word keeps it with each change. */
export type ChangedBy = { readonly is: 'ins' | 'del'; readonly author: string; readonly date: string }

/**
 * What a run is besides its words, in a copy for Word: which comments are about it, who offers to take it out or put it in, and whether the
 * line end before it is one that is offered. Runs say which by their number (`by`).
 */
export type Tag = {
  readonly comments: readonly number[]
  readonly change?: ChangedBy
  readonly breaks?: ChangedBy
}

/** Tags by number. */
export class Tags {
  readonly all: Tag[] = []

  add(tag: Tag): number {
    return this.all.push(tag) - 1
  }

  /** A run with more to it than it has. */
  on(run: Run, more: Partial<Tag>): Run {
    const has: Tag = (run.by !== undefined && this.all[run.by]) || { comments: [] }
    return { ...run, by: this.add({ ...has, ...more, comments: [...has.comments, ...(more.comments ?? [])] }) }
  }
}

/** Other words that are offered, with whose they are and the comments about them. */
export type Offered = {
  readonly changes: readonly SentenceChange[]
  readonly author: string
  readonly date: string
  readonly comments: readonly number[]
}

/**
 * A text with all that is offered in it: what would go and what would come, each tagged. `text`: as it reads; `tagged`: the same with
 * what its runs are tagged with already. @returns the ids, offer by offer, of the changes that have a place in it
 */
export function withOffers(
  text: Wording,
  tagged: RichText,
  offers: readonly Offered[],
  tags: Tags,
): { readonly text: RichText; readonly placed: readonly ReadonlySet<string>[] } {
  const taken: Placed[] = []
  const placed = offers.map((offer) => {
    const ids = new Set<string>()
    for (const [n, place] of carried(offer.changes, text).entries()) {
      const change = offer.changes[n]
      if (!change || change.fate || place.is !== 'fits' || !isFree(place, offer, taken)) continue
      taken.push({ at: place.at, length: place.length, change, offer })
      ids.add(change.id)
    }
    return ids
  })
  // Sentences are cut by their words alone: tags make no others.
  const marked = sentencesOf(tagged)
  return { text: tagBreaks(textOfSentences(fixedBreaks(merged(marked, taken, tags), tags))), placed }
}

type Placed = { readonly at: number; readonly length: number; readonly change: SentenceChange; readonly offer: Offered }

/** Nothing stands on the same sentences as another offer, nor where another puts in. Those of one offer are apart as it is. */
const isFree = ({ at, length }: Exclude<Carried, { is: 'gone' }>, offer: Offered, taken: readonly Placed[]): boolean =>
  taken.every((other) => {
    if (other.offer === offer) return true
    const isApart = at + length <= other.at || other.at + other.length <= at
    const touches = at + length === other.at || other.at + other.length === at
    return isApart && !(touches && (length === 0 || other.length === 0))
  })

type Marked = Sentence & { readonly breaks?: ChangedBy }

function merged(now: readonly Sentence[], placed: readonly Placed[], tags: Tags): Marked[] {
  const out: Marked[] = []
  let from = 0
  for (const { at, length, change, offer } of placed.toSorted((a, b) => a.at - b.at || a.length - b.length)) {
    out.push(...now.slice(from, at))
    const gone = now.slice(at, at + length)
    const [first] = gone
    const by = (is: 'ins' | 'del'): ChangedBy => ({ is, author: offer.author, date: offer.date })
    const tag = (sentence: Sentence, is: 'ins' | 'del'): Marked => ({
      ...sentence,
      runs: sentence.runs.map((run) => tags.on(run, { change: by(is), comments: offer.comments })),
      ...(sentence.opens && { breaks: by(is) }),
    })
    const { becomes } = change
    // The line that it begins goes on: with what stands in its place, or with the sentence after it.
    const goesOn = now[at + length]?.opens === null
    const kept =
      becomes.length > 0 ? (becomes[0]?.opens ? 0 : -1) : goesOn ? gone.findLastIndex(({ opens }) => opens) : -1
    out.push(
      ...gone.map((sentence, n) => (n === kept ? without(tag(sentence, 'del')) : tag(sentence, 'del'))),
      ...becomes.map((sentence, n) =>
        n === 0 && first?.opens ? { ...without(tag(sentence, 'ins')), opens: null } : tag(sentence, 'ins'),
      ),
    )
    from = at + length
  }
  out.push(...now.slice(from))
  return out
}

const without = ({ breaks, ...sentence }: Marked): Sentence => sentence

/**
 * A line end that is offered stands after what goes or comes with it, as Word has it, so that what stays keeps how it is set out; and
 * where a text begins there is none to offer.
 */
function fixedBreaks(sentences: readonly Marked[], tags: Tags): Sentence[] {
  const breaks = sentences.map((sentence) => sentence.breaks)
  for (let n = 0; n < sentences.length; n++) {
    const at = breaks[n]
    if (!at) continue
    let next = n + 1
    while (next < sentences.length && changeOf(sentences[next], tags)?.is === at.is && !isKept(next)) next++
    if (next < sentences.length && sentences[next]?.opens && !breaks[next]) {
      breaks[n] = undefined
      breaks[next] = at
      n = next
    } else {
      if (n === 0) breaks[n] = undefined
      n = next - 1
    }
  }
  return sentences.map(({ breaks: _, ...sentence }, n) => {
    const mark = breaks[n]
    const [first, ...rest] = sentence.runs
    return mark && first ? { ...sentence, runs: [tags.on(first, { breaks: mark }), ...rest] } : sentence
  })

  function isKept(n: number): boolean {
    return Boolean(sentences[n]?.opens) && !breaks[n]
  }
}

const changeOf = (sentence: Sentence | undefined, tags: Tags): ChangedBy | undefined => {
  const by = sentence?.runs[0]?.by
  return by === undefined ? undefined : tags.all[by]?.change
}

/** A line break in a line has no number of its own: it is of the words after it, as all space between sentences. */
const tagBreaks = (text: RichText): RichText =>
  text.map((block) =>
    'items' in block ? { ...block, items: block.items.map(tagBreaks) } : { ...block, runs: breaksTagged(block.runs) },
  )

export function breaksTagged(runs: readonly Run[]): Run[] {
  let by: number | undefined
  return runs
    .toReversed()
    .map((run) => {
      if (run.text !== '\n') by = run.by
      return run.text === '\n' && by !== undefined ? { ...run, by } : run
    })
    .toReversed()
}
