import { useEffect, useSyncExternalStore } from 'react'
import { listWorkshops } from '../../api/workshops.ts'
import { useDesk } from '../../live/desk.tsx'
import { onTabEmptied } from '../../live/empty-tab.ts'
import { createListeners } from '../../live/listeners.ts'

/** A workshop that is over, with ideas people were shown that nobody has answered. */
export type IdeasWaiting = { readonly workshop: string; readonly title: string; readonly count: number }

const NONE: readonly IdeasWaiting[] = []
const known = new Map<string, readonly IdeasWaiting[]>()
const listeners = createListeners<void>()
onTabEmptied(() => {
  known.clear()
  listeners.tell()
})

/** Ideas that wait for whoever runs workshops of the plan on the desk; none for others (SPEC TALK-74). */
export function useIdeasWaiting(): readonly IdeasWaiting[] {
  const { id, may } = useDesk()
  const found = useSyncExternalStore(listeners.add, () => known.get(id) ?? NONE)
  return may('run-workshop') ? found : NONE
}

/** Asks for them, and again when somebody comes back to the page: they are answered on another one. Once on a page. */
export function useFollowedIdeas(): void {
  const { id, may } = useDesk()
  const isAsked = may('run-workshop')
  useEffect(() => {
    if (!isAsked) return
    const ask = () =>
      listWorkshops(id).then(
        ({ workshops }) => {
          known.set(
            id,
            workshops
              .filter(({ stage, unanswered }) => stage === 'closed' && unanswered > 0)
              .map(({ id: workshop, title, unanswered: count }) => ({ workshop, title, count })),
          )
          listeners.tell()
        },
        // What is known stays.
        () => {},
      )
    const look = () => document.visibilityState === 'visible' && void ask()
    void ask()
    document.addEventListener('visibilitychange', look)
    return () => document.removeEventListener('visibilitychange', look)
  }, [id, isAsked])
}
