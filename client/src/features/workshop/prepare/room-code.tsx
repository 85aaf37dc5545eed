import type { ReactNode } from 'react'
import { Link } from 'wouter'
import { useDates } from '../../../text/use-dates.ts'
import { useText } from '../../../text/use-text.ts'
import { Button } from '../../../ui/button.tsx'
import { QrCode } from '../../../ui/qr-code.tsx'

type RoomCodeProps = {
  readonly plan: string
  /** What the camera gets, the address as people say it, the code, and when it ends; null: there is none yet. */
  readonly code: {
    readonly qr: string
    readonly address: string
    readonly words: string
    readonly until: string
  } | null
  /** What keeps people from using it. */
  readonly warning: ReactNode
  readonly trouble: string | null
  readonly onMake: () => void
}

/** The spoken code for people in the room, as the room screen will show it. */
export function RoomCode({ plan, code, warning, trouble, onMake }: RoomCodeProps) {
  const t = useText()
  const { day } = useDates()
  return (
    <div className="stack">
      <p>{t('workshop-prepare.come-why')}</p>
      {code ? (
        <div className="card prepare-code">
          <QrCode words={code.qr} label={t('share.qr-label')} className="prepare-qr" />
          <p>
            {t('share.type-at')} <strong>{code.address}</strong>
          </p>
          <p className="prepare-code-words">{code.words}</p>
          <p>
            {t('share.until', { day: day(code.until) })}
            <br />
            {t('workshop-reach.code-later')}
          </p>
          {warning}
        </div>
      ) : (
        <div className="row">
          <Button onClick={onMake}>{t('share.make-code')}</Button>
        </div>
      )}
      <div role="alert">{trouble}</div>
      <p>
        <Link href={`/plans/${plan}/share`} className="link-alone">
          {t('workshop-prepare.come-share')}
        </Link>
      </p>
    </div>
  )
}
