import type { MyCard } from '@withy/shared/api'
import { useEffect, useState } from 'react'
import { fetchCard } from '../../api/cards.ts'

/** The asker's card with a plan. Where they are not in it, or nothing answers, there is none: the card can be filled in all the same. */
export function useMyCard(plan: string | null) {
  const [mine, setMine] = useState<MyCard | null>(null)
  const [isAsking, setAsking] = useState(plan !== null)
  useEffect(() => {
    if (plan === null) return
    let isOver = false
    fetchCard(plan)
      .then(
        (answer) => isOver || setMine(answer),
        () => {},
      )
      .finally(() => isOver || setAsking(false))
    return () => {
      isOver = true
    }
  }, [plan])
  return { isAsking, mine, onMine: setMine }
}
