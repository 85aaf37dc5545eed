import type { MyCard } from '@withy/shared/api'
import { useEffect, useState } from 'react'
import { fetchCard } from '../../api/cards.ts'
import { RefusedError } from '../../api/send.ts'

/**
 * The asker's card with a plan. Where they are not in it there is none: the card can be filled in all the same. `isAway`: nothing
 * answered, so that nobody knows whether they keep one; `again` asks once more, and not by itself: what is filled in stays what it is.
 */
export function useMyCard(plan: string | null) {
  const [mine, setMine] = useState<MyCard | null>(null)
  const [isAsking, setAsking] = useState(plan !== null)
  const [isAway, setAway] = useState(false)
  const [turn, setTurn] = useState(0)
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new turn asks again
  useEffect(() => {
    if (plan === null) return
    let isOver = false
    setAsking(true)
    fetchCard(plan)
      .then(
        (answer) => {
          if (isOver) return
          setAway(false)
          setMine(answer)
        },
        (problem: unknown) => isOver || setAway(!(problem instanceof RefusedError)),
      )
      .finally(() => isOver || setAsking(false))
    return () => {
      isOver = true
    }
  }, [plan, turn])
  return { isAsking, isAway, again: () => setTurn((before) => before + 1), mine, onMine: setMine }
}
