import type { Suggestion } from '@withy/shared/protocol'
import { isBusy, sentenceOf } from '../../../api/send.ts'
import { sendSuggestion } from '../../../api/talk.ts'
import { OfflineError } from '../../../ui/reach.ts'
import type { TalkState } from '../talk-state.ts'
import { asSent } from './as-sent.ts'
import { draftOf, draftPlace, isAsSent, putDraft, toSend } from './suggest-drafts.ts'

/** What became of a draft. `waits`: there is no connection, and it goes by itself; `refused`: the draft says why. */
export type Became =
  | { readonly is: 'there'; readonly suggestion: Suggestion | null }
  | { readonly is: 'waits' }
  | { readonly is: 'refused'; readonly why: string }

/** Sends the other words that were written under a key, and puts them away once the server has them (SPEC TALK-62). */
export async function sendSuggested(state: TalkState, key: string): Promise<Became> {
  const { plan } = state
  const draft = draftOf(plan, key)
  if (!draft) return { is: 'there', suggestion: null }
  const going = toSend(draft)
  putDraft(plan, key, going)
  const { id, was, proposed, why } = going
  let suggestion: Suggestion | null = null
  try {
    await state.keep(id, async () => {
      const answer = await sendSuggestion(plan, asSent({ id, place: draftPlace(key), was, proposed, why }))
      suggestion = answer.suggestion
      return answer
    })
  } catch (error) {
    const waits = error instanceof OfflineError || isBusy(error)
    const why = sentenceOf(error)
    const now = draftOf(plan, key)
    // Whoever wrote on while it was on its way sends that themselves; what was thrown away stays away.
    if (now && isAsSent(now)) putDraft(plan, key, { ...now, waits, trouble: waits ? null : why })
    return waits ? { is: 'waits' } : { is: 'refused', why }
  }
  const now = draftOf(plan, key)
  if (now && isAsSent(now)) putDraft(plan, key, null)
  return { is: 'there', suggestion }
}
