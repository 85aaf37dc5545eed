import { useEffect } from 'react'
import { OfflineError, onConnected } from '../ui/reach.ts'

/**
 * Asks again when there is a connection again (SPEC SYNC-142).
 * @param error what came instead of an answer; nothing is done where that was not for want of a connection
 * @param again the same function at every draw
 */
export function useWhenConnected(error: unknown, again: () => unknown): void {
  const isAway = error instanceof OfflineError
  useEffect(() => (isAway ? onConnected(again) : undefined), [isAway, again])
}
