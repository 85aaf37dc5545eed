import {
  answerThread,
  editComment,
  explainAsked,
  readTalk,
  removeComment,
  settleThread,
  startThread,
} from '@withy/shared/api'
import { isAnswered, putBacksOf, type Suggestion, type TalkThread } from '@withy/shared/protocol'
import { refuse } from '../http/refused.ts'
import { type Routes, serve } from '../http/route.ts'
import type { Live } from '../live/live.ts'
import { newId } from '../random.ts'
import type { PeopleStore } from '../storage/people.ts'
import type { PlanStore } from '../storage/plans.ts'
import type { DecideThread, TalkStore } from '../storage/talk.ts'
import { hasPlace } from './place.ts'
import { inShort } from './row.ts'
import { type SuggestionNeeds, suggestionRoutes } from './suggestions.ts'
import { answer, begin, edit, explain, remove, settle } from './threads.ts'
import { askedBy, threadSeen, threadTold } from './visible.ts'

export type TalkNeeds = SuggestionNeeds & {
  readonly store: TalkStore & Pick<PeopleStore, 'peopleOf'> & Pick<PlanStore, 'find'>
  readonly live: Pick<Live, 'tell'>
  readonly now?: () => number
}

/** All that is said about a plan as everybody of it sees it. */
type TalkSeen = { readonly threads: TalkThread[]; readonly suggestions: Suggestion[] }

/**
 * What people say about a plan, beside it: nothing here changes the plan (SPEC TALK-1). @returns how to read it, for copies and for what
 * is kept beside an agreed version
 */
export function talkRoutes(routes: Routes, needs: TalkNeeds): (plan: string) => Promise<TalkSeen> {
  const { store, live, now = Date.now } = needs
  const suggestionsOf = suggestionRoutes(routes, needs)

  /**
   * Keeps what becomes of a thread, tells everybody, and gives it as it is then. `asker`: who begins it without a name, of whom nobody
   * but their own devices is told; those before the rest, so that on none of them it waits for an answer of theirs.
   */
  async function change(plan: string, id: string, decide: DecideThread, asker?: string) {
    const after = await store.changeThread(plan, id, decide)
    if (after === 'there') throw refuse('word-there')
    if (after === 'full') throw refuse('glossary-full')
    if (after.seq !== null && asker !== undefined)
      live.tell(plan, { type: 'talk', seq: after.seq - 1, mine: id }, asker)
    if (after.seq !== null) live.tell(plan, { type: 'talk', seq: after.seq, thread: threadTold(after) })
    return { thread: threadSeen(after.thread) }
  }

  /** Who left meanwhile cannot be meant any more. */
  async function asSaid<Said extends { readonly mentions: readonly string[] }>(plan: string, said: Said) {
    if (said.mentions.length === 0) return said
    const inPlan = new Set((await store.peopleOf(plan)).map(({ id }) => id))
    return { ...said, mentions: [...new Set(said.mentions)].filter((id) => inPlan.has(id)) }
  }

  async function seenOf(plan: string) {
    const { seq, threads } = await store.talkOf(plan)
    return { seq, threads: threads.map(threadSeen), suggestions: await suggestionsOf(plan), rows: threads }
  }

  serve(routes, readTalk, async ({ plan, me }) => {
    await routes.budgets.take('reads', me)
    const { rows, suggestions, ...seen } = await seenOf(plan)
    const open = suggestions.filter((one) => !isAnswered(one))
    const backs = putBacksOf(suggestions)
    const answered = suggestions.filter(isAnswered).map((one) => inShort(one, backs.has(one.id)))
    return { ...seen, suggestions: open, answered, mine: askedBy(me, rows) }
  })

  serve(routes, startThread, async ({ plan, me, body: { id, kind, place, said } }) => {
    const row = await store.find(plan)
    if (!row) throw refuse('not-found')
    if (!hasPlace(row.kind, place)) throw refuse('bad-request')
    if (place.words && place.words.epoch !== row.epoch) throw refuse('plan-put-back')
    const asker = kind === 'meaning' ? me : undefined
    return change(plan, id, begin({ me, now: now() }, id, kind, place, await asSaid(plan, said)), asker)
  })

  serve(routes, answerThread, async ({ plan, me, body, param }) =>
    change(plan, param('thread'), answer({ me, now: now() }, await asSaid(plan, body))),
  )

  serve(routes, editComment, async ({ plan, me, body, param }) =>
    change(plan, param('thread'), edit({ me, now: now() }, param('comment'), await asSaid(plan, body))),
  )

  serve(routes, removeComment, ({ plan, me, param }) => change(plan, param('thread'), remove(me, param('comment'))))

  serve(routes, settleThread, ({ plan, me, body, param }) =>
    change(plan, param('thread'), settle({ me, now: now() }, body.settled)),
  )

  serve(routes, explainAsked, async ({ plan, me, body, param }) => {
    const answered = await change(plan, param('thread'), explain({ me, now: now() }, { id: newId(), ...body }))
    live.tell(plan, { type: 'glossary' })
    return answered
  })

  return async (plan) => {
    const { threads, suggestions } = await seenOf(plan)
    return { threads, suggestions }
  }
}
