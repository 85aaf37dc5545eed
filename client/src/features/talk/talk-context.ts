import { createContext, useContext, useSyncExternalStore } from 'react'
import type { TalkAt } from './known-talk.ts'
import type { TalkNow, TalkState } from './talk-state.ts'

export const TalkStateContext = createContext<TalkState | null>(null)

/** What is said about the plan on the desk, to be read, followed and added to. The same object for as long as the plan is open. */
export function useTalk(): TalkState {
  const state = useContext(TalkStateContext)
  if (!state) throw new Error('Nothing is known here of what is said')
  return state
}

/** What is said at a place. Draws again only when something changed there. */
export function useTalkAt(box: string, item: string | null): TalkAt {
  const state = useTalk()
  return useSyncExternalStore(state.onChange, () => state.at(box, item))
}

/** All that is said. Draws again with each change of any of it: for lists of all, and nothing in the plan. */
export function useAllTalk(): TalkNow {
  const state = useTalk()
  return useSyncExternalStore(state.onChange, state.all)
}
