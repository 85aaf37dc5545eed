import type { Me } from '@withy/shared/api'
import { useEffect, useState } from 'react'
import { loadWipe } from '../../live/device-copy/load-wipe.ts'
import type { WhyGone } from './gone-words.tsx'

/**
 * Where this device's person and plans are known: a copy of anything else goes (SPEC ACCESS-81).
 * @returns why words of this person went that had reached nobody, which is said (SPEC SYNC-109); null: none did
 */
export function useOwnCopies(me: Me | null): WhyGone | null {
  const [gone, setGone] = useState<WhyGone | null>(null)
  useEffect(() => {
    if (!me) return
    const { person, plans } = me
    const wipeOthers = async () => {
      const wipe = await loadWipe()
      const ids = plans.map(({ id }) => id)
      const went = (await (person === null ? wipe?.wipeDevice() : wipe?.wipeAllBut(person, ids))) ?? []
      if (went.length === 0) return
      const isOut = !went.some((plan) => ids.includes(plan))
      setGone(person === null ? 'forgotten' : isOut ? 'out' : 'unknown')
    }
    void wipeOthers()
  }, [me])
  return gone
}
