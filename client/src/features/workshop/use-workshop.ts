import type { Steering, Taking } from '@withy/shared/api'
import { createContext, useCallback, useContext, useEffect, useMemo, useRef, useState } from 'react'
import { seeWorkshop, seeWorkshopShared, steerWorkshop, takePart } from '../../api/workshops.ts'
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

  const ask = useCallback(async () => {
    try {
      const seen = await (look === 'shared' ? seeWorkshopShared(plan, id) : seeWorkshop(plan, id))
      keep(answered(newest.current, seen))
      setError(null)
    } catch (problem) {
      // What is known stays on the page; the next message of the room asks again.
      if (newest.current === null) setError(problem)
    }
  }, [plan, id, look, keep])

  useEffect(() => {
    newest.current = null
    setKnown(null)
    void ask()
    let timer: ReturnType<typeof setTimeout> | undefined
    const askSoon = () => {
      timer ??= setTimeout(() => {
        timer = undefined
        void ask()
      }, Math.random() * APART)
    }
    const off = live.onMessage((message) => {
      const before = newest.current
      if (before === null) return
      if (message.type === 'workshop-prepared' && message.workshop === id && message.rev > before.now.rev) askSoon()
      if (message.type !== 'workshop') return
      if (message.now === null || message.now.id !== id) {
        // Where nothing changed, the room greets a page that was away: much may have been prepared meanwhile.
        if (before.now.stage === 'open' || message.changed === null) askSoon()
        return
      }
      const next = told(before, { ...message, now: message.now })
      if (next) keep(next)
      if (next === null || isOwnChanged(before, next)) askSoon()
    })
    return () => {
      clearTimeout(timer)
      off()
    }
  }, [ask, live, id, keep])

  const workshop = useMemo(
    () =>
      known && {
        ...known,
        plan,
        async steer(said: Steering) {
          keep(answered(newest.current, await steerWorkshop(plan, id, said)))
        },
        async take(said: Taking) {
          const mine = await takePart(plan, id, said)
          if (newest.current) keep({ ...newest.current, mine })
        },
      },
    [known, plan, id, keep],
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
  if (mine.people.some(({ waiting }) => waiting) && now.people !== before.now.people) return true
  const own = new Set(mine.ideas.map(({ id }) => id))
  const known = new Map(before.ideas.map((idea) => [idea.id, idea]))
  return ideas.some((idea) => own.has(idea.id) && known.get(idea.id) !== idea)
}

const WorkshopContext = createContext<Workshop | null>(null)
export const WorkshopProvider = WorkshopContext.Provider

/** The workshop of this page. Only for what is drawn inside a `WorkshopProvider`. */
export function useRoom(): Workshop {
  const workshop = useContext(WorkshopContext)
  if (!workshop) throw new Error('No workshop is open here')
  return workshop
}
