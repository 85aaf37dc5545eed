import { type ReactNode, useEffect, useRef } from 'react'
import { useText } from '../../text/use-text.ts'
import { Button } from '../../ui/button.tsx'
import { takeLostFocus } from '../../ui/late-focus.ts'
import type { useMyCard } from './use-my-card.ts'

type CardAwayProps = Pick<ReturnType<typeof useMyCard>, 'isAsking' | 'isAway' | 'again'> & {
  readonly children: ReactNode
}

/** The card, or that it is being asked for; above it that nothing answered, with a way to ask again (SPEC A11Y-256). */
export function CardAway({ isAsking, isAway, again, children }: CardAwayProps) {
  const t = useText()
  const whole = useRef<HTMLDivElement>(null)
  const wasAway = useRef(isAway)
  useEffect(() => {
    if (wasAway.current && !isAway) takeLostFocus(whole.current)
    wasAway.current = isAway
  }, [isAway])
  if (isAsking && !isAway) return <p role="status">{t('common.opening')}</p>
  return (
    <div ref={whole} tabIndex={-1} className="stack">
      {isAway && (
        <>
          <p role="status">{t('cards.plan-away')}</p>
          <div className="row">
            <Button busy={isAsking} onClick={again}>
              {t('common.try-again')}
            </Button>
          </div>
        </>
      )}
      {children}
    </div>
  )
}
