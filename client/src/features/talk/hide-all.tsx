import type { Ref } from 'react'
import { useAnnounce } from '../../live/announcer-context.ts'
import { useText } from '../../text/use-text.ts'
import { Button } from '../../ui/button.tsx'
import { hideTalk } from './hidden.ts'

/** Puts all that is said out of sight on this device (SPEC TALK-73). */
export function HideAll({ ref }: { readonly ref: Ref<HTMLButtonElement> }) {
  const t = useText()
  const announce = useAnnounce()
  return (
    <div className="talk-do">
      <Button
        ref={ref}
        look="quiet"
        onClick={() => {
          hideTalk(true)
          announce({ kind: 'done', sentence: t('talk-waiting.done-hidden') })
        }}
      >
        {t('talk-waiting.hide')}
      </Button>
    </div>
  )
}
