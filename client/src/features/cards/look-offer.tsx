import type { Needs } from '@withy/shared/api'
import { useState } from 'react'
import { useText } from '../../text/use-text.ts'
import { Button } from '../../ui/button.tsx'
import { takeLostFocus } from '../../ui/late-focus.ts'
import { Notice } from '../../ui/notice.tsx'

/** How pages can fit a card: the reading settings, which are another feature's. */
export type Look = {
  /** What would change on this device. */
  readonly changes: (ticks: Needs['ticks']) => readonly ('large-text' | 'pictures' | 'calm')[]
  readonly show: (ticks: Needs['ticks']) => void
}

/** Offers to show pages as a card says. Nothing changes before somebody wants that (SPEC A11Y-194). */
export function LookOffer({ ticks, look }: { readonly ticks: Needs['ticks']; readonly look: Look }) {
  const t = useText()
  const [isShown, setShown] = useState(false)
  if (isShown)
    return (
      <p ref={takeLostFocus} tabIndex={-1}>
        {t('cards.look-done')}
      </p>
    )
  const changes = look.changes(ticks)
  if (changes.length === 0) return null
  return (
    <Notice>
      <p>{t('cards.look-offer')}</p>
      <ul>
        {changes.map((change) => (
          <li key={change}>{t(`cards.look-${change}`)}</li>
        ))}
      </ul>
      <div className="row">
        <Button
          onClick={() => {
            look.show(ticks)
            setShown(true)
          }}
        >
          {t('cards.look-do')}
        </Button>
      </div>
    </Notice>
  )
}
