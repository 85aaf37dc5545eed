import type { Invitation } from '@withy/shared/api'
import { useText } from '../../text/use-text.ts'
import { Dialog } from '../../ui/dialog.tsx'
import { QrCode } from '../../ui/qr-code.tsx'
import { qrWordsOf, spokenAddress } from './invitation-words.ts'
import { OnlyHereNotice } from './plain-http-notice.tsx'

type WallProps = { readonly title: string; readonly invitation: Invitation; readonly onClose: () => void }

/** An invitation over the whole screen, to be read across a room. */
export function Wall({ title, invitation, onClose }: WallProps) {
  const t = useText()
  const { link, code } = invitation
  return (
    <Dialog look="wall" title={t('share.wall-title')} close={t('share.wall-close')} onClose={onClose}>
      <div className="wall">
        <QrCode words={qrWordsOf(invitation)} label={t('share.qr-label')} className="wall-qr" />
        <div className="wall-words">
          <p className="wall-plan">
            <bdi>{title}</bdi>
          </p>
          <p>{t('share.wall-scan')}</p>
          {code ? (
            <>
              <p>{t('share.wall-type')}</p>
              <p className="wall-address">{spokenAddress(link)}</p>
              <p className="wall-code">{code}</p>
            </>
          ) : (
            <p>{t('share.wall-link', { address: spokenAddress(link) })}</p>
          )}
          <OnlyHereNotice link={link} />
        </div>
      </div>
    </Dialog>
  )
}
