import type { SuggestedChange, Suggestion, TalkComment, TalkThread } from '@withy/shared/protocol'
import { comment, placeOf, threadOf } from './testing-talk.tsx'

const PLACE = placeOf('place.where')

/** A comment by somebody; null: without a name. */
export const commentBy = (by: string | null, more: Partial<TalkComment> = {}): TalkComment =>
  comment(`by-${by}`, by, 'Something', more)

/** A thread with these comments in it. */
export const threadWith = (id: string, comments: readonly TalkComment[], more: Partial<TalkThread> = {}): TalkThread =>
  threadOf(id, 'somebody', '', { comments, ...more })

/** "What does that mean?" about some words. */
export const askedAbout = (id: string, quote: string, more: Partial<TalkThread> = {}): TalkThread => {
  const words = { quote, before: '', after: '', from: '', to: '', epoch: '' }
  return threadWith(id, [commentBy(null)], { kind: 'meaning', place: { ...PLACE, words }, ...more })
}

export const changeFor = (
  id: string,
  needs: readonly string[],
  more: Partial<SuggestedChange> = {},
): SuggestedChange => ({ ...{ id, was: [], becomes: [], before: '', after: '', needs, yes: [], fate: null }, ...more })

export const suggestionBy = (id: string, by: string, ...changes: readonly SuggestedChange[]): Suggestion => ({
  ...{ id, place: PLACE, by, at: 1, why: '' },
  changes,
})
