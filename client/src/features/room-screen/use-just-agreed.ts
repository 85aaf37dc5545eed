import type { RoomMessage } from '@withy/shared/protocol'
import { useEffect, useRef, useState } from 'react'
import type { LivePlan } from '../../live/live-plan.ts'

/**
 * The version that the plan was just sealed as, from when the room is told until a facilitator shows something else: a section, or
 * another step of a workshop (SPEC AGREE-62). null: the screen shows what it always does.
 */
export function useJustAgreed(live: LivePlan): [number: number | null, letGo: () => void] {
  const [number, setNumber] = useState<number | null>(null)
  const place = useRef<string | null>(null)
  useEffect(
    () =>
      live.onMessage((message) => {
        if (message.type === 'sealed') setNumber(message.number)
        if (message.type === 'shown') setNumber(null)
        if (message.type !== 'workshop') return
        const before = place.current
        place.current = placeIn(message)
        if (before !== null && before !== place.current) setNumber(null)
      }),
    [live],
  )
  return [number, () => setNumber(null)]
}

/** Where a workshop is. Its ideas and hands come and go at one place. */
const placeIn = ({ now }: Extract<RoomMessage, { type: 'workshop' }>): string =>
  now ? `${now.id} ${now.stage} ${now.step} ${now.called}` : ''
