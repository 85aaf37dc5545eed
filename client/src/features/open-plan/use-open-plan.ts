import type { Role } from '@withy/shared/access'
import type { PlanFacts } from '@withy/shared/api'
import type { RoomMessage, WorkshopNow } from '@withy/shared/protocol'
import { useCallback, useEffect, useRef, useState } from 'react'
import { getPlan } from '../../api/plans.ts'
import { RefusedError } from '../../api/send.ts'
import { useWhenConnected } from '../../api/use-when-connected.ts'
import { useAnnounce } from '../../live/announcer-context.ts'
import { forgetPlan, type KeptPlan, keepWords, leavePlan, takeBack, waitingPlan } from '../../live/kept-plans.ts'
import { type Link, type LivePlan, openLivePlan } from '../../live/live-plan.ts'
import { askWhileLost } from './ask-while-lost.ts'

/** A plan being opened on a page. */
export type OpenPlan =
  | { readonly is: 'asking' }
  /** `takenOut`: what the plan was called from which the asker has been taken out while it was open here. */
  | { readonly is: 'refused'; readonly error: unknown; readonly takenOut?: string }
  | { readonly is: 'open'; readonly facts: PlanFacts; readonly live: LivePlan }

type Opened = OpenPlan & {
  /** Asks the server again what this plan is and what the asker may do, and opens it anew. */
  readonly again: () => void
  /** What was left behind when the plan was closed or opened anew: its words are to be shown, to be copied. */
  readonly left: readonly KeptPlan[]
  readonly forgetLeft: () => void
  /** The asker's role before it changed, until that was read. */
  readonly roleBefore: Role | null
  readonly forgetRole: () => void
}

/**
 * Opens a plan for a page: asks what it is, opens it live, and keeps the facts as the room tells them. When the asker's
 * role changes the server closes the socket; the plan is asked for again and opened anew, or refused (SPEC SYNC-66). A
 * page that goes leaves a plan with unsaved words alive, and takes it back when it returns, also where nobody answers then
 * (SPEC SYNC-67).
 */
export function useOpenPlan(plan: string, { screen = false }: { readonly screen?: boolean } = {}): Opened {
  const [open, setOpen] = useState<OpenPlan>({ is: 'asking' })
  const [left, setLeft] = useState<readonly KeptPlan[]>([])
  const [roleBefore, setRoleBefore] = useState<Role | null>(null)
  const [turn, setTurn] = useState(0)
  const now = useRef<(KeptPlan & { readonly stop: () => void }) | null>(null)
  const announce = useAnnounce()
  const again = useCallback(() => setTurn((before) => before + 1), [])

  // biome-ignore lint/correctness/useExhaustiveDependencies: a new turn asks and opens anew.
  useEffect(() => {
    let over = false
    const leaveNow = () => {
      now.current?.stop()
      if (now.current) leavePlan(now.current)
      now.current = null
    }
    /** What was left of this plan earlier: the one that lives, if it can go on in this epoch; the rest is shown. */
    const takenBack = (epoch: string | null): LivePlan | null => {
      const all = takeBack(plan)
      const alive = all.find(({ live, facts }) => facts.epoch === epoch && live.link().is !== 'ended')
      const lost = all.filter((each) => each !== alive)
      closeAll(lost)
      if (lost.length > 0) setLeft(lost)
      return alive?.live ?? null
    }
    const goOn = (facts: PlanFacts, opened: LivePlan) => {
      const stops = [
        opened.onMessage((message) =>
          setOpen((before) => (before.is === 'open' ? { ...before, facts: told(before.facts, message) } : before)),
        ),
        opened.onLink((link) => {
          if (link.is === 'ended' && link.why === 'role') again()
        }),
        askWhileLost(opened, () => getPlan(plan), again),
      ]
      now.current = { live: opened, facts, stop: () => stops.forEach((stop) => void stop()) }
      setOpen({ is: 'open', facts, live: opened })
    }
    getPlan(plan).then(
      (facts) => {
        if (over) return
        const before = now.current && roleIn(now.current.facts)
        if (before && before !== roleIn(facts)) setRoleBefore(before)
        leaveNow()
        goOn(facts, (screen ? null : takenBack(facts.epoch)) ?? openLivePlan({ plan, epoch: facts.epoch, screen }))
      },
      (error: unknown) => {
        if (over) return
        // Nobody answered: what is open stays open.
        if (now.current && !(error instanceof RefusedError)) return
        // Nobody answered, and its words wait on this page: they are shown, and can be written on.
        const waiting = screen || error instanceof RefusedError ? undefined : waitingPlan(plan)
        const alive = waiting && takenBack(waiting.facts.epoch)
        if (waiting && alive) return goOn(waiting.facts, alive)
        const link = now.current?.live.link()
        const isOut = error instanceof RefusedError && error.refused === 'not-found' && wasIn(link)
        const takenOut = isOut ? now.current?.facts.title : undefined
        if (isOut) announce({ kind: 'removed' })
        leaveNow()
        if (error instanceof RefusedError && !screen) takenBack(null)
        setOpen({ is: 'refused', error, ...(takenOut !== undefined && { takenOut }) })
      },
    )
    return () => {
      over = true
    }
  }, [plan, screen, turn, again, announce])

  useWhenConnected(open.is === 'refused' ? open.error : null, again)
  useEffect(
    () => () => {
      now.current?.stop()
      if (now.current) leavePlan(now.current)
      now.current = null
    },
    [],
  )
  const forgetLeft = useCallback(() => setLeft(forgetAll), [])
  const forgetRole = useCallback(() => setRoleBefore(null), [])
  return { ...open, again, left, forgetLeft, roleBefore, forgetRole }
}

