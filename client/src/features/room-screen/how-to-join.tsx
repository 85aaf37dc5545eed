import { useText } from '../../text/use-text.ts'
import { QrCode } from '../../ui/qr-code.tsx'

/** How people in the room get in: what the camera gets, the address as it is said, and the code to type there. */
export type JoinWords = { readonly qr: string; readonly address: string; readonly code: string }

export function HowToJoin({ join, isLarge }: { readonly join: JoinWords; readonly isLarge: boolean }) {
  const t = useText()
  return (
    <aside className={isLarge ? 'screen-join screen-join-large' : 'screen-join'} aria-label={t('screen.join')}>
      <QrCode words={join.qr} label={t('screen.join-qr')} className="screen-qr" />
      <p className="screen-join-words">
        {t('screen.join-at')} <span className="screen-address">{join.address}</span>
      </p>
      <p className="screen-code">{join.code}</p>
    </aside>
  )
}
