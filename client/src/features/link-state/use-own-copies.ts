import type { Me } from '@withy/shared/api'
import { useEffect, useState } from 'react'
import { loadWipe } from '../../live/device-copy/load-wipe.ts'

/**
 * Where this device's person and plans are known: a copy of anything else goes (SPEC ACCESS-81).
 * @returns whether words of this person went that had reached nobody: that is said (SPEC SYNC-109)
 */
export function useOwnCopies(me: Me | null): boolean {
  const [gone, setGone] = useState(false)
  useEffect(() => {
    if (!me) return
    const { person, plans } = me
    const wipeOthers = async () => {
      const wipe = await loadWipe()
      const ids = plans.map(({ id }) => id)
      const went = (await (person === null ? wipe?.wipeDevice() : wipe?.wipeAllBut(person, ids))) ?? []
      if (went.length > 0) setGone(true)
    }
    void wipeOthers()
  }, [me])
  return gone
}
