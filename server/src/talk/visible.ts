import type { TalkComment, TalkThread, ThreadChanged } from '@withy/shared/protocol'
import type { CommentRow, ThreadAfter, ThreadRow } from '../storage/talk.ts'

/** A thread as everybody sees it: of who asked what words mean, nothing says who they are (SPEC TALK-8). */
export const threadSeen = (row: ThreadRow): TalkThread => ({
  ...withoutComments(row),
  comments: row.comments.map((comment) => commentSeen(row, comment)),
})

/** What everybody is told of a thread that changed. */
export const threadTold = ({ thread, changed }: ThreadAfter): ThreadChanged => ({
  ...withoutComments(thread),
  changed: thread.comments.filter(({ id }) => changed.includes(id)).map((comment) => commentSeen(thread, comment)),
})

/** Threads in which somebody asked without a name, for themselves. */
export const askedBy = (me: string, threads: readonly ThreadRow[]): string[] =>
  threads.filter((thread) => nameless(thread) === me).map(({ id }) => id)

/** Who is nowhere told of in a thread. Not in their answers in it either: in them they would say who asked. */
const nameless = ({ kind, comments }: ThreadRow): string | null =>
  kind === 'meaning' ? (comments[0]?.person ?? null) : null

const named = (thread: ThreadRow, person: string): string | null => (person === nameless(thread) ? null : person)

const withoutComments = (row: ThreadRow): Omit<TalkThread, 'comments'> => ({
  ...{ id: row.id, kind: row.kind, place: row.place },
  settled: row.settled && { by: named(row, row.settled.by), at: row.settled.at },
})

const commentSeen = (thread: ThreadRow, { person, ...comment }: CommentRow): TalkComment => ({
  ...comment,
  by: named(thread, person),
})
