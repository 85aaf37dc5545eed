import type { CardOf } from '@withy/shared/api'
import { useEffect, useState } from 'react'
import { fetchCards } from '../../api/cards.ts'
import { createAsking } from '../../live/asking.ts'
import { useDesk } from '../../live/desk.tsx'

const NONE: readonly CardOf[] = []

/**
 * The cards that people keep with the plan on the desk, as they are now: one that was taken back is gone from here at once
 * (SPEC A11Y-193). None for whoever does not lead.
 */
export function useCards(): readonly CardOf[] {
  const { id, live, may, people } = useDesk()
  const [cards, setCards] = useState(NONE)
  const mayRead = may('run-workshop')
  const leading = people.filter(({ role }) => role === 'owner' || role === 'facilitator').length
  useEffect(() => {
    if (!mayRead) return setCards(NONE)
    const asking = createAsking({
      ask: () => fetchCards(id),
      came: (answer) => setCards(answer.cards),
      // What came before stays.
      away() {},
      askers: () => leading,
    })
    void asking.now()
    const off = live.onMessage(({ type }) => {
      if (type === 'cards' || type === 'people') asking.soon()
    })
    return () => {
      asking.stop()
      off()
    }
  }, [id, live, mayRead, leading])
  return cards
}
