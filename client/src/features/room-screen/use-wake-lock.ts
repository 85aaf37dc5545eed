import { useEffect } from 'react'

/**
 * Keeps the device from dimming while the page is in sight, where the browser can (https or localhost); elsewhere the
 * device's own setting decides. A lock ends when the page is hidden, so it is asked for again.
 */
export function useWakeLock(): void {
  useEffect(() => {
    let over = false
    let lock: WakeLockSentinel | null = null
    const ask = async () => {
      if (over || document.visibilityState !== 'visible') return
      // A refusal (low battery, no permission) is no trouble: the screen is only not kept awake.
      lock = await navigator.wakeLock?.request('screen').catch(() => null)
      if (over) lock?.release()
    }
    ask()
    document.addEventListener('visibilitychange', ask)
    return () => {
      over = true
      document.removeEventListener('visibilitychange', ask)
      lock?.release()
    }
  }, [])
}
