import type { Steering, Taking } from '@withy/shared/api'
import { createContext, useCallback, useContext, useEffect, useMemo, useRef, useState } from 'react'
import { RefusedError } from '../../api/send.ts'
import { seeWorkshop, seeWorkshopOwn, seeWorkshopShared, steerWorkshop, takePart } from '../../api/workshops.ts'
import type { LivePlan } from '../../live/live-plan.ts'
import { answered, type Known, told } from './known.ts'

/** A workshop on this page. */
export type Workshop = Known & {
  readonly plan: string
  /** Moves the room. Throws what `send` throws. */
  readonly steer: (said: Steering) => Promise<void>
  /** Does something as somebody in the room. Throws what `send` throws. */
  readonly take: (said: Taking) => Promise<void>
}

export type WorkshopAsked =
  | { readonly is: 'asking' }
  | { readonly is: 'refused'; readonly error: unknown }
  | { readonly is: 'here'; readonly workshop: Workshop }

type Needs = {
  readonly plan: string
  readonly id: string
  readonly live: LivePlan
  /** `shared`: a room screen asks for nothing that is anybody's own. */
  readonly look?: 'own' | 'shared'
}

/** People whose page asks again because all of them were told the same do so within this time (ms). */
const APART = 400

/**
 * Follows a workshop: asks for it once, then keeps it as the room tells it. Where something was missed, as after a phone has
 * slept, it asks again (SPEC WORK-6).
 */
export function useWorkshop({ plan, id, live, look = 'own' }: Needs): WorkshopAsked & { readonly again: () => void } {
  const [known, setKnown] = useState<Known | null>(null)
  const [error, setError] = useState<unknown>(null)
  const newest = useRef<Known | null>(null)
  const keep = useCallback((next: Known) => {
    newest.current = next
    setKnown(next)
  }, [])

  /** How often this page has done something: an answer that was asked for before is older than what that gave. */
  const taken = useRef(0)

  /** How often the room has greeted this page: it may be that of a server that began anew, and counts from elsewhere. */
  const greeted = useRef({ times: 0, answered: 0 })

  const ask = useCallback(async () => {
    const before = taken.current
    const greeting = greeted.current.times
    try {
      const seen = await (look === 'shared' ? seeWorkshopShared(plan, id) : seeWorkshop(plan, id))
      const own = newest.current && taken.current > before && 'mine' in seen ? { mine: newest.current.mine } : {}
      const isFirst = greeting > greeted.current.answered
      if (isFirst) greeted.current.answered = greeting
      keep({ ...answered(isFirst ? null : newest.current, seen), ...own })
      setError(null)
    } catch (problem) {
      // What is known stays on the page; the next message of the room asks again.
      if (newest.current === null) setError(problem)
    }
  }, [plan, id, look, keep])

  const askOwn = useCallback(async () => {
    const before = taken.current
    try {
      const { mine, desk } = await seeWorkshopOwn(plan, id)
      if (newest.current) keep({ ...newest.current, desk, mine: taken.current > before ? newest.current.mine : mine })
    } catch {
      // What is known stays on the page; the next message of the room asks again.
    }
  }, [plan, id, keep])

  useEffect(() => {
    newest.current = null
    setKnown(null)
    /** The newest the room has told of: an answer that was on its way meanwhile can be older. */
    let heard = 0
    let timer: ReturnType<typeof setTimeout> | undefined
    let isAllMissing = false
    const askAll = async () => {
      await ask()
      if (newest.current === null || newest.current.now.rev >= heard) return
      heard = 0
      askSoon()
    }
    const askSoon = (what: 'all' | 'own' = 'all') => {
      isAllMissing ||= what === 'all'
      timer ??= setTimeout(() => {
        timer = undefined
        void (isAllMissing ? askAll() : askOwn())
        isAllMissing = false
      }, Math.random() * APART)
    }
    void askAll()
    const off = live.onMessage((message) => {
      const before = newest.current
      const isGreeting = message.type === 'workshop' && message.changed === null
      if (isGreeting) {
        greeted.current.times += 1
        heard = 0
      }
      if (message.type === 'workshop' && message.now?.id === id) heard = Math.max(heard, message.now.rev)
      if (before === null) return
      if (message.type === 'workshop-prepared' && message.workshop === id && message.rev > before.now.rev) askSoon()
      if (message.type !== 'workshop') return
      if (message.now === null || message.now.id !== id) {
        // One that is over is told of too, and says nothing of this one.
        if (message.now?.stage === 'closed') return
        // The room greets a page that was away: much may have been prepared meanwhile.
        if (before.now.stage === 'open' || isGreeting) askSoon()
        return
      }
      const next = told(before, { ...message, now: message.now })
      if (next) keep(next)
      if (next === null) askSoon()
      else if (isOwnChanged(before, next)) askSoon('own')
    })
    return () => {
      clearTimeout(timer)
      off()
    }
  }, [ask, askOwn, live, id, keep])

  const sent = useRef({ times: 0, answered: 0 })
  /** Call when something is sent. @returns whether, now that it is answered, nothing sent after it was answered before */
  const inOrder = useCallback(() => {
    sent.current.times += 1
    const mine = sent.current.times
    return () => {
      if (mine < sent.current.answered) return false
      sent.current.answered = mine
      return true
    }
  }, [])

  const workshop = useMemo(
    () =>
      known && {
        ...known,
        plan,
        async steer(said: Steering) {
          const isNewest = inOrder()
          const seen = await steerWorkshop(plan, id, said)
          const own = newest.current && !isNewest() ? { mine: newest.current.mine } : {}
          keep({ ...answered(newest.current, seen), ...own })
        },
        async take(said: Taking) {
          const isNewest = inOrder()
          const mine = await takePart(plan, id, said).catch((problem: unknown) => {
            // What is on the page is not so any more: other words are offered, or somebody is out of the room.
            if (problem instanceof RefusedError) void askOwn()
            throw problem
          })
          taken.current += 1
          if (!isNewest()) return askOwn()
          if (newest.current) keep({ ...newest.current, mine })
        },
      },
    [known, plan, id, keep, inOrder, askOwn],
  )
  const asked: WorkshopAsked = workshop
    ? { is: 'here', workshop }
    : error === null
      ? { is: 'asking' }
      : { is: 'refused', error }
  return { ...asked, again: () => void ask() }
}

/** Whether what only this page may see can have changed with what everybody may see. */
function isOwnChanged(before: Known, { now, ideas, mine, desk }: Known): boolean {
  if (desk) return now !== before.now
  if (!mine) return false
  if (now.stage !== before.now.stage) return true
  if (now.lowered !== before.now.lowered && Object.keys(mine.lights).length > 0) return true
  if (mine.people.some(({ waiting }) => waiting) && now.people !== before.now.people) return true
  const own = new Set(mine.ideas.map(({ id }) => id))
  const known = new Map(before.ideas.map((idea) => [idea.id, idea]))
  const still = new Set(ideas.map(({ id }) => id))
  // One that a facilitator has put out of sight.
  if (before.ideas.some(({ id }) => own.has(id) && !still.has(id))) return true
  // What everybody sees of one's ideas is told; the wording one is offered is not.
  return ideas.some((idea) => idea.isOffered && own.has(idea.id) && known.get(idea.id) !== idea)
}

const WorkshopContext = createContext<Workshop | null>(null)
export const WorkshopProvider = WorkshopContext.Provider

/** The workshop of this page. Only for what is drawn inside a `WorkshopProvider`. */
export function useRoom(): Workshop {
  const workshop = useContext(WorkshopContext)
  if (!workshop) throw new Error('No workshop is open here')
  return workshop
}
