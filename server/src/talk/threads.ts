import { LIMIT, type SaidInTalk } from '@withy/shared/api'
import type { Explained } from '@withy/shared/plan'
import type { TalkPlace } from '@withy/shared/protocol'
import { refuse } from '../http/refused.ts'
import type { CommentRow, DecideThread, ThreadRow } from '../storage/talk.ts'

/*
 * What becomes of a thread when somebody says something. Each is decided on the thread as it is in that moment, inside the transaction
 * that keeps it, and changes nothing else: comments are beside the plan (SPEC TALK-1).
 */

/** Who says it, and when (ms). */
type Saying = { readonly me: string; readonly now: number }
type Said = Omit<SaidInTalk, 'id'>

/** Begins a thread (SPEC TALK-2). Sent twice, it is one. */
export const begin =
  ({ me, now }: Saying, id: string, kind: ThreadRow['kind'], place: TalkPlace, said: SaidInTalk): DecideThread =>
  ({ thread, ...count }) => {
    if (thread) {
      const first = thread.comments[0]
      // As a question it would have had no name: as a comment it has one (SPEC TALK-8).
      if (first?.person !== me || first.id !== said.id || thread.kind !== kind) throw refuse('bad-request')
      return sentAgain(first, said, now)
    }
    refuseMore(me, count)
    return { begins: { id, kind, place, settled: null, comments: [commentOf({ me, now }, said)] } }
  }

/** Answers in a thread, which is open again with that (SPEC TALK-4). */
export const answer =
  ({ me, now }: Saying, said: SaidInTalk): DecideThread =>
  ({ thread, ...count }) => {
    const { comments: before, settled } = found(thread)
    const same = before.find(({ id }) => id === said.id)
    if (same) {
      if (same.person !== me) throw refuse('bad-request')
      return sentAgain(same, said, now)
    }
    refuseMore(me, count)
    if (before.length >= LIMIT.commentsPerThread) throw refuse('talk-full')
    return { comment: commentOf({ me, now }, said), ...(settled && { settled: null }) }
  }

/** One person alone never fills a plan for everyone (SPEC TALK-10). */
function refuseMore(me: string, { comments, commentsOf }: Omit<Parameters<DecideThread>[0], 'thread'>): void {
  if (commentsOf(me) >= LIMIT.commentsPerPerson) throw refuse('talk-yours-full')
  if (comments >= LIMIT.commentsPerPlan) throw refuse('talk-full')
}

/** Changes the words of one's own comment (SPEC TALK-5). */
export const edit =
  ({ me, now }: Saying, id: string, said: Said): DecideThread =>
  ({ thread }) => {
    const comment = mine(thread, me, id)
    if (comment.words === null) throw refuse('comment-gone')
    return isSame(comment, said) ? null : { comment: { ...comment, ...said, editedAt: now } }
  }

/** Removes the words of one's own comment, and who it was for (SPEC TALK-5). */
export const remove =
  (me: string, id: string): DecideThread =>
  ({ thread }) => {
    const comment = mine(thread, me, id)
    return comment.words === null ? null : { comment: { ...comment, words: null, mentions: [], editedAt: null } }
  }

/** Settles a thread or opens it again (SPEC TALK-6). */
export const settle =
  ({ me, now }: Saying, isSettled: boolean): DecideThread =>
  ({ thread }) => {
    if ((found(thread).settled !== null) === isSettled) return null
    return { settled: isSettled ? { by: me, at: now } : null }
  }

/**
 * Explains what somebody asked about: in the words the plan explains, and settled (SPEC TALK-7). What somebody else has settled meanwhile
 * is not explained over their heads; one's own explanation may be sent again because no answer came.
 */
export const explain =
  ({ me, now }: Saying, word: Explained): DecideThread =>
  ({ thread }) => {
    const { kind, settled } = found(thread)
    if (kind !== 'meaning') throw refuse('bad-request')
    if (settled && settled.by !== me) throw refuse('question-settled')
    const explained = { word, most: LIMIT.wordsPerGlossary }
    return { explained, ...(!settled && { settled: { by: me, at: now } }) }
  }

function found(thread: ThreadRow | null): ThreadRow {
  if (!thread) throw refuse('comment-gone')
  return thread
}

function mine(thread: ThreadRow | null, me: string, id: string): CommentRow {
  const comment = found(thread).comments.find((one) => one.id === id)
  if (!comment) throw refuse('comment-gone')
  if (comment.person !== me) throw refuse('not-allowed')
  return comment
}

const commentOf = ({ me, now }: Saying, { id, words, mentions }: SaidInTalk): CommentRow => ({
  ...{ id, words, mentions, person: me, at: now },
  editedAt: null,
})

/**
 * Sent again because no answer came. Words that were changed before are the ones that count; but a sending that was long on its way
 * brings back nothing that was changed or removed since.
 */
const sentAgain = (comment: CommentRow, { words, mentions }: SaidInTalk, now: number): ReturnType<DecideThread> =>
  comment.words === null || comment.editedAt !== null || isSame(comment, { words, mentions })
    ? null
    : { comment: { ...comment, words, mentions, editedAt: now } }

const isSame = (comment: CommentRow, { words, mentions }: Said): boolean =>
  comment.words === words && comment.mentions.join() === mentions.join()
