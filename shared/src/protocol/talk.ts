import type { Sentence } from '../plan/index.ts'

/**
 * Some words of a text: as they read when something was said about them, with what stood around them, and where they stood in the
 * document of that epoch (Yjs relative positions, base64). Where those lead to other words, the quote finds them, or says what it
 * was about (SPEC TALK-3).
 */
export type Quoted = {
  readonly quote: string
  readonly before: string
  readonly after: string
  readonly from: string
  readonly to: string
  readonly epoch: string
}

/**
 * What of a plan is talked about: a box; an item of a list; one cell of words of an item (`field`); and of a text or such a cell
 * perhaps some words. Ids as the document has them, those of own sections' boxes too.
 */
export type TalkPlace = {
  readonly box: string
  readonly item: string | null
  readonly field: string | null
  readonly words: Quoted | null
}

/** A comment. `by` null: asked without a name. `words` null: its writer removed it. Times are ms since 1970. */
export type TalkComment = {
  readonly id: string
  readonly by: string | null
  readonly at: number
  readonly words: string | null
  /** People of the plan it is meant for. */
  readonly mentions: readonly string[]
  readonly editedAt: number | null
}

/** A first comment, and the answers to it. `meaning`: "What does that mean?", of which nobody is told who asked. */
export type TalkThread = {
  readonly id: string
  readonly kind: 'comment' | 'meaning'
  readonly place: TalkPlace
  readonly comments: readonly TalkComment[]
  /** `by` null: whoever asked what words mean, who is not told of. */
  readonly settled: { readonly by: string | null; readonly at: number } | null
}

/** Whether there is something left to settle in a thread: it is not settled, and not all that was said in it was removed (SPEC TALK-45). */
export const isThreadOpen = ({ settled, comments }: Pick<TalkThread, 'settled' | 'comments'>): boolean =>
  settled === null && comments.some(({ words }) => words !== null)

/** What became of one change of a suggestion: it is in the plan, the words stayed, or who suggested it took it back. */
export type ChangeFate = {
  readonly is: 'accepted' | 'kept' | 'withdrawn'
  readonly by: string
  readonly at: number
}

/** One change of a suggestion: sentences that stand next to each other, and what is offered in their place. */
export type SuggestedChange = {
  readonly id: string
  readonly was: readonly Sentence[]
  readonly becomes: readonly Sentence[]
  /** The sentence before and the one after, as they read: where new sentences go. '' at an end of the text. */
  readonly before: string
  readonly after: string
  /** Whose words are reworded, of those who are in the plan: their yes is needed. Nobody: whoever may write decides (SPEC TALK-22). */
  readonly needs: readonly string[]
  /** Who of them has said yes. */
  readonly yes: readonly string[]
  readonly fate: ChangeFate | null
}

/** Other words that somebody offers for a text box, or for a cell of words of an item (`item` and `field`; `words` null). */
export type Suggestion = {
  readonly id: string
  readonly place: TalkPlace
  readonly by: string
  readonly at: number
  readonly why: string
  readonly changes: readonly SuggestedChange[]
}

/** A thread as it is now, with those of its comments that changed: a long one does not go out whole with each answer. */
export type ThreadChanged = Omit<TalkThread, 'comments'> & { readonly changed: readonly TalkComment[] }

/** Whether every change of it has been answered or taken back. */
export const isAnswered = ({ changes }: Pick<Suggestion, 'changes'>): boolean =>
  changes.every(({ fate }) => fate !== null)

/** A suggestion that was answered, without its words: there are many in an old plan, and few look at them (SPEC TALK-95). */
export type AnsweredInShort = Pick<Suggestion, 'id' | 'place' | 'by' | 'at'> & {
  /** How many changes it has, and how many of them gave way to others. */
  readonly count: number
  readonly earlier: number
  /** Whose words they were about. */
  readonly people: readonly string[]
  /** By it earlier words were put back. */
  readonly isBack: boolean
}

/** Something was said about the plan: one thread or suggestion. Neither of them: how far talk is, told to who comes. */
export type TalkChanged = {
  readonly type: 'talk'
  /** Goes up by one each time; whoever has missed one asks for all again. */
  readonly seq: number
  readonly thread?: ThreadChanged
  readonly suggestion?: Suggestion
  /** Told to one person alone, before everybody is told of it: the thread that they began without a name, on this device or another. */
  readonly mine?: string
}

/** A thread after it was told of; `known`: as it was before, undefined where it is new (SPEC TALK-9). */
export function threadAfter(known: TalkThread | undefined, { changed, ...told }: ThreadChanged): TalkThread {
  const byId = new Map([...(known?.comments ?? []), ...changed].map((comment) => [comment.id, comment]))
  return { ...told, comments: [...byId.values()] }
}
