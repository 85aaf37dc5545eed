import type { TalkPlace } from '@withy/shared/protocol'
import type { Kysely, Selectable, Transaction } from 'kysely'
import type { Tables } from '../schema.ts'
import type { CommentRow, TalkStore, ThreadChange, ThreadRow } from '../talk.ts'
import { builtOnce } from './built-once.ts'
import { addWord } from './glossary.ts'

export const talkStore = (db: Kysely<Tables>): TalkStore => {
  const findSeq = builtOnce(db, db.selectFrom('talk').select('seq').where('plan', '=', ''))
  const talkSeqOf = async (plan: string) => (await findSeq(plan))[0]?.seq ?? 0
  return {
    talkSeqOf,

    async talkOf(plan) {
      // Before the rows: whoever is told of a later one has it twice, and misses none.
      const seq = await talkSeqOf(plan)
      const threads = await db.selectFrom('talk_thread').selectAll().where('plan', '=', plan).orderBy('n').execute()
      const comments = await db.selectFrom('talk_comment').selectAll().where('plan', '=', plan).orderBy('n').execute()
      const byThread = Map.groupBy(comments, ({ thread }) => thread)
      return { seq, threads: threads.map((row) => threadOf(row, byThread.get(row.id) ?? [])) }
    },

    changeThread: (plan, id, decide) =>
      db
        .transaction()
        .execute(async (trx) => {
          const before = await readThread(trx, plan, id)
          const change = decide({ thread: before, ...(await countComments(trx, plan)) })
          if (!change && before) return { thread: before, seq: null, changed: [] }
          const changed = await keep(trx, plan, id, change ?? {})
          const thread = await readThread(trx, plan, id)
          if (!thread) throw new Error('a thread was changed that is not there')
          return { thread, seq: await nextTalkSeq(trx, plan), changed }
        })
        .catch((problem: unknown) => {
          if (problem instanceof NotExplained) return problem.why
          throw problem
        }),
  }
}

/** Undoes what was to be kept with it. */
class NotExplained extends Error {
  readonly why: 'there' | 'full'
  constructor(why: 'there' | 'full') {
    super(why)
    this.why = why
  }
}

/** The number of a change of a plan's talk. Run in the transaction that keeps the change. */
export async function nextTalkSeq(trx: Transaction<Tables>, plan: string): Promise<number> {
  const row = await trx
    .insertInto('talk')
    .values({ plan, seq: 1 })
    .onConflict((c) => c.column('plan').doUpdateSet((e) => ({ seq: e('talk.seq', '+', 1) })))
    .returning('seq')
    .executeTakeFirstOrThrow()
  return row.seq
}

/** @returns ids of the comments it put */
async function keep(trx: Transaction<Tables>, plan: string, id: string, change: ThreadChange): Promise<string[]> {
  const { begins, comment, settled, explained } = change
  if (begins) await trx.insertInto('talk_thread').values(rowOf(plan, begins)).execute()
  const comments = [...(begins?.comments ?? []), ...(comment ? [comment] : [])]
  for (const one of comments) await putComment(trx, plan, id, one)
  if (settled !== undefined) {
    const set = { settled_by: settled?.by ?? null, settled_at: settled?.at ?? null }
    await trx.updateTable('talk_thread').set(set).where('plan', '=', plan).where('id', '=', id).execute()
  }
  if (explained) {
    const did = await addWord(trx, plan, explained.word, explained.most)
    if (did !== 'done') throw new NotExplained(did)
  }
  return comments.map((one) => one.id)
}

async function putComment(trx: Transaction<Tables>, plan: string, thread: string, comment: CommentRow): Promise<void> {
  const { id, person, at } = comment
  const said = { words: comment.words, mentions: JSON.stringify(comment.mentions), edited_at: comment.editedAt }
  await trx
    .insertInto('talk_comment')
    .values({ plan, thread, id, person, at, ...said })
    .onConflict((c) => c.columns(['plan', 'thread', 'id']).doUpdateSet(said))
    .execute()
}

async function readThread(trx: Transaction<Tables>, plan: string, id: string): Promise<ThreadRow | null> {
  const row = await trx
    .selectFrom('talk_thread')
    .selectAll()
    .where('plan', '=', plan)
    .where('id', '=', id)
    .executeTakeFirst()
  if (!row) return null
  const comments = trx.selectFrom('talk_comment').selectAll().where('plan', '=', plan).where('thread', '=', id)
  return threadOf(row, await comments.orderBy('n').execute())
}

async function countComments(trx: Transaction<Tables>, plan: string) {
  const rows = await trx
    .selectFrom('talk_comment')
    .select((e) => [
      'person',
      e.fn.countAll<number | bigint>().as('all'),
      e.fn.count<number | bigint>('words').as('said'),
    ])
    .where('plan', '=', plan)
    .groupBy('person')
    .execute()
  const byPerson = new Map(rows.map(({ person, all }) => [person, Number(all)]))
  return {
    comments: rows.reduce((sum, { said }) => sum + Number(said), 0),
    commentsOf: (person: string) => byPerson.get(person) ?? 0,
  }
}

const rowOf = (plan: string, { id, kind, place, settled }: ThreadRow) => ({
  ...{ plan, id, kind, box: place.box, item: place.item, field: place.field },
  words: place.words && JSON.stringify(place.words),
  settled_by: settled?.by ?? null,
  settled_at: settled?.at ?? null,
})

type Rows = { readonly [Table in keyof Tables]: Selectable<Tables[Table]> }

const threadOf = (row: Rows['talk_thread'], comments: readonly Rows['talk_comment'][]): ThreadRow => ({
  id: row.id,
  kind: row.kind,
  place: {
    ...{ box: row.box, item: row.item, field: row.field },
    words: row.words === null ? null : (JSON.parse(row.words) as TalkPlace['words']),
  },
  settled: row.settled_by === null || row.settled_at === null ? null : { by: row.settled_by, at: row.settled_at },
  comments: comments.map(({ id, person, at, words, mentions, edited_at: editedAt }) => ({
    ...{ id, person, at, words, editedAt },
    mentions: JSON.parse(mentions) as string[],
  })),
})
