import type { Invitation } from '@withy/shared/api'
import { useState } from 'react'
import { invite, listInvitations } from '../../../api/people.ts'
import { useDesk } from '../../../live/desk.tsx'
import { useText } from '../../../text/use-text.ts'
import { Button } from '../../../ui/button.tsx'
import { useSending } from '../use-sending.ts'
import { LeadPart } from './lead-part.tsx'

/** How people come in: an address to type and a code, to be said aloud. The picture for cameras is on the room screen. */
export function JoinCode() {
  const t = useText()
  const { id, template } = useDesk()
  const [code, setCode] = useState<Invitation | null>(null)
  const { busy, trouble, send } = useSending()
  const show = () =>
    send(async () => {
      const { invitations } = await listInvitations(id)
      const found = invitations.find(({ kind, role }) => kind === 'code' && role === 'contributor')
      const voice = template.kind === 'support' ? 'supporter' : 'resident'
      setCode(found ?? (await invite(id, { kind: 'code', role: 'contributor', voice })).invitation)
    })
  return (
    <LeadPart title={t('workshop-lead.join')} news={code?.code ?? undefined}>
      <div role="alert">{trouble}</div>
      {code?.code ? (
        <p>
          {t('workshop-lead.join-at', { address: code.link.replace(/^https?:\/\//, '') })}{' '}
          <strong className="lead-code">{code.code}</strong>
        </p>
      ) : (
        <div className="row">
          <Button busy={busy} onClick={() => void show()}>
            {t('workshop-lead.join-show')}
          </Button>
        </div>
      )}
    </LeadPart>
  )
}
