import { useEffect } from 'react'
import { askBeforeClosing } from '../../live/ask-before-closing.ts'
import type { LivePlan } from '../../live/live-plan.ts'
import { wouldLose } from './light-words.ts'

/** Asks before the page is closed while words typed here are not saved (SPEC SYNC-57). The question itself is the browser's. */
export function useCloseWarning(live: LivePlan | null): void {
  useEffect(() => {
    if (!live) return
    const ask = (event: BeforeUnloadEvent) => {
      if (wouldLose(live.link())) askBeforeClosing(event)
    }
    window.addEventListener('beforeunload', ask)
    return () => window.removeEventListener('beforeunload', ask)
  }, [live])
}
