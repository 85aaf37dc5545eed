import { useEffect, useRef, useState, useSyncExternalStore } from 'react'
import { sentenceOf } from '../../api/send.ts'
import { useDesk } from '../../live/desk.tsx'
import { useLinkStage } from '../../live/use-live.ts'
import { OfflineError } from '../../ui/reach.ts'
import { sendLateVotes, sendVote, type VoteSaid, votePlace, votesKept } from './late-votes.ts'
import { useRoom } from './use-workshop.ts'

/** What one person gives in one step. Without a connection the newest is kept, and goes by itself (SPEC WORK-131). */
export function useVote(step: string, as: string) {
  const { now, take } = useRoom()
  const [trouble, setTrouble] = useState<string | null>(null)
  const place = votePlace(step, as)
  const kept = useSyncExternalStore(votesKept.onChange, () => votesKept.all(now.id)[place] ?? null)
  const give = async (vote: VoteSaid) => {
    votesKept.put(now.id, place, { vote, isLate: false })
    setTrouble(null)
    await sendVote(now.id, place, take).catch((error) => {
      // Without a connection it goes by itself later, which the step says.
      if (!(error instanceof OfflineError)) setTrouble(sentenceOf(error))
    })
  }
  return {
    /** What was pressed and the server has not answered for; null: nothing. */
    newest: kept?.vote ?? null,
    /** There was no connection: it goes as soon as there is one. */
    waits: kept?.isLate ?? false,
    trouble,
    give,
  }
}

/** Looked again whether there is a connection (ms): one can be back before the page has noticed that it was gone. */
const AGAIN = 4_000

/** Votes that found no connection go when it is back. Once in a room. @returns whether one came too late, and how to put that away */
export function useLateVotes() {
  const { live } = useDesk()
  const { now, take } = useRoom()
  const [isLost, setLost] = useState(false)
  const isOpen = useLinkStage(live) === 'open'
  const hasAny = useSyncExternalStore(votesKept.onChange, () => Object.keys(votesKept.all(now.id)).length > 0)
  const newest = useRef({ now, take })
  newest.current = { now, take }
  useEffect(() => {
    if (!isOpen || !hasAny) return
    const send = async () => {
      if (await sendLateVotes(newest.current.now, newest.current.take)) setLost(true)
    }
    void send()
    const timer = setInterval(send, AGAIN)
    return () => clearInterval(timer)
  }, [isOpen, hasAny])
  return { isLost, read: () => setLost(false) }
}
