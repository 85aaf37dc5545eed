import { useCallback, useEffect, useRef, useSyncExternalStore } from 'react'
import { useDesk } from '../../live/desk.tsx'
import { useLinkStage } from '../../live/use-live.ts'
import { draftsOf, onDrafts } from './drafts.ts'
import { sendDraft } from './send-draft.ts'
import { sendSuggested } from './suggest/send-suggested.ts'
import { onSuggestDrafts, suggestWaiting } from './suggest/suggest-drafts.ts'
import type { TalkState } from './talk-state.ts'

/** Looked again whether there is a connection (ms): one that is there can still have lost a single comment. */
const AGAIN = 4_000

/** What was sent without a connection goes when it is back (SPEC TALK-44, TALK-62). Once on a page. */
export function useSendWaiting(state: TalkState): void {
  const { live } = useDesk()
  const isOpen = useLinkStage(live) === 'open'
  const hasComment = useSyncExternalStore(onDrafts, () => waiting(state.plan).length > 0)
  const hasWords = useSyncExternalStore(onSuggestDrafts, () => suggestWaiting(state.plan).length > 0)
  const hasAny = hasComment || hasWords
  const isSending = useRef(false)
  const send = useCallback(async () => {
    if (isSending.current) return
    isSending.current = true
    for (const place of waiting(state.plan)) await sendDraft(state, place)
    for (const key of suggestWaiting(state.plan)) await sendSuggested(state, key)
    isSending.current = false
  }, [state])
  useEffect(() => {
    if (!isOpen || !hasAny) return
    void send()
    const timer = setInterval(send, AGAIN)
    return () => clearInterval(timer)
  }, [isOpen, hasAny, send])
}

const waiting = (plan: string): readonly string[] =>
  Object.entries(draftsOf(plan)).flatMap(([place, { waits }]) => (waits ? [place] : []))
