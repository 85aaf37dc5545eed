import type { Taking } from '@withy/shared/api'
import { useCallback, useEffect, useState } from 'react'
import { madeId } from '../../api/made-id.ts'
import { OfflineError, sentenceOf } from '../../api/send.ts'
import { useDesk } from '../../live/desk.tsx'
import { useLinkStage } from '../../live/use-live.ts'
import { type Draft, draftsOf, setDraft } from './drafts.ts'
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
    const isOffline = error instanceof OfflineError
    // What was refused is offered as a new one: its id may have been used.
    if (now?.id === id)
      setDraft(
        workshop,
        place,
        isOffline ? { ...now, waitsAs: saidBy } : { ...now, id: madeId(), sent: null, waitsAs: null },
      )
    throw error
  }
  const now = draftsOf(workshop)[place]
  // Whoever wrote on while it was on its way keeps those words, as another idea.
  if (now?.id === id) setDraft(workshop, place, now.words === words ? null : { ...now, id: madeId(), sent: null })
}

/** Ideas that were put in without a connection go when it is back, whatever step is on the page then (SPEC WORK-41). Once in a room. */
export function useSendWaiting(): void {
  const { live } = useDesk()
  const { now, take } = useRoom()
  const isOpen = useLinkStage(live) === 'open'
  const workshop = now.id
  const send = useCallback(async () => {
    for (const [place, draft] of Object.entries(draftsOf(workshop))) {
      if (draft.waitsAs === null || !place.startsWith(IDEA)) continue
      await sendIdea(workshop, place.slice(IDEA.length), draft, draft.waitsAs, take).catch(() => {})
    }
  }, [workshop, take])
  // biome-ignore lint/correctness/useExhaustiveDependencies: what is known of the room changes all the time, and is no reason to send again
  useEffect(() => {
    if (isOpen) void send()
  }, [isOpen, workshop])
}
