import { type Action, can } from '@withy/shared/access'
import type { PlanFacts } from '@withy/shared/api'
import { TEMPLATES, type Template } from '@withy/shared/plan'
import type { Person } from '@withy/shared/protocol'
import { createContext, type ReactNode, useContext, useMemo } from 'react'
import { namesIn } from '../plan-view/names.ts'
import { PlanLanguage } from '../ui/theirs.tsx'
import type { LivePlan } from './live-plan.ts'
import { createWritingPlace, type WritingPlace } from './writing-place.ts'

/** The plan that lies open on this page, with all its features need to know of it. */
export type Desk = {
  readonly live: LivePlan
  readonly id: string
  /** Of its document: places in it mean nothing in that of another. */
  readonly epoch: string
  readonly template: Template
  readonly people: readonly Person[]
  /** Names to show: everyone of the plan, equal names told apart, and those who have left. */
  readonly names: readonly { readonly id: string; readonly name: string }[]
  readonly me: Person
  /** Whether this person may do something here (SPEC ACCESS-1). */
  readonly may: (action: Action) => boolean
  /** Section the room screen shows, or null. */
  readonly shown: string | null
  /** Whether a workshop of it is open, or was. */
  readonly hadWorkshop: boolean
  readonly writing: WritingPlace
}

const DeskContext = createContext<Desk | null>(null)

type DeskProps = {
  readonly live: LivePlan
  readonly facts: PlanFacts
  readonly children: ReactNode
}

/** Lays a plan open for everything drawn inside. `facts` are the newest known ones: people and roles change. */
export function DeskProvider({ live, facts, children }: DeskProps) {
  const writing = useMemo(createWritingPlace, [])
  const desk = useMemo((): Desk | null => {
    const me = facts.people.find((person) => person.id === facts.me)
    if (!me) return null
    return {
      live,
      id: facts.id,
      epoch: facts.epoch,
      template: TEMPLATES[facts.kind],
      people: facts.people,
      names: namesIn(facts),
      me,
      may: (action) => can(me.role, action),
      shown: facts.shown,
      hadWorkshop: (facts.workshop ?? facts.lastWorkshop) !== null,
      writing,
    }
  }, [live, facts, writing])
  return (
    desk && (
      <DeskContext.Provider value={desk}>
        <PlanLanguage value={facts.lang}>{children}</PlanLanguage>
      </DeskContext.Provider>
    )
  )
}

/** The plan open here. Only for what is drawn inside a `DeskProvider`. */
export function useDesk(): Desk {
  const desk = useContext(DeskContext)
  if (!desk) throw new Error('No plan is open here')
  return desk
}
