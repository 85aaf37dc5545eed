import type { AgendaStep } from '@withy/shared/protocol'
import { useEffect, useRef } from 'react'
import { useAnnounce } from '../../live/announcer-context.ts'
import { useText } from '../../text/use-text.ts'

/** Tells that what people said in this step has just been shown, which takes the place of what one chose from (SPEC A11Y-222). */
export function useShownNews(step: AgendaStep | undefined): void {
  const t = useText()
  const announce = useAnnounce()
  const id = step?.id
  const isShown = step?.shown ?? false
  const last = useRef({ id, isShown })
  useEffect(() => {
    const wasHidden = last.current.id === id && !last.current.isShown
    last.current = { id, isShown }
    if (wasHidden && isShown) announce({ kind: 'news', about: 'rest', sentence: t('workshop-steps.shown-now') })
  }, [id, isShown, announce, t])
}
