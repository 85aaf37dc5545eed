import { useEffect, useState } from 'react'
import type { Calm } from '../../live/calm.ts'

/**
 * What is newest, as the room sees it: it changes with all else on the screen, at most once a second, and not at all while `held`
 * (SPEC WORK-70, WORK-72).
 */
export function useCalm<T>(calm: Calm, what: string, newest: T, held: boolean): T {
  const [shown, setShown] = useState(newest)
  useEffect(() => {
    if (held || newest === shown) calm.forget(what)
    else calm.show(what, () => setShown(newest))
  }, [calm, what, newest, shown, held])
  useEffect(() => () => calm.forget(what), [calm, what])
  return shown
}
