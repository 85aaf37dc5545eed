import type { Invitation } from '@withy/shared/api'
import { type RefObject, useId, useState } from 'react'
import { renewInvitation, withdrawInvitation } from '../../api/people.ts'
import { sentenceOf } from '../../api/send.ts'
import { useDates } from '../../text/use-dates.ts'
import { useText } from '../../text/use-text.ts'
import { AskFirst } from '../../ui/ask-first.tsx'
import { Button } from '../../ui/button.tsx'
import { CopyField } from '../../ui/copy-field.tsx'
import { QrCode } from '../../ui/qr-code.tsx'
import { qrWordsOf, spokenAddress } from './invitation-words.ts'
import { Wall } from './wall.tsx'

type InvitationCardProps = {
  readonly plan: string
  readonly planTitle: string
  readonly invitation: Invitation
  /** Takes the focus when the invitation has just been made, from whoever is still where they made it. */
  readonly heading: RefObject<HTMLHeadingElement | null> | null
  /** Something about it changed at the server. */
  readonly onChanged: () => Promise<void>
}

/** One invitation that works: what it gives, its link or code, and what may be done with it. */
export function InvitationCard({ plan, planTitle, invitation, heading, onChanged }: InvitationCardProps) {
  const t = useText()
  const { day } = useDates()
  const [open, setOpen] = useState<'wall' | 'renew' | 'withdraw' | null>(null)
  const close = () => setOpen(null)
  const { id, kind, code, link } = invitation
  // Each invitation has the same buttons: which one is meant is read with them (SPEC A11Y-287).
  const which = useId()
  const about = { 'aria-describedby': code ? `${which} ${which}-code` : which }
  const ask = { cancel: t('common.cancel'), onClose: close, sentenceOf }
  return (
    <li className="card invitation">
      <h3 ref={heading} tabIndex={heading ? -1 : undefined}>
        {t(`share.${kind}`)}
      </h3>
      {heading ? <p>{t('share.new-here')}</p> : null}
      <div className="invitation-body">
        <QrCode words={qrWordsOf(invitation)} label={t('share.qr-label')} className="invitation-qr" />
        <div className="stack invitation-words">
          <p id={which}>
            {kind === 'seat'
              ? t('share.gives-seat')
              : t('share.gives', {
                  role: t(`common.role-${invitation.role}`),
                  voice: t(`common.voice-${invitation.voice}`),
                })}
          </p>
          {code ? (
            <p>
              <span id={`${which}-code`} className="invitation-code">
                {code}
              </span>
              <br />
              <span className="quiet">
                {t('share.type-at')} {spokenAddress(link)}
              </span>
            </p>
          ) : (
            <CopyField
              label={t('share.link')}
              words={link}
              copy={t('common.copy')}
              copied={t('common.copied')}
              byHand={t('common.select-to-copy')}
            />
          )}
          <p className="quiet small">
            {t('share.joined', { count: invitation.joined })} {t('share.until', { day: day(invitation.expiresAt) })}
          </p>
        </div>
      </div>
      <div className="row">
        {kind === 'seat' ? null : (
          <Button {...about} onClick={() => setOpen('wall')}>
            {t('share.wall')}
          </Button>
        )}
        <Button {...about} onClick={() => setOpen('renew')}>
          {t('share.renew')}
        </Button>
        <Button {...about} look="careful" onClick={() => setOpen('withdraw')}>
          {t('share.withdraw')}
        </Button>
      </div>
      {open === 'wall' ? <Wall title={planTitle} invitation={invitation} onClose={close} /> : null}
      {open === 'renew' ? (
        <AskFirst
          {...ask}
          title={t('share.renew-ask')}
          words={t('share.renew-words')}
          doIt={t('share.renew-do')}
          onDo={async () => {
            await renewInvitation(plan, id)
            await onChanged()
          }}
        />
      ) : null}
      {open === 'withdraw' ? (
        <AskFirst
          {...ask}
          title={t('share.withdraw-ask')}
          words={t('share.withdraw-words')}
          doIt={t('share.withdraw-do')}
          onDo={async () => {
            await withdrawInvitation(plan, id)
            await onChanged()
          }}
        />
      ) : null}
    </li>
  )
}
