import { sameWord } from '@withy/shared/plan'
import { useContext, useMemo } from 'react'
import { useDesk } from '../../live/desk.tsx'
import { ExplainedInContext } from '../../plan-view/explain.tsx'
import { useAllTalk } from './talk-context.ts'
import { type Waiting, waitingFor } from './waiting.ts'

/** What waits for whoever is at this page, as far as it is about words of the plan. */
export function useWaiting(): readonly Waiting[] {
  const { me, may } = useDesk()
  const talk = useAllTalk()
  const explainedIn = useContext(ExplainedInContext)
  return useMemo(() => {
    const isExplained = (words: string) => explainedIn(words).some(({ word }) => sameWord(word) === sameWord(words))
    return waitingFor(talk, { me: me.id, may, isExplained })
  }, [talk, me.id, may, explainedIn])
}
