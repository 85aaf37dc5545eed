import { useEffect, useState } from 'react'

/**
 * Keeps the device from dimming while the page is in sight, where the browser can (https or localhost); elsewhere the
 * device's own setting decides. A lock ends when the page is hidden, so it is asked for again.
 * @returns false where the screen may go dark: no lock exists, it was refused, or it ended (SPEC SYNC-77)
 */
export function useWakeLock(): boolean {
  const [isAwake, setAwake] = useState(true)
  useEffect(() => {
    let over = false
    let lock: WakeLockSentinel | null = null
    const ask = async () => {
      if (over || document.visibilityState !== 'visible') return
      // Refused for a low battery or no permission; on plain http there is nothing to ask.
      lock = (await navigator.wakeLock?.request('screen').catch(() => null)) ?? null
      if (over) return lock?.release()
      setAwake(lock !== null)
      lock?.addEventListener('release', () => setAwake(false), { once: true })
    }
    ask()
    document.addEventListener('visibilitychange', ask)
    return () => {
      over = true
      document.removeEventListener('visibilitychange', ask)
      lock?.release()
    }
  }, [])
  return isAwake
}
