import { useEffect, useState } from 'react'
import { RefusedError } from '../../api/send.ts'
import { loadWipe } from '../../live/device-copy/load-wipe.ts'
import type { WhyGone } from './gone-words.tsx'

/**
 * Where the server says for certain that a plan is not this device's any more, its copy goes from here (SPEC ACCESS-81).
 * @param error what was thrown when the plan was asked for, or null
 * @returns why words went with it that had reached nobody, which is said (SPEC SYNC-109); null: none did
 */
export function useGoneWords(plan: string, error: unknown): WhyGone | null {
  const [gone, setGone] = useState<WhyGone | null>(null)
  const refused = error instanceof RefusedError ? error.refused : null
  useEffect(() => {
    if (refused !== 'sign-in' && refused !== 'not-found') return
    void loadWipe()
      .then((wipe) => (refused === 'sign-in' ? wipe?.wipeDevice() : wipe?.wipePlan(plan)))
      .then((plans) => plans?.includes(plan) && setGone(refused === 'sign-in' ? 'forgotten' : 'out'))
  }, [refused, plan])
  return gone
}
