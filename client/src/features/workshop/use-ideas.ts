import type { Taking } from '@withy/shared/api'
import { useCallback, useEffect, useRef, useState, useSyncExternalStore } from 'react'
import { madeId } from '../../api/made-id.ts'
import { isBusy, sentenceOf } from '../../api/send.ts'
import { useDesk } from '../../live/desk.tsx'
import { useLinkStage } from '../../live/use-live.ts'
import { OfflineError } from '../../ui/reach.ts'
import { type Draft, draftsOf, onDrafts, setDraft } from './drafts.ts'
import { useRoom } from './use-workshop.ts'

const IDEA = 'idea/'
/** Where the idea for a step is written. */
export const ideaPlace = (step: string): string => IDEA + step

/** Where an idea for a step waits for a connection: each by itself, so that the field is free for another (SPEC WORK-196). */
const waitingPlace = (step: string, id: string): string => `${ideaPlace(step)}/${id}`
const stepOf = (place: string): string => place.split('/')[1] ?? ''

/** Puts in what is written for a step. The words leave the field once the server has them. */
export function usePutIdea(step: string) {
  const { now, take } = useRoom()
  const [trouble, setTrouble] = useState<string | null>(null)
  const [busy, setBusy] = useState(false)
  /** @returns whether it has left the field: it is in, or waits for a connection */
  const put = async (saidBy: string): Promise<boolean> => {
    const draft = draftsOf(now.id)[ideaPlace(step)]
    if (!draft || draft.words.trim() === '') return false
    setBusy(true)
    setTrouble(null)
    try {
      await sendIdea(now.id, ideaPlace(step), draft, saidBy, take)
      return true
    } catch (error) {
      // Without a connection it goes by itself later, which is said where it waits.
      if (error instanceof OfflineError) return true
      setTrouble(sentenceOf(error))
      return false
    } finally {
      setBusy(false)
    }
  }
  return { put, busy, trouble }
}

type Take = (said: Taking) => Promise<void>

/** @throws what `take` throws; the draft stays, and waits where there was no connection */
async function sendIdea(workshop: string, place: string, draft: Draft, saidBy: string, take: Take): Promise<void> {
  const step = stepOf(place)
  const { id, words } = draft
  setDraft(workshop, place, { ...draft, sent: words })
  try {
    await take({ do: 'idea', id, step, words, saidBy })
    // An earlier try may have arrived after all, with the words as they were then.
    if (draft.sent !== null && draft.sent !== words) await take({ do: 'change-idea', id, words })
  } catch (error) {
    const goesAgain = error instanceof OfflineError || (draft.waitsAs !== null && isBusy(error))
    if (goesAgain) {
      leave(workshop, place, draft)
      setDraft(workshop, waitingPlace(step, id), { ...draft, sent: words, waitsAs: saidBy })
    } else if (draftsOf(workshop)[place]?.id === id) backInField(workshop, place)
    throw error
  }
  leave(workshop, place, draft)
}

/** Takes a draft from its place. Whoever wrote on while it was on its way keeps those words, as another idea. */
function leave(workshop: string, place: string, { id, words }: Draft): void {
  const now = draftsOf(workshop)[place]
  if (now?.id === id) setDraft(workshop, place, now.words === words ? null : { ...now, id: madeId(), sent: null })
}

/** What was refused is offered in the field as a new idea, as its id may have been used, below what is written there. */
function backInField(workshop: string, place: string): void {
  const field = ideaPlace(stepOf(place))
  const { [place]: refused, [field]: there } = draftsOf(workshop)
  if (!refused) return
  const words = place === field || !there?.words ? refused.words : `${there.words}\n${refused.words}`
  setDraft(workshop, place, null)
  setDraft(workshop, field, { id: madeId(), words, sent: null, waitsAs: null })
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
      await sendIdea(workshop, place, draft, saidBy, newest.current).catch((error) => {
        // What goes again still waits in its place.
        if (!draftsOf(workshop)[place]) setNotIn({ step: stepOf(place), sentence: sentenceOf(error) })
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

/** @returns the ideas for a step that wait for a connection, and how to have one in the field again */
export function useWaitingHere(step: string) {
  const { now } = useRoom()
  const drafts = useSyncExternalStore(onDrafts, () => draftsOf(now.id))
  const field = ideaPlace(step)
  return {
    waiting: Object.entries(drafts).flatMap(([place, draft]) => (place.startsWith(`${field}/`) ? [draft] : [])),
    /** Not while something else is written there. */
    canWriteOn: !drafts[field]?.words,
    writeOn(draft: Draft) {
      setDraft(now.id, waitingPlace(step, draft.id), null)
      setDraft(now.id, field, { ...draft, waitsAs: null })
    },
  }
}
