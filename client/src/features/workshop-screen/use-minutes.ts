import { minutesLeft, stepNow, type WorkshopNow } from '@withy/shared/protocol'
import { useEffect, useState } from 'react'
import { serverNow } from '../../api/server-clock.ts'

/** How often it is looked what time it is (ms). */
const LOOK_EVERY = 15_000

/** About how many minutes the step of a workshop still has; nought: its time is over, or there is none. */
export function useMinutes(now: WorkshopNow | null): number {
  const [at, setAt] = useState(serverNow)
  useEffect(() => {
    const timer = setInterval(() => setAt(serverNow()), LOOK_EVERY)
    return () => clearInterval(timer)
  }, [])
  const step = now && stepNow(now)
  // A step that has just begun is newer than the last look at the clock.
  return now && step ? minutesLeft(now, step, Math.max(at, now.since)) : 0
}
