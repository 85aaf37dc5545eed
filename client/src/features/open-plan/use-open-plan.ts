import type { PlanFacts } from '@withy/shared/api'
import type { RoomMessage } from '@withy/shared/protocol'
import { useCallback, useEffect, useRef, useState } from 'react'
import { getPlan } from '../../api/plans.ts'
import { RefusedError } from '../../api/send.ts'
import { useAnnounce } from '../../live/announcer-context.ts'
import { type LivePlan, openLivePlan } from '../../live/live-plan.ts'

/** A plan being opened on a page. */
export type OpenPlan =
  | { readonly is: 'asking' }
  | { readonly is: 'refused'; readonly error: unknown }
  | { readonly is: 'open'; readonly facts: PlanFacts; readonly live: LivePlan }

/** A plan as it was open here before it was closed with words that were not acked. */
export type LeftPlan = Omit<Extract<OpenPlan, { is: 'open' }>, 'is'>

type Opened = OpenPlan & {
  /** Asks the server again what this plan is and what the asker may do, and opens it anew. */
  readonly again: () => void
  /** What was left behind when the plan was closed or opened anew: its words are to be shown, to be copied. */
  readonly left: LeftPlan | null
  readonly forgetLeft: () => void
}

/**
 * Opens a plan for a page: asks what it is, opens it live, and keeps the facts as the room tells them. When the asker's
 * role changes the server closes the socket; the plan is asked for again and opened anew, or refused (SPEC SYNC-66).
 */
export function useOpenPlan(plan: string, { screen = false }: { readonly screen?: boolean } = {}): Opened {
  const [open, setOpen] = useState<OpenPlan>({ is: 'asking' })
  const [left, setLeft] = useState<LeftPlan | null>(null)
  const [turn, setTurn] = useState(0)
  const now = useRef<LeftPlan | null>(null)
  const announce = useAnnounce()
  const again = useCallback(() => setTurn((before) => before + 1), [])

  // biome-ignore lint/correctness/useExhaustiveDependencies: a new turn asks and opens anew.
  useEffect(() => {
    let over = false
    getPlan(plan).then(
      (facts) => {
        if (over) return
        leave(now.current, setLeft)
        const live = openLivePlan({ plan, epoch: facts.epoch, screen })
        now.current = { live, facts }
        live.onMessage((message) =>
          setOpen((before) => (before.is === 'open' ? { ...before, facts: told(before.facts, message) } : before)),
        )
        live.onLink((link) => {
          if (link.is === 'ended' && link.why === 'role') again()
        })
        setOpen({ is: 'open', facts, live })
      },
      (error: unknown) => {
        if (over) return
        if (now.current && error instanceof RefusedError) announce({ kind: 'removed' })
        leave(now.current, setLeft)
        now.current = null
        setOpen({ is: 'refused', error })
      },
    )
    return () => {
      over = true
    }
  }, [plan, screen, turn, again, announce])

  useEffect(
    () => () => {
      now.current?.live.close()
      now.current = null
    },
    [],
  )
  return { ...open, again, left, forgetLeft: useCallback(() => setLeft(null), []) }
}

/** Closes what was open before; what was not acked there stays readable. */
function leave(before: LeftPlan | null, keep: (left: LeftPlan) => void): void {
  if (!before) return
  if (before.live.unsaved().length > 0) keep(before)
  before.live.close()
}

/** The facts after a message of the room. */
export function told(facts: PlanFacts, message: RoomMessage): PlanFacts {
  switch (message.type) {
    case 'people':
      return { ...facts, people: message.people, former: withThoseWhoLeft(facts, message.people) }
    case 'shown':
      return { ...facts, shown: message.section }
    case 'renamed':
      return { ...facts, title: message.title }
    case 'tests':
      return facts
  }
}

/** Boxes may still name people who have just gone. */
function withThoseWhoLeft({ people, former }: PlanFacts, now: PlanFacts['people']): PlanFacts['former'] {
  const here = new Set(now.map(({ id }) => id))
  const known = new Map([...former, ...people].map(({ id, name }) => [id, { id, name }]))
  return [...known.values()].filter(({ id }) => !here.has(id))
}
