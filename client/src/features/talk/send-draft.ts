import type { TalkThread } from '@withy/shared/protocol'
import { isBusy, sentenceOf } from '../../api/send.ts'
import { sendAnswer, sendEdit, sendThread } from '../../api/talk.ts'
import { OfflineError } from '../../ui/reach.ts'
import { draftsOf, putDraft, type TalkDraft } from './drafts.ts'
import type { TalkState } from './talk-state.ts'

/**
 * Sends the draft at a place and puts it away. Without a connection it stays, and waits; refused it stays, and says why.
 * @returns what became of it
 */
export async function sendDraft(state: TalkState, place: string): Promise<'there' | 'waits' | 'refused'> {
  const draft = draftsOf(state.plan)[place]
  if (!draft) return 'there'
  const keep = (change: Partial<TalkDraft>) =>
    putDraft(state.plan, place, { ...(draftsOf(state.plan)[place] ?? draft), ...change })
  try {
    await state.keep(threadOf(place, draft.thread), () => sendOne(state.plan, place, draft), draft.kind === 'meaning')
  } catch (error) {
    const waits = error instanceof OfflineError || isBusy(error)
    keep(waits ? { waits, trouble: null } : { waits, trouble: sentenceOf(error) })
    return waits ? 'waits' : 'refused'
  }
  // Whoever wrote on while it was on its way keeps those words.
  if (draftsOf(state.plan)[place]?.words === draft.words) putDraft(state.plan, place, null)
  return 'there'
}

const threadOf = (place: string, made: string): string =>
  place.startsWith('new/') ? made : (place.split('/')[1] ?? '')

/** Sent twice, a comment is there once, with the words that were sent last (SPEC TALK-2). */
async function sendOne(
  plan: string,
  place: string,
  { thread: made, comment, words, mentions, kind, about }: TalkDraft,
): Promise<{ readonly thread: TalkThread }> {
  const said = { words, mentions: [...mentions] }
  if (place.startsWith('new/') && about)
    return await sendThread(plan, { id: made, kind, place: about, said: { ...said, id: comment } })
  const thread = threadOf(place, made)
  if (place.startsWith('edit/')) return await sendEdit(plan, thread, comment, said)
  return await sendAnswer(plan, thread, { ...said, id: comment })
}
