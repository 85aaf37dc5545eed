import type { Invitation } from '@withy/shared/api'
import { useState } from 'react'
import { invite } from '../../api/people.ts'
import { sentenceOf } from '../../api/send.ts'
import { useText } from '../../text/use-text.ts'
import { Button } from '../../ui/button.tsx'
import { focusFromHere, type GoOn } from '../../ui/late-focus.ts'
import { Notice } from '../../ui/notice.tsx'

type SeatProps = {
  readonly plan: string
  /** Name of who started the plan, where they are still in it. */
  readonly starter: string | null
  /** Their link has been made already: it stands in the list. */
  readonly offered: boolean
  /** `goOn`: to what came of it. */
  readonly onMade: (invitation: Invitation, goOn: GoOn) => Promise<void>
}

/** Offers a support plan to the person it is about: their own link gives them the seat and the ownership. */
export function Seat({ plan, starter, offered, onMade }: SeatProps) {
  const t = useText()
  const [busy, setBusy] = useState(false)
  const [refused, setRefused] = useState<string | null>(null)
  const make = async () => {
    const goOn = focusFromHere()
    setBusy(true)
    setRefused(null)
    try {
      await onMade((await invite(plan, { kind: 'seat', role: 'owner', voice: 'person' })).invitation, goOn)
    } catch (error) {
      setRefused(sentenceOf(error))
    } finally {
      setBusy(false)
    }
  }
  return (
    <section aria-labelledby="share-seat">
      <Notice look="done">
        <h2 id="share-seat" className="notice-title">
          {t('share.seat-title')}
        </h2>
        <p>{t('share.seat-words')}</p>
        {starter ? <p className="quiet">{t('share.seat-started-by', { name: starter })}</p> : null}
        <p role="alert">{refused ?? ''}</p>
        {offered ? null : (
          <div className="row">
            <Button look="main" busy={busy} onClick={make}>
              {t('share.seat-make')}
            </Button>
          </div>
        )}
      </Notice>
    </section>
  )
}
