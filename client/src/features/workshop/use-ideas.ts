import type { Taking } from '@withy/shared/api'
import { useCallback, useEffect, useRef, useState, useSyncExternalStore } from 'react'
import { madeId } from '../../api/made-id.ts'
import { isBusy, OfflineError, sentenceOf } from '../../api/send.ts'
import { useDesk } from '../../live/desk.tsx'
import { useLinkStage } from '../../live/use-live.ts'
import { type Draft, draftsOf, onDrafts, setDraft } from './drafts.ts'
import { useRoom } from './use-workshop.ts'

const IDEA = 'idea/'
/** Where the idea for a step is written. */
export const ideaPlace = (step: string): string => IDEA + step

/** Puts in what is written for a step. The words leave the field once the server has them. */
export function usePutIdea(step: string) {
  const { now, take } = useRoom()
  const [trouble, setTrouble] = useState<string | null>(null)
  const [busy, setBusy] = useState(false)
  /** @returns whether it is in */
  const put = async (saidBy: string): Promise<boolean> => {
    const draft = draftsOf(now.id)[ideaPlace(step)]
    if (!draft || draft.words.trim() === '') return false
    setBusy(true)
    setTrouble(null)
    try {
      await sendIdea(now.id, step, draft, saidBy, take)
      return true
    } catch (error) {
      // Without a connection it goes by itself later, which the field says.
      if (!(error instanceof OfflineError)) setTrouble(sentenceOf(error))
      return false
    } finally {
      setBusy(false)
    }
  }
  return { put, busy, trouble }
}

type Take = (said: Taking) => Promise<void>

/** @throws what `take` throws; the draft stays, and waits where there was no connection */
async function sendIdea(workshop: string, step: string, draft: Draft, saidBy: string, take: Take): Promise<void> {
  const place = ideaPlace(step)
  const { id, words } = draft
  setDraft(workshop, place, { ...draft, sent: words })
  try {
    await take({ do: 'idea', id, step, words, saidBy })
    // An earlier try may have arrived after all, with the words as they were then.
    if (draft.sent !== null && draft.sent !== words) await take({ do: 'change-idea', id, words })
  } catch (error) {
    const now = draftsOf(workshop)[place]
    const goesAgain = error instanceof OfflineError || (draft.waitsAs !== null && isBusy(error))
    // What was refused is offered as a new one: its id may have been used.
    if (now?.id === id)
      setDraft(
        workshop,
        place,
        goesAgain ? { ...now, waitsAs: saidBy } : { ...now, id: madeId(), sent: null, waitsAs: null },
      )
    throw error
  }
  const now = draftsOf(workshop)[place]
  // Whoever wrote on while it was on its way keeps those words, as another idea.
  if (now?.id === id) setDraft(workshop, place, now.words === words ? null : { ...now, id: madeId(), sent: null })
}

/** Looked again whether there is a connection (ms): one that is there can still have lost a single idea. */
const AGAIN = 4_000

/** A waiting idea the server did not take. Its words are in the field of its step. */
type NotIn = { readonly step: string; readonly sentence: string }

/**
 * Ideas that were put in without a connection go when it is back, whatever step is on the page then (SPEC WORK-41). Once in a room.
 * @returns the last one that was refused, and how to put that away
 */
export function useSendWaiting(): { readonly notIn: NotIn | null; readonly read: () => void } {
  const { live } = useDesk()
  const { now, take } = useRoom()
  const [notIn, setNotIn] = useState<NotIn | null>(null)
  const isOpen = useLinkStage(live) === 'open'
  const workshop = now.id
  const hasAny = useSyncExternalStore(onDrafts, () => waitingIn(workshop).length > 0)
  const newest = useRef(take)
  newest.current = take
  const isSending = useRef(false)
  const send = useCallback(async () => {
    if (isSending.current) return
    isSending.current = true
    for (const [place, draft, saidBy] of waitingIn(workshop)) {
      const step = place.slice(IDEA.length)
      await sendIdea(workshop, step, draft, saidBy, newest.current).catch((error) => {
        if (draftsOf(workshop)[place]?.waitsAs === null) setNotIn({ step, sentence: sentenceOf(error) })
      })
    }
    isSending.current = false
  }, [workshop])
  useEffect(() => {
    if (isOpen) void send()
  }, [isOpen, send])
  useEffect(() => {
    if (!isOpen || !hasAny) return
    const timer = setInterval(send, AGAIN)
    return () => clearInterval(timer)
  }, [isOpen, hasAny, send])
  return { notIn, read: () => setNotIn(null) }
}

/** Drafts of ideas that wait for a connection: where, what, and who says it. */
const waitingIn = (workshop: string): [string, Draft, string][] =>
  Object.entries(draftsOf(workshop)).flatMap(([place, draft]): [string, Draft, string][] =>
    draft.waitsAs !== null && place.startsWith(IDEA) ? [[place, draft, draft.waitsAs]] : [],
  )
