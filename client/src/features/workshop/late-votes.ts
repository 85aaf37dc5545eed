import type { Taking } from '@withy/shared/api'
import type { WorkshopNow } from '@withy/shared/protocol'
import { isBusy, RefusedError } from '../../api/send.ts'
import { createTabShelf } from '../../live/tab-shelf.ts'
import { OfflineError } from '../../ui/reach.ts'

export type VoteSaid = Extract<Taking, { do: 'dots' | 'hand' | 'test' }>

/** A vote the server has not answered for. */
export type VoteKept = {
  readonly vote: VoteSaid
  /** It found no connection, and goes as soon as there is one. */
  readonly isLate: boolean
}

type Take = (said: Taking) => Promise<void>

const isVote = (said: unknown): said is VoteKept =>
  typeof said === 'object' && said !== null && 'vote' in said && typeof said.vote === 'object' && 'isLate' in said

/** The newest vote of each person in each step, until the server has it. */
export const votesKept = createTabShelf('votes', isVote)
export const votePlace = (step: string, as: string): string => `${step}/${as}`

const onTheirWay = new Set<string>()

/**
 * Sends the newest vote of a place, one at a time: what is pressed meanwhile goes after it.
 * @throws what `take` throws; without a connection the vote stays, and is late
 */
export async function sendVote(workshop: string, place: string, take: Take): Promise<void> {
  const way = `${workshop}/${place}`
  if (onTheirWay.has(way)) return
  onTheirWay.add(way)
  try {
    for (let kept = votesKept.all(workshop)[place]; kept; kept = votesKept.all(workshop)[place]) {
      await take(kept.isLate ? { ...kept.vote, late: true } : kept.vote)
      if (votesKept.all(workshop)[place] === kept) votesKept.put(workshop, place, null)
    }
  } catch (error) {
    const kept = votesKept.all(workshop)[place]
    const goesAgain = error instanceof OfflineError || (kept?.isLate && isBusy(error))
    if (kept) votesKept.put(workshop, place, goesAgain ? { ...kept, isLate: true } : null)
    throw error
  } finally {
    onTheirWay.delete(way)
  }
}

/**
 * Sends what found no connection. What was given in a step that the room has gone on from is given up (SPEC WORK-131).
 * @returns whether a vote was given up
 */
export async function sendLateVotes(now: WorkshopNow, take: Take): Promise<boolean> {
  let isAnyLost = false
  for (const [place, kept] of Object.entries(votesKept.all(now.id))) {
    if (onTheirWay.has(`${now.id}/${place}`)) continue
    const isHere = now.stage === 'open' && now.step === kept.vote.step
    // One that a page was closed on is late too, though nobody has said so.
    votesKept.put(now.id, place, isHere ? { ...kept, isLate: true } : null)
    if (!isHere) isAnyLost = true
    else
      await sendVote(now.id, place, take).catch((error) => {
        isAnyLost ||= error instanceof RefusedError && !isBusy(error)
      })
  }
  return isAnyLost
}