/** What was left of a plan that is refused from the start: its words are to be shown, until they were. */
export function useWordsLeft(plan: string): Pick<Opened, 'left' | 'forgetLeft'> {
  const [left, setLeft] = useState<readonly KeptPlan[]>([])
  useEffect(() => {
    const lost = takeBack(plan)
    closeAll(lost)
    setLeft(lost)
  }, [plan])
  return { left, forgetLeft: useCallback(() => setLeft(forgetAll), []) }
}

/** Closes them and keeps their words. */
function closeAll(lost: readonly KeptPlan[]): void {
  for (const each of lost) {
    each.live.close()
    keepWords(each)
  }
}

/** Their words have been shown. @returns nothing that is left */
function forgetAll(left: readonly KeptPlan[]): readonly KeptPlan[] {
  left.forEach(forgetPlan)
  return []
}

/** Whether a plan was open here until the server said no: it closed the socket, or does not open it again. */
const wasIn = (link: Link | undefined): boolean => link?.is === 'lost' || (link?.is === 'ended' && link.why === 'role')

const roleIn = ({ people, me }: PlanFacts): Role | null => people.find(({ id }) => id === me)?.role ?? null

/** The facts after a message of the room. */
export function told(facts: PlanFacts, message: RoomMessage): PlanFacts {
  switch (message.type) {
    case 'people':
      return { ...facts, people: message.people, former: withThoseWhoLeft(facts, message.people) }
    case 'shown':
      return { ...facts, shown: message.section }
    case 'renamed':
      return { ...facts, title: message.title }
    case 'language':
      return { ...facts, lang: message.lang }
    case 'workshop':
      return { ...facts, ...workshopsTold(facts, message.now) }
    case 'tests':
    case 'follow-ups':
    case 'glossary':
    case 'cards':
    case 'said':
    case 'not-typing-for':
    case 'photo-removed':
    case 'workshop-prepared':
    case 'agreement':
    case 'sealed':
    case 'talk':
      return facts
  }
}

type Workshops = Pick<PlanFacts, 'workshop' | 'lastWorkshop'>

/** Of a workshop that is over everybody is told answers its ideas are given, also while another one is open. */
function workshopsTold({ workshop, lastWorkshop }: Workshops, now: WorkshopNow | null): Workshops {
  if (now === null) return { workshop: null, lastWorkshop }
  const { id, title, stage } = now
  if (stage === 'open') return { workshop: { id, title }, lastWorkshop }
  if (workshop?.id === id) return { workshop: null, lastWorkshop: { id, title } }
  return { workshop, lastWorkshop: lastWorkshop ?? { id, title } }
}

/** Boxes may still name people who have just gone. */
function withThoseWhoLeft({ people, former }: PlanFacts, now: PlanFacts['people']): PlanFacts['former'] {
  const here = new Set(now.map(({ id }) => id))
  const known = new Map([...former, ...people].map(({ id, name }) => [id, { id, name }]))
  return [...known.values()].filter(({ id }) => !here.has(id))
}
