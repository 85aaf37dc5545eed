import type * as api from '@withy/shared/api'
import { useEffect, useMemo, useSyncExternalStore } from 'react'
import type { AnswerOf } from '../../api/send.ts'
import { listWorkshops } from '../../api/workshops.ts'
import { useDesk } from '../../live/desk.tsx'
import { onTabEmptied } from '../../live/empty-tab.ts'
import { createListeners } from '../../live/listeners.ts'

/**
 * Ideas of a workshop that wait for somebody. `unanswered`: it is over, and nobody has answered what people were shown; `offered`: they are
 * theirs, and somebody offers other words for them.
 */
export type IdeasWaiting = {
  readonly is: 'unanswered' | 'offered'
  readonly workshop: string
  readonly title: string
  readonly count: number
}

const NONE: readonly IdeasWaiting[] = []
const known = new Map<string, readonly IdeasWaiting[]>()
const listeners = createListeners<void>()
onTabEmptied(() => {
  known.clear()
  listeners.tell()
})

/** Ideas that wait for whoever is at this page: without an answer for whoever runs workshops, their own for everybody (SPEC TALK-74). */
export function useIdeasWaiting(): readonly IdeasWaiting[] {
  const { id, may } = useDesk()
  const found = useSyncExternalStore(listeners.add, () => known.get(id) ?? NONE)
  const runs = may('run-workshop')
  return useMemo(() => found.filter(({ is }) => is === 'offered' || runs), [found, runs])
}

/** Asks for them, and again when somebody comes back to the page: they are answered on another one. Once on a page. */
export function useFollowedIdeas(): void {
  const { id, hadWorkshop } = useDesk()
  useEffect(() => {
    if (!hadWorkshop) return
    const ask = () =>
      listWorkshops(id).then(
        ({ workshops }) => {
          known.set(id, workshops.flatMap(waitingIn))
          listeners.tell()
        },
        // What is known stays.
        () => {},
      )
    const look = () => document.visibilityState === 'visible' && void ask()
    void ask()
    document.addEventListener('visibilitychange', look)
    return () => document.removeEventListener('visibilitychange', look)
  }, [id, hadWorkshop])
}

type Listed = AnswerOf<typeof api.listWorkshops>['workshops'][number]

const waitingIn = ({ id: workshop, title, stage, unanswered, offered }: Listed): readonly IdeasWaiting[] =>
  [
    { is: 'unanswered' as const, workshop, title, count: stage === 'closed' ? unanswered : 0 },
    { is: 'offered' as const, workshop, title, count: offered },
  ].filter(({ count }) => count > 0)
